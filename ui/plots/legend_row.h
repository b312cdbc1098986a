// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <qcustomplot.h>

namespace latticeq::ui {

/**
 * The row above a plot's axes that holds its legend, right-aligned: nothing drawn can pass behind its names. As many
 * of them stand beside each other as fit; without names it takes no room.
 */
class LegendRow : public QCPLayoutInset
{
public:
    /** Moves the plot's legend into a new first row of its layout; the plot owns the row. */
    static LegendRow* addTo(QCustomPlot& plot);

    void update(UpdatePhase phase) override;
    QSize minimumOuterSizeHint() const override;
    QSize maximumOuterSizeHint() const override;

private:
    explicit LegendRow(QCPLegend& legend);
    void wrap();

    QCPLegend& m_legend;
};

} // namespace latticeq::ui
