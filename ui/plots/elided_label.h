// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>
#include <QPainter>

namespace latticeq::ui {

/** A line of text that never asks for width: what does not fit ends in … and stands in the tooltip. */
class ElidedLabel : public QLabel
{
public:
    explicit ElidedLabel(QWidget* parent = nullptr)
        : QLabel(parent)
    {
        setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        setTextFormat(Qt::PlainText);
    }

    QSize minimumSizeHint() const override { return { 0, fontMetrics().height() + 4 }; }
    QSize sizeHint() const override { return { fontMetrics().horizontalAdvance(text()), fontMetrics().height() + 4 }; }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setPen(palette().color(foregroundRole()));
        const QString elided = fontMetrics().elidedText(text(), Qt::ElideRight, contentsRect().width());
        setToolTip(elided == text() ? QString() : text());
        painter.drawText(contentsRect(), Qt::AlignLeft | Qt::AlignVCenter, elided);
    }
};

} // namespace latticeq::ui
