// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/choice_box.h"

#include <QStandardItemModel>
#include <QStyleOptionComboBox>

namespace latticeq::ui {

ChoiceBox::ChoiceBox(QWidget* parent)
    : QComboBox(parent)
{
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(6);
    connect(this, &QComboBox::activated, this, [this](int row) { emit chosen(itemData(row).toString()); });
}

void ChoiceBox::showChoices(const QList<Choice>& choices, const QString& value)
{
    const QSignalBlocker blocker(this);
    if (choices != m_choices)
        fill(choices);
    setCurrentIndex(findData(value));
}

void ChoiceBox::initStyleOption(QStyleOptionComboBox* option) const
{
    constexpr int kTextMargins = 6;
    QComboBox::initStyleOption(option);
    const QRect field = style()->subControlRect(QStyle::CC_ComboBox, option, QStyle::SC_ComboBoxEditField, this);
    option->currentText
        = option->fontMetrics.elidedText(option->currentText, Qt::ElideRight, field.width() - kTextMargins);
}

void ChoiceBox::fill(const QList<Choice>& choices)
{
    m_choices = choices;
    clear();
    for (const Choice& choice : choices) {
        addItem(choice.text, choice.value);
        if (choice.obstacle.isEmpty())
            continue;
        setItemData(count() - 1, choice.obstacle, Qt::ToolTipRole);
        qobject_cast<QStandardItemModel*>(model())->item(count() - 1)->setEnabled(false);
    }
}

} // namespace latticeq::ui
