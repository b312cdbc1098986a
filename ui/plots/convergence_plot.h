// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plots/end_labels.h"
#include "ui/plots/plot_view.h"

namespace latticeq::ui {

/**
 * Best error against candidates tried: the current layer's restarts, its best and its scalar level, and the best of
 * the other selected layers; with several runs the current layer alone, a line for each run.
 */
class ConvergencePlot : public PlotView
{
    Q_OBJECT
public:
    explicit ConvergencePlot(Workspace& workspace, QWidget* parent = nullptr);

    /** The names at the lines' ends, from the last drawing. */
    QStringList endLabels() const;

public slots:
    /** Shows all candidates, the useless first ones too; once more: the end of the search again. */
    void fit() override;

protected:
    void redraw() override;
    void retranslate() override;
    void clicked(const QPoint& position, Qt::KeyboardModifiers modifiers) override;

private:
    void drawLayer(const RunDocument& run, const LayerState& layer);
    void drawOtherLayers(const RunDocument& run);
    void drawRuns(const QString& layer);
    QCPGraph* addLine(const QString& layer, const std::vector<ConvergencePoint>& points, const QPen& pen);
    void addScalar(const LayerState& layer);
    void label(const QString& text, const QCPGraph* line, const QPen& pen);
    void arrange();
    double lineShare();
    void showRanges();
    void describe(const RunDocument& run, const LayerState* layer);

    QHash<const QCPGraph*, QString> m_layerOf;
    std::vector<EndLabel> m_labels;
    EndLabels* m_names = nullptr; // the item that draws them
    int m_arrangedWidth = 0; // of the axes, when the ranges were chosen
    QString m_drawnLayer;
    QString m_drawnRun;
    double m_best = 0; // smallest end of a named line
    double m_scalar = 0; // largest scalar level drawn, 0: none
    double m_first = 0; // largest error drawn
    double m_highestEnd = 0; // of the lines with a name
    int m_named = 0; // selected layers with a name at their line
    bool m_showAll = false;
};

} // namespace latticeq::ui
