// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/support/plot_style.h"
#include "ui/support/theme.h"

#include <qcustomplot.h>

#include <cmath>
#include <memory>

namespace latticeq::ui::test {

/** A plot whose curve leaves its axis rect, in the palette's theme. */
inline std::unique_ptr<QCustomPlot> samplePlot(const Theme& theme = Theme::light())
{
    auto plot = std::make_unique<QCustomPlot>();
    plot->setPalette(theme.palette());
    stylePlot(*plot, theme);
    plot->resize(480, 300);
    QCPGraph* graph = plot->addGraph();
    for (int i = 0; i <= 200; ++i)
        graph->addData(i, 3 * std::sin(i / 10.0));
    graph->setPen(QPen(theme.runs[0], 2));
    plot->xAxis->setLabel(QStringLiteral("candidates & <restarts>"));
    plot->yAxis->setLabel(QStringLiteral("best error"));
    plot->xAxis->setRange(0, 200);
    plot->yAxis->setRange(-1, 1);
    return plot;
}

} // namespace latticeq::ui::test
