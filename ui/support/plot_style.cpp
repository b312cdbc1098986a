// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/support/plot_style.h"

#include "ui/support/theme.h"

#include <qcustomplot.h>

#include <algorithm>

namespace latticeq::ui {

namespace {

/** Secondary text is smaller than the body, but never under 11 pixels. */
QFont secondaryFont(const QFont& body)
{
    QFont font = body;
    if (body.pixelSize() > 0)
        font.setPixelSize(std::max(11, qRound(body.pixelSize() * 0.85)));
    else
        font.setPointSizeF(std::max(8.25, body.pointSizeF() * 0.85));
    return font;
}

} // namespace

void styleAxisRect(QCPAxisRect& rect, const Theme& theme)
{
    rect.setBackground(theme.base);
    const QFont ticks = secondaryFont(rect.parentPlot()->font());
    for (QCPAxis* axis : rect.axes()) {
        axis->setBasePen(QPen(theme.axis, 1));
        axis->setTickPen(QPen(theme.axis, 1));
        axis->setSubTickPen(QPen(theme.axis, 1));
        axis->setTickLabelColor(theme.secondary);
        axis->setLabelColor(theme.secondary);
        axis->setTickLabelFont(ticks);
        axis->setLabelFont(ticks);
        axis->grid()->setPen(QPen(theme.grid, 1));
        axis->grid()->setZeroLinePen(QPen(theme.grid, 1));
        axis->grid()->setSubGridVisible(false);
    }
}

void stylePlot(QCustomPlot& plot, const Theme& theme)
{
    plot.setBackground(theme.base);
    for (QCPAxisRect* rect : plot.axisRects())
        styleAxisRect(*rect, theme);
    if (plot.legend) {
        plot.legend->setBrush(theme.base);
        plot.legend->setBorderPen(QPen(theme.border, 1));
        plot.legend->setTextColor(theme.text);
        plot.legend->setFont(secondaryFont(plot.font()));
    }
}

} // namespace latticeq::ui
