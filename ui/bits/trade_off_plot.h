// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plots/plot_view.h"

namespace latticeq::ui {

/** Divergence of the network's output against packed size: what a smaller file costs, and which one a run chose. */
class TradeOffPlot : public PlotView
{
    Q_OBJECT
public:
    explicit TradeOffPlot(Workspace& workspace, QWidget* parent = nullptr);

    /** The accuracies beside the sizes that were tried on the whole network. */
    QStringList triedLabels();

protected:
    void redraw() override;
    void retranslate() override;

private:
    void drawCurve(const BitsChoice& choice, const QColor& hue);
    void drawTried(const BitsChoice& choice, const QColor& hue);
    void addLabel(const TradeOffPoint& point);
    void drawLimit(int64_t bytes);
    void drawChosen(const TradeOffPoint& chosen, const QColor& hue);
    void showRanges(const BitsChoice& choice, int64_t limit);
    QString waitingText(const RunDocument& run) const;
    void describe(const RunDocument& run);
};

} // namespace latticeq::ui
