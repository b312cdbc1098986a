// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lattices/mark_symbol.h"

#include <QPainter>

namespace latticeq::ui {

namespace {

constexpr double kSize = 16; // pixels
constexpr double kRampStep = 9; // pixels between the dots of the error classes
const QPointF kMiddle(8, 8);

void paintWeights(QPainter& painter, const Theme& theme)
{
    painter.setPen(Qt::NoPen);
    for (int i = 0; i < ErrorRamp::kClasses; ++i) {
        painter.setBrush(theme.rampColor(i));
        painter.drawEllipse(QPointF(5 + i * kRampStep, kMiddle.y()), 3, 3);
    }
}

void paintResidual(QPainter& painter, const Theme& theme)
{
    painter.setPen(QPen(theme.rampColor(3), 1.5));
    painter.drawLine(QPointF(4, 12), QPointF(11, 5));
    painter.setBrush(theme.rampColor(3));
    painter.drawEllipse(QPointF(4, 12), 2, 2);
}

void paintCells(QPainter& painter, const Theme& theme)
{
    painter.setPen(QPen(theme.axis, 1));
    painter.drawRect(QRectF(2.5, 2.5, 11, 11));
    painter.drawLine(QPointF(2.5, 8), QPointF(13.5, 8));
    painter.drawLine(QPointF(8, 2.5), QPointF(8, 13.5));
}

void paintArrow(QPainter& painter, const Theme& theme)
{
    painter.setPen(QPen(theme.text, 2));
    painter.drawLine(QPointF(3, 13), QPointF(10, 6));
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.text);
    painter.drawPolygon(QPolygonF({ QPointF(14, 2), QPointF(12, 9), QPointF(7, 4) }));
}

void paintOverload(QPainter& painter, const Theme& theme)
{
    painter.fillRect(QRectF(1, 1, 14, 14), theme.border);
    painter.fillRect(QRectF(1, 6, 9, 9), theme.base);
    painter.setPen(QPen(theme.error, 1.75));
    painter.drawLine(QPointF(9, 3), QPointF(14, 8));
    painter.drawLine(QPointF(9, 8), QPointF(14, 3));
}

void paintMark(QPainter& painter, Mark mark, const Theme& theme)
{
    switch (mark) {
    case Mark::Used:
        painter.setPen(QPen(theme.text, 1.5));
        painter.drawEllipse(kMiddle, 4.5, 4.5);
        break;
    case Mark::Unused:
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.unused);
        painter.drawEllipse(kMiddle, 1.75, 1.75);
        break;
    case Mark::Weights: paintWeights(painter, theme); break;
    case Mark::Residuals: paintResidual(painter, theme); break;
    case Mark::Cells: paintCells(painter, theme); break;
    case Mark::Basis: paintArrow(painter, theme); break;
    case Mark::Overload: paintOverload(painter, theme); break;
    case Mark::Ghost:
        painter.setPen(QPen(theme.secondary, 1.25, Qt::DashLine));
        painter.drawRect(QRectF(2.5, 2.5, 11, 11));
        break;
    }
}

} // namespace

QPixmap markSymbol(Mark mark, const Theme& theme, double pixelRatio)
{
    const double width = mark == Mark::Weights ? 10 + (ErrorRamp::kClasses - 1) * kRampStep : kSize;
    QPixmap pixmap((QSizeF(width, kSize) * pixelRatio).toSize());
    pixmap.setDevicePixelRatio(pixelRatio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    paintMark(painter, mark, theme);
    return pixmap;
}

} // namespace latticeq::ui
