// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plots/error_bars.h"
#include "ui/plots/layer_axis.h"
#include "ui/plots/plot_view.h"

class QComboBox;

namespace latticeq::ui {

/**
 * Every layer's error as it finishes, lattice beside scalar rounding, with all runs shown. Click a layer to select
 * it, Ctrl+click to add it, drag along the block strip for a range, double-click or Enter for its lattice.
 */
class ErrorPlot : public PlotView
{
    Q_OBJECT
public:
    explicit ErrorPlot(Workspace& workspace, QWidget* parent = nullptr);

    ErrorMetric metric() const;
    void setMetric(ErrorMetric metric);
    ScaleChoice scale() const;
    void setScale(ScaleChoice choice);

protected:
    void redraw() override;
    void retranslate() override;
    void clicked(const QPoint& position, Qt::KeyboardModifiers modifiers) override;
    void hovered(const QPoint& position) override;
    void left() override;
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void makeTools();
    void listen();
    void listenToStrip();
    void selectRange(int first, int last);
    void scrollToCurrent();
    void updateWorst();
    void updateInfo();
    void arrange();

    LayerAxis m_axis;
    ErrorBars m_bars;
    ErrorScale m_scale;
    QLabel* m_metricLabel;
    QComboBox* m_metric;
    QLabel* m_scaleLabel;
    QComboBox* m_scaleChoice;
    QLabel* m_worst;
    RunDocumentPtr m_run; // drawn last
    int m_hovered = -1; // layer under the pointer
    int m_stripStart = -1; // layer where a drag along the strip began
    double m_arrangedFor = 0; // pixels per layer
};

} // namespace latticeq::ui
