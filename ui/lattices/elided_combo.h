// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractItemView>
#include <QComboBox>
#include <QScrollBar>
#include <QStyleOptionComboBox>

namespace latticeq::ui {

/** A combo box that may be narrower than its texts: the chosen one loses its middle then, the list shows all whole. */
class ElidedCombo : public QComboBox
{
public:
    using QComboBox::QComboBox;

    void showPopup() override
    {
        const int bar = view()->verticalScrollBar()->sizeHint().width();
        view()->setMinimumWidth(view()->sizeHintForColumn(0) + bar);
        QComboBox::showPopup();
    }

protected:
    void initStyleOption(QStyleOptionComboBox* option) const override
    {
        constexpr int kTextMargins = 6; // pixels
        QComboBox::initStyleOption(option);
        const QRect field = style()->subControlRect(QStyle::CC_ComboBox, option, QStyle::SC_ComboBoxEditField, this);
        option->currentText
            = option->fontMetrics.elidedText(option->currentText, Qt::ElideMiddle, field.width() - kTextMargins);
    }
};

} // namespace latticeq::ui
