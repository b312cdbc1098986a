// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plots/plot_view.h"

#include <QFutureWatcher>
#include <QThreadPool>

namespace latticeq::ui {

/** The current layer's weights before and after quantization, and the errors between them. */
class DistributionPlot : public PlotView
{
    Q_OBJECT
public:
    explicit DistributionPlot(Workspace& workspace, QWidget* parent = nullptr);
    ~DistributionPlot() override;

    /** What is drawn; nothing while it is not there yet. */
    const std::optional<WeightDistribution>& distribution() const { return m_shown; }
    /** Also asks for what is to be drawn, while hidden too; a new answer arrives a moment later. */
    void refresh() override;

protected:
    void redraw() override;
    void retranslate() override;
    void showEvent(QShowEvent* event) override;

private:
    struct Wanted
    {
        std::shared_ptr<const RunLayers> lattices;
        QString layer;
        bool finished = false;
        bool operator==(const Wanted&) const = default;
    };
    using Answer = std::optional<WeightDistribution>;

    void listen();
    Wanted wanted() const;
    void ask();
    void fetch();
    void take();
    void drawWeights(const QColor& hue);
    void drawErrors(const QColor& hue);
    void describe();

    QCPAxisRect* m_errors; // the lower axis rect
    QThreadPool m_pool;
    QFutureWatcher<Answer> m_watcher;
    Wanted m_asked;
    bool m_waiting = false; // for an answer to m_asked
    std::optional<WeightDistribution> m_shown;
};

} // namespace latticeq::ui
