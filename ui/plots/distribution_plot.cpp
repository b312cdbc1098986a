// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/distribution_plot.h"

#include "ui/plots/number_ticker.h"
#include "ui/plots/run_marks.h"
#include "ui/support/number_format.h"
#include "ui/support/plot_style.h"

#include <QtConcurrent>

#include <algorithm>
#include <numeric>
#include <stdexcept>

namespace latticeq::ui {

namespace {

constexpr int kBins = 96;
constexpr int kMostTicks = 5;
constexpr double kHeadroom = 1.08; // above the highest bin

QCPGraph* addHistogram(QCPAxisRect& rect, const char* name, const Histogram& histogram)
{
    QCPGraph* graph = rect.parentPlot()->addGraph(rect.axis(QCPAxis::atBottom), rect.axis(QCPAxis::atLeft));
    graph->setObjectName(QString::fromLatin1(name));
    graph->setLineStyle(QCPGraph::lsStepCenter);
    graph->setAntialiased(false);
    const double width
        = (histogram.high - histogram.low) / static_cast<double>(std::max<size_t>(1, histogram.counts.size()));
    for (size_t i = 0; i < histogram.counts.size(); ++i)
        graph->addData(
            histogram.low + (static_cast<double>(i) + 0.5) * width, static_cast<double>(histogram.counts[i]));
    return graph;
}

double largestCount(const Histogram& histogram)
{
    const auto largest = std::max_element(histogram.counts.begin(), histogram.counts.end());
    return largest == histogram.counts.end() ? 0 : static_cast<double>(*largest);
}

} // namespace

DistributionPlot::DistributionPlot(Workspace& workspace, QWidget* parent)
    : PlotView(workspace, QStringLiteral("distribution"), parent)
    , m_errors(new QCPAxisRect(&plot()))
{
    m_pool.setMaxThreadCount(1);
    plot().plotLayout()->addElement(1, 0, m_errors);
    plot().plotLayout()->setRowStretchFactor(0, 1.5);
    auto* margins = new QCPMarginGroup(&plot());
    for (QCPAxisRect* rect : { plot().axisRect(), m_errors }) {
        rect->setMarginGroup(QCP::msLeft | QCP::msRight, margins);
        rect->setRangeDrag(Qt::Horizontal);
        rect->setRangeZoom(Qt::Horizontal);
        rect->setMinimumMargins({ 0, 10, 20, 0 });
        for (QCPAxis* axis : { rect->axis(QCPAxis::atLeft), rect->axis(QCPAxis::atBottom) })
            axis->setTicker(QSharedPointer<NumberTicker>::create(*axis, kMostTicks));
        addFreeAxis(rect->axis(QCPAxis::atBottom));
        for (QCPAxis* axis : rect->axes())
            axis->setLayer(QStringLiteral("axes"));
    }
    makeLegend();
    plot().setInteractions(QCP::iRangeDrag | QCP::iRangeZoom);
    connect(&m_watcher, &QFutureWatcher<Answer>::finished, this, &DistributionPlot::take);
    listen();
    retranslate();
}

DistributionPlot::~DistributionPlot()
{
    m_watcher.disconnect(this);
    m_pool.waitForDone();
}

void DistributionPlot::listen()
{
    Workspace& w = workspace();
    connect(&w.selection(), &LayerSelection::changed, this, &DistributionPlot::ask);
    connect(&w, &Workspace::layersChanged, this, &DistributionPlot::ask);
    connect(&w, &Workspace::layersReset, this, &DistributionPlot::ask);
    connect(&w, &Workspace::latticesChanged, this, &DistributionPlot::ask);
    connect(&w, &Workspace::shownChanged, this, &DistributionPlot::ask);
    connect(&w, &Workspace::currentChanged, this, &DistributionPlot::ask);
}

DistributionPlot::Wanted DistributionPlot::wanted() const
{
    const RunDocumentPtr run = primaryRun(workspace());
    const LayerState* layer = run->find(workspace().selection().current());
    if (!layer || !run->lattices())
        return {};
    return { run->lattices(), layer->name(), layer->status == LayerState::Status::Finished };
}

void DistributionPlot::refresh()
{
    fetch();
    PlotView::refresh();
}

void DistributionPlot::ask()
{
    if (isVisible())
        fetch();
}

void DistributionPlot::fetch()
{
    const Wanted now = wanted();
    if (now == m_asked)
        return;
    const bool another = now.layer != m_asked.layer || now.lattices != m_asked.lattices;
    m_asked = now;
    if (another) {
        m_shown.reset();
        setManual(false);
    }
    setDirty();
    m_waiting = now.finished;
    if (!m_waiting)
        return;
    // A question that waits behind a running one is dropped; the watcher then follows the new one alone.
    m_pool.clear();
    m_watcher.setFuture(QtConcurrent::run(&m_pool, [now]() -> Answer {
        try {
            return now.lattices->distribution(now.layer.toStdString(), kBins);
        } catch (const std::invalid_argument&) {
            return std::nullopt;
        }
    }));
}

void DistributionPlot::take()
{
    const bool stale = !m_waiting || m_watcher.isCanceled() || m_watcher.future().resultCount() == 0;
    if (stale)
        return;
    m_waiting = false;
    const Answer answer = m_watcher.result();
    if (answer && answer->layer != m_asked.layer.toStdString())
        return;
    m_shown = answer;
    setDirty();
}

void DistributionPlot::redraw()
{
    clearDrawing(plot());
    const QColor hue = theme().runStyle(primaryRun(workspace())->colorSlot).color;
    if (m_shown) {
        drawWeights(hue);
        drawErrors(hue);
    }
    for (QCPAxisRect* rect : plot().axisRects())
        rect->setVisible(m_shown.has_value());
    plot().legend->setVisible(m_shown.has_value());
    setEmptyText(m_shown ? QString()
            : m_waiting  ? tr("Counting the weights …")
                         : tr("The layer's weights before and after, and the errors between them."));
    describe();
}

void DistributionPlot::drawWeights(const QColor& hue)
{
    QCPAxisRect& rect = *plot().axisRect();
    QCPGraph* after = addHistogram(rect, "after", m_shown->after);
    after->setPen(QPen(hue, 1));
    after->setBrush(faint(hue, 0.25));
    after->setName(tr("after"));
    QCPGraph* before = addHistogram(rect, "before", m_shown->before);
    before->setPen(QPen(theme().text, 1.5));
    before->setName(tr("before"));
    const double top = std::max(1.0, std::max(largestCount(m_shown->before), largestCount(m_shown->after)) * kHeadroom);
    showRange(rect.axis(QCPAxis::atLeft), { 0, top });
    if (!isManual() && m_shown->before.high > m_shown->before.low)
        showRange(rect.axis(QCPAxis::atBottom), { m_shown->before.low, m_shown->before.high });
}

void DistributionPlot::drawErrors(const QColor& hue)
{
    QCPGraph* errors = addHistogram(*m_errors, "errors", m_shown->errors);
    errors->setPen(QPen(hue, 1));
    errors->setBrush(faint(hue, 0.25));
    errors->removeFromLegend();
    showRange(m_errors->axis(QCPAxis::atLeft), { 0, std::max(1.0, largestCount(m_shown->errors) * kHeadroom) });
    if (!isManual() && m_shown->errors.high > m_shown->errors.low)
        showRange(m_errors->axis(QCPAxis::atBottom), { m_shown->errors.low, m_shown->errors.high });
}

void DistributionPlot::describe()
{
    if (!m_shown) {
        setInfo(QString());
        return;
    }
    const auto& counts = m_shown->before.counts;
    const int64_t weights = std::accumulate(counts.begin(), counts.end(), int64_t { 0 });
    setInfo(tr("%1: rms error %2, %3 weights")
                .arg(QString::fromStdString(m_shown->layer), formatError(m_shown->rmsError), formatCount(weights)));
}

void DistributionPlot::retranslate()
{
    plot().setAccessibleName(tr("Distribution of the layer's weights and errors"));
    plot().xAxis->setLabel(tr("weight"));
    plot().yAxis->setLabel(tr("count", "of weights"));
    m_errors->axis(QCPAxis::atBottom)->setLabel(tr("error (after − before)"));
    m_errors->axis(QCPAxis::atLeft)->setLabel(tr("count", "of weights"));
}

void DistributionPlot::showEvent(QShowEvent* event)
{
    PlotView::showEvent(event);
    ask();
}

} // namespace latticeq::ui
