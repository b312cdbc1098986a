// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plots/error_metric.h"
#include "ui/plots/error_scale.h"
#include "ui/support/theme.h"
#include "ui/workspace/workspace.h"

#include <qcustomplot.h>

namespace latticeq::ui {

/** How a layer's errors are drawn at a width: bars side by side, a bar with the scalar as a cap, or two step lines. */
enum class BarForm { SideBySide, Caps, Steps };

/** From 14 logical pixels a layer on side by side, from 5 on with caps. */
BarForm barForm(double pixelsPerLayer);

/**
 * The errors of all layers of the runs shown, as plottables: one run in full, its scalar rounding hollow and grey
 * beside it, the other runs as bars or markers. fill() makes them anew, arrange() fits them to the zoom.
 */
class ErrorBars
{
public:
    explicit ErrorBars(QCustomPlot& plot);

    /** The plot must have been cleared of what an earlier call made. */
    void fill(const Theme& theme, const QList<RunDocumentPtr>& runs, const RunDocumentPtr& primary, ErrorMetric metric,
        const ErrorScale& scale);
    /** Shows the form for the width of a layer. */
    void arrange(double pixelsPerLayer);

    /** Finite values of all layers drawn, of searched ones alone where asked. */
    static std::vector<double> values(const QList<RunDocumentPtr>& runs, ErrorMetric metric, bool searchedOnly);

private:
    struct Other
    {
        QCPBars* bars;
        QCPGraph* markers;
    };

    QCPBars* addBars(const char* name, const QPen& pen, const QBrush& brush);
    QCPGraph* addGraph(const char* name, const QPen& pen);
    void fillPrimary(const Theme& theme, const RunDocument& run, ErrorMetric metric);
    void fillScalar(const Theme& theme, const RunDocument& run, ErrorMetric metric);
    void fillOther(const Theme& theme, const RunDocument& run, const RunDocument& primary, ErrorMetric metric);
    void nameForLegend(const QList<RunDocumentPtr>& runs, const RunDocument& primary);
    void fillLegend();
    void arrangeSideBySide(bool visible);
    double onFloor() const;
    bool isDrawn(double value) const;

    QCustomPlot& m_plot;
    ErrorScale m_scale;
    QCPBars* m_lattice = nullptr;
    QCPBars* m_searching = nullptr;
    QCPBars* m_scalar = nullptr;
    QCPGraph* m_capCentres = nullptr;
    QCPErrorBars* m_caps = nullptr;
    QCPGraph* m_latticeSteps = nullptr;
    QCPGraph* m_scalarSteps = nullptr;
    QCPGraph* m_below = nullptr;
    QCPBarsGroup m_group;
    std::vector<Other> m_others;
    int m_searchedLayer = -1;
};

} // namespace latticeq::ui
