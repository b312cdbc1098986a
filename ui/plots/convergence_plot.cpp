// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/convergence_plot.h"

#include "ui/plots/log_ticker.h"
#include "ui/plots/run_marks.h"
#include "ui/plots/tick_labels.h"
#include "ui/support/number_format.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

namespace latticeq::ui {

namespace {

constexpr int kMostNamed = 3; // selected layers beside the current one
constexpr double kNear = 8; // logical pixels from a line that still mean it
constexpr double kUnknownSpan = 20; // above the best, while the scalar level is not known
constexpr double kMostLabelRoom = 0.5; // share of the width that the names may take from the lines
constexpr int kMostTicks = 6;

const std::array<Qt::PenStyle, kMostNamed> kDashes { Qt::DashLine, Qt::DotLine, Qt::DashDotLine };

/** The points of one restart, or of the layer's best (-1). */
std::vector<ConvergencePoint> pointsOf(const LayerState& layer, int restart)
{
    std::vector<ConvergencePoint> points;
    for (const ConvergencePoint& point : layer.convergence) {
        if (point.restart == restart)
            points.push_back(point);
    }
    return points;
}

int restartsOf(const LayerState& layer)
{
    int most = -1;
    for (const ConvergencePoint& point : layer.convergence)
        most = std::max(most, point.restart);
    return most + 1;
}

double lastValue(const QCPGraph& line)
{
    return line.data()->isEmpty() ? 0 : (line.data()->constEnd() - 1)->value;
}

} // namespace

ConvergencePlot::ConvergencePlot(Workspace& workspace, QWidget* parent)
    : PlotView(workspace, QStringLiteral("convergence"), parent)
{
    plot().setInteractions(QCP::iRangeDrag | QCP::iRangeZoom);
    for (QCPAxis* axis : { plot().xAxis, plot().yAxis }) {
        axis->setScaleType(QCPAxis::stLogarithmic);
        addFreeAxis(axis);
    }
    plot().xAxis->setTicker(QSharedPointer<LogTicker>::create(*plot().xAxis, LogTicker::Labels::Counts, kMostTicks));
    plot().yAxis->setTicker(QSharedPointer<LogTicker>::create(*plot().yAxis, LogTicker::Labels::Powers, kMostTicks));
    connect(&plot(), &QCustomPlot::afterLayout, this, &ConvergencePlot::arrange);
    Workspace& w = this->workspace();
    connect(&w, &Workspace::convergenceChanged, this, &ConvergencePlot::setDirty);
    connect(&w, &Workspace::layersReset, this, &ConvergencePlot::setDirty);
    connect(&w, &Workspace::layersChanged, this, &ConvergencePlot::setDirty);
    connect(&w, &Workspace::shownChanged, this, &ConvergencePlot::setDirty);
    connect(&w.selection(), &LayerSelection::changed, this, &ConvergencePlot::setDirty);
    retranslate();
}

QStringList ConvergencePlot::endLabels() const
{
    QStringList texts;
    for (const EndLabel& label : m_labels)
        texts.append(label.text);
    return texts;
}

void ConvergencePlot::fit()
{
    m_showAll = isManual() ? m_showAll : !m_showAll;
    PlotView::fit();
}

QCPGraph* ConvergencePlot::addLine(const QString& layer, const std::vector<ConvergencePoint>& points, const QPen& pen)
{
    QCPGraph* line = plot().addGraph();
    line->setPen(pen);
    line->setLineStyle(QCPGraph::lsStepLeft);
    line->setName(layer);
    for (const ConvergencePoint& point : points) {
        // Logarithmic axes: an error of zero would have no place, neither would a search before its first candidate.
        if (point.bestError > 0)
            line->addData(static_cast<double>(std::max<int64_t>(1, point.candidates)), point.bestError);
    }
    m_layerOf.insert(line, layer);
    for (const QCPGraphData& point : *line->data())
        m_first = std::max(m_first, point.value);
    return line;
}

void ConvergencePlot::label(const QString& text, const QCPGraph* line, const QPen& pen)
{
    const double value = lastValue(*line);
    if (value <= 0)
        return;
    m_labels.push_back({ text, QString(), value, pen, theme().text });
    m_best = m_best > 0 ? std::min(m_best, value) : value;
    m_highestEnd = std::max(m_highestEnd, value);
}

void ConvergencePlot::addScalar(const LayerState& layer)
{
    const double level = layer.report.scalarMce * static_cast<double>(layer.report.weights);
    if (layer.status != LayerState::Status::Finished || level <= 0)
        return;
    const QPen pen(theme().axis, 1.5, Qt::DashLine);
    auto* line = new QCPItemStraightLine(&plot());
    line->setObjectName(QStringLiteral("scalar"));
    line->setPen(pen);
    line->point1->setCoords(1, level);
    line->point2->setCoords(10, level);
    m_labels.push_back({ tr("scalar"), QString(), level, pen, theme().secondary });
    m_scalar = std::max(m_scalar, level);
}

void ConvergencePlot::drawLayer(const RunDocument& run, const LayerState& layer)
{
    const QColor color = theme().runStyle(run.colorSlot).color;
    for (int restart = 0; restart < restartsOf(layer); ++restart) {
        QCPGraph* line = addLine(layer.name(), pointsOf(layer, restart), QPen(faint(color, 0.3), 1));
        line->setObjectName(QStringLiteral("restart"));
    }
    const QPen pen(color, 2);
    QCPGraph* best = addLine(layer.name(), pointsOf(layer, -1), pen);
    best->setObjectName(QStringLiteral("best"));
    label(restartsOf(layer) > 1 ? tr("best (each channel its best restart)") : tr("best"), best, pen);
    if (!m_labels.empty())
        m_labels.back().shortText = tr("best");
    addScalar(layer);
}

void ConvergencePlot::drawOtherLayers(const RunDocument& run)
{
    const QColor color = theme().runStyle(run.colorSlot).color;
    for (const LayerState& layer : run.layers()) {
        const QString name = layer.name();
        if (name == workspace().selection().current() || !workspace().selection().isSelected(name)
            || layer.convergence.empty())
            continue;
        if (m_named >= kMostNamed) {
            addLine(name, pointsOf(layer, -1), QPen(faint(color, 0.3), 1))->setObjectName(QStringLiteral("unnamed"));
            continue;
        }
        const QPen pen(color, 1.5, kDashes[static_cast<size_t>(m_named++)]);
        QCPGraph* line = addLine(name, pointsOf(layer, -1), pen);
        line->setObjectName(QStringLiteral("named"));
        label(name, line, pen);
    }
}

void ConvergencePlot::drawRuns(const QString& layer)
{
    for (const RunDocumentPtr& run : workspace().shown()) {
        const LayerState* state = run->find(layer);
        if (!state)
            continue;
        const QPen pen = runPen(theme(), *run, 2);
        QCPGraph* line = addLine(layer, pointsOf(*state, -1), pen);
        line->setObjectName(QStringLiteral("run"));
        label(runTitle(theme(), *run), line, pen);
    }
    if (const LayerState* state = primaryRun(workspace())->find(layer))
        addScalar(*state);
}

void ConvergencePlot::redraw()
{
    const RunDocumentPtr run = primaryRun(workspace());
    const QString current = workspace().selection().current();
    if (current != m_drawnLayer || run->id != m_drawnRun) {
        m_showAll = false;
        setManual(false);
    }
    m_drawnLayer = current;
    m_drawnRun = run->id;
    clearDrawing(plot());
    m_layerOf.clear();
    m_labels.clear();
    m_best = m_scalar = m_first = m_highestEnd = 0;
    m_named = 0;
    const LayerState* layer = run->find(current);
    if (workspace().shown().size() > 1) {
        drawRuns(current);
    } else {
        if (layer)
            drawLayer(*run, *layer);
        drawOtherLayers(*run);
    }
    m_names = new EndLabels(plot());
    m_names->setLabels(m_labels, secondaryFont(), theme().base);
    showRanges();
    plot().xAxis->setTickLabels(m_first > 0);
    plot().yAxis->setTickLabels(m_first > 0);
    setEmptyText(m_first > 0 ? QString() : tr("Best error against candidates tried, for the selected layer."));
    describe(*run, layer);
}

void ConvergencePlot::arrange()
{
    fitCaption(*plot().yAxis, { tr("cubic error of the layer (sum)"), tr("cubic error (sum)") });
    if (plot().axisRect()->width() != m_arrangedWidth)
        setDirty(); // the names take another share of the width now
}

double ConvergencePlot::lineShare()
{
    m_arrangedWidth = plot().axisRect()->width();
    if (m_arrangedWidth <= 0)
        return 1 - kMostLabelRoom;
    return 1 - std::min(kMostLabelRoom, m_names->width(m_arrangedWidth) / m_arrangedWidth);
}

void ConvergencePlot::showRanges()
{
    const double share = lineShare();
    if (isManual())
        return;
    if (m_first <= 0) {
        showRange(plot().xAxis, { 1, 1e4 });
        showRange(plot().yAxis, { 1e-6, 1e-3 });
        return;
    }
    double last = 10;
    for (int i = 0; i < plot().graphCount(); ++i) {
        if (!plot().graph(i)->data()->isEmpty())
            last = std::max(last, (plot().graph(i)->data()->constEnd() - 1)->key);
    }
    const double best = m_best > 0 ? m_best : m_first;
    const double usual = m_scalar > 0 ? 3 * m_scalar : std::min(kUnknownSpan * best, 1.5 * m_first);
    const double nearEnd = std::max(usual, 1.5 * m_highestEnd); // a line that is named is in sight
    const double top = m_showAll ? std::max(nearEnd, 1.5 * m_first) : nearEnd;
    showRange(plot().xAxis, { 1, std::pow(last, 1 / share) });
    showRange(plot().yAxis, { best / 1.5, std::max(top, best * 1.5) });
}

void ConvergencePlot::describe(const RunDocument& run, const LayerState* layer)
{
    const auto selected = static_cast<int>(workspace().selection().selected().size());
    const int named = m_named + (layer ? 1 : 0);
    if (workspace().shown().size() == 1 && named < selected && m_first > 0) {
        setInfo(tr("%1 of %2 selected named").arg(named).arg(selected));
        return;
    }
    const std::optional<double> best = layer ? layer->bestMce() : std::nullopt;
    if (!best || m_first <= 0) {
        setInfo(QString());
        return;
    }
    const QString number = QLocale().toString(run.indexOf(layer->name()) + 1);
    const QString error = formatError(*best * static_cast<double>(layer->report.weights));
    if (layer->status == LayerState::Status::Finished && layer->report.scalarMce > 0) {
        setInfo(tr("%1 %2: %3, %4 vs scalar")
                    .arg(number, layer->name(), error, formatChange(*best / layer->report.scalarMce)));
        return;
    }
    setInfo(tr("%1 %2: best so far %3").arg(number, layer->name(), error));
}

void ConvergencePlot::retranslate()
{
    plot().xAxis->setLabel(tr("candidates tried"));
    plot().yAxis->setLabel(tr("cubic error of the layer (sum)"));
    plot().setAccessibleName(tr("Best error against candidates tried"));
}

void ConvergencePlot::clicked(const QPoint& position, Qt::KeyboardModifiers modifiers)
{
    const QCPGraph* nearest = nullptr;
    double distance = kNear;
    for (int i = 0; i < plot().graphCount(); ++i) {
        const double d = plot().graph(i)->selectTest(position, false);
        if (d >= 0 && d < distance) {
            distance = d;
            nearest = plot().graph(i);
        }
    }
    const QString layer = m_layerOf.value(nearest);
    if (layer.isEmpty())
        return;
    LayerSelection& selection = workspace().selection();
    if (modifiers & Qt::ControlModifier)
        selection.toggle(layer);
    else
        selection.choose(layer, selection.selected());
}

} // namespace latticeq::ui
