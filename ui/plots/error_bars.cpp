// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/error_bars.h"

#include "ui/plots/run_marks.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <limits>

namespace latticeq::ui {

namespace {

constexpr double kFilled = 0.8; // share of a layer's width that its bars take
constexpr size_t kMostSideBySide = 3; // runs
constexpr double kMarkerSize = 7; // logical pixels

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(ErrorPlot)
};

} // namespace

BarForm barForm(double pixelsPerLayer)
{
    return pixelsPerLayer >= 14 ? BarForm::SideBySide : pixelsPerLayer >= 5 ? BarForm::Caps : BarForm::Steps;
}

ErrorBars::ErrorBars(QCustomPlot& plot)
    : m_plot(plot)
    , m_group(&plot)
{
    m_group.setSpacingType(QCPBarsGroup::stAbsolute);
    m_group.setSpacing(0);
    plot.setAutoAddPlottableToLegend(false);
}

std::vector<double> ErrorBars::values(const QList<RunDocumentPtr>& runs, ErrorMetric metric, bool searchedOnly)
{
    const auto counts = [](const LayerState& layer) {
        return layer.searched && layer.status == LayerState::Status::Finished;
    };
    // The first candidates of a search are worse by orders of magnitude: they would make the axis jump.
    const bool finishedOnly = std::any_of(runs.begin(), runs.end(), [&](const RunDocumentPtr& run) {
        return std::any_of(run->layers().begin(), run->layers().end(), counts);
    });
    std::vector<double> all;
    for (const RunDocumentPtr& run : runs) {
        for (const LayerState& layer : run->layers()) {
            if (searchedOnly && !layer.searched)
                continue;
            if (finishedOnly && layer.status != LayerState::Status::Finished)
                continue;
            for (const std::optional<double>& value : { metricOf(layer, metric), scalarOf(layer, metric) }) {
                if (value && std::isfinite(*value))
                    all.push_back(*value);
            }
        }
    }
    return all;
}

double ErrorBars::onFloor() const
{
    return m_scale.lower * std::pow(m_scale.upper / m_scale.lower, 0.02);
}

bool ErrorBars::isDrawn(double value) const
{
    return std::isfinite(value) && (!m_scale.log || value > m_scale.lower);
}

QCPBars* ErrorBars::addBars(const char* name, const QPen& pen, const QBrush& brush)
{
    auto* bars = new QCPBars(m_plot.xAxis, m_plot.yAxis);
    bars->setObjectName(QString::fromLatin1(name));
    bars->setPen(pen);
    bars->setBrush(brush);
    bars->setBaseValue(m_scale.log ? m_scale.lower : 0);
    bars->setAntialiased(false);
    return bars;
}

QCPGraph* ErrorBars::addGraph(const char* name, const QPen& pen)
{
    QCPGraph* graph = m_plot.addGraph();
    graph->setObjectName(QString::fromLatin1(name));
    graph->setPen(pen);
    graph->setLineStyle(QCPGraph::lsStepCenter);
    graph->setAntialiased(false);
    return graph;
}

void ErrorBars::fillPrimary(const Theme& theme, const RunDocument& run, ErrorMetric metric)
{
    const QColor color = theme.runStyle(run.colorSlot).color;
    m_latticeSteps = addGraph("lattice steps", QPen(color, 1.5));
    m_latticeSteps->setBrush(faint(color, 0.35));
    m_lattice = addBars("lattice", QPen(color, 1), color);
    m_searching = addBars("searching", QPen(color, 1), QBrush(color, Qt::Dense4Pattern));
    m_below = addGraph("below the axis", Qt::NoPen);
    m_below->setLineStyle(QCPGraph::lsNone);
    m_below->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssTriangleInverted, QPen(color), color, kMarkerSize));
    for (size_t i = 0; i < run.layers().size(); ++i) {
        const double key = static_cast<double>(i) + 1;
        const std::optional<double> value = metricOf(run.layers()[i], metric);
        const bool drawn = value && isDrawn(*value);
        m_latticeSteps->addData(key, drawn ? *value : std::numeric_limits<double>::quiet_NaN());
        if (value && std::isfinite(*value) && !drawn)
            m_below->addData(key, onFloor());
        if (drawn)
            (static_cast<int>(i) == m_searchedLayer ? m_searching : m_lattice)->addData(key, *value);
    }
}

void ErrorBars::fillScalar(const Theme& theme, const RunDocument& run, ErrorMetric metric)
{
    m_scalarSteps = addGraph("scalar steps", QPen(theme.axis, 1));
    m_scalar = addBars("scalar", QPen(theme.axis, 1), Qt::NoBrush);
    m_capCentres = addGraph("scalar cap centres", Qt::NoPen);
    m_capCentres->setLineStyle(QCPGraph::lsNone);
    m_caps = new QCPErrorBars(m_plot.xAxis, m_plot.yAxis);
    m_caps->setObjectName(QStringLiteral("scalar caps"));
    m_caps->setErrorType(QCPErrorBars::etKeyError);
    m_caps->setDataPlottable(m_capCentres);
    m_caps->setWhiskerWidth(0);
    m_caps->setSymbolGap(0);
    m_caps->setPen(QPen(theme.axis, 2, Qt::SolidLine, Qt::FlatCap));
    for (size_t i = 0; i < run.layers().size(); ++i) {
        const double key = static_cast<double>(i) + 1;
        const std::optional<double> value = scalarOf(run.layers()[i], metric);
        const bool drawn = value && isDrawn(*value);
        m_scalarSteps->addData(key, drawn ? *value : std::numeric_limits<double>::quiet_NaN());
        if (!drawn)
            continue;
        m_scalar->addData(key, *value);
        m_capCentres->addData(key, *value);
        m_caps->addData(kFilled / 2);
    }
}

void ErrorBars::fillOther(const Theme& theme, const RunDocument& run, const RunDocument& primary, ErrorMetric metric)
{
    const RunStyle style = theme.runStyle(run.colorSlot);
    const QPen outline(style.color, 1);
    Other other { addBars("other bars", outline, style.hollow ? QBrush(Qt::NoBrush) : QBrush(style.color)),
        addGraph("other markers", Qt::NoPen) };
    other.markers->setLineStyle(QCPGraph::lsNone);
    other.markers->setScatterStyle(runScatter(theme, run, kMarkerSize));
    for (const LayerState& layer : run.layers()) {
        const int index = primary.indexOf(layer.name());
        const std::optional<double> value = metricOf(layer, metric);
        if (index < 0 || !value || !isDrawn(*value))
            continue;
        other.bars->addData(index + 1, *value);
        other.markers->addData(index + 1, *value);
    }
    m_others.push_back(other);
}

void ErrorBars::nameForLegend(const QList<RunDocumentPtr>& runs, const RunDocument& primary)
{
    m_lattice->setName(runs.size() == 1 ? Texts::tr("lattice") : primary.name);
    size_t next = 0;
    for (const RunDocumentPtr& run : runs) {
        if (run.get() == &primary)
            continue;
        m_others[next].bars->setName(run->name);
        m_others[next++].markers->setName(run->name);
    }
    m_scalar->setName(Texts::tr("scalar rounding"));
    m_caps->setName(Texts::tr("scalar rounding"));
}

void ErrorBars::fillLegend()
{
    m_plot.legend->clearItems();
    m_plot.legend->setVisible(!m_lattice->data()->isEmpty());
    m_lattice->addToLegend();
    for (const Other& other : m_others) {
        if (other.bars->visible())
            other.bars->addToLegend();
        else
            other.markers->addToLegend();
    }
    if (m_scalar->data()->isEmpty())
        return;
    if (m_caps->visible())
        m_caps->addToLegend();
    else
        m_scalar->addToLegend();
}

void ErrorBars::fill(const Theme& theme, const QList<RunDocumentPtr>& runs, const RunDocumentPtr& primary,
    ErrorMetric metric, const ErrorScale& scale)
{
    m_scale = scale;
    m_searchedLayer = primary->searchedLayer();
    m_others.clear();
    m_group.clear();
    fillPrimary(theme, *primary, metric);
    for (const RunDocumentPtr& run : runs) {
        if (run != primary)
            fillOther(theme, *run, *primary, metric);
    }
    fillScalar(theme, *primary, metric);
    nameForLegend(runs, *primary);
}

void ErrorBars::arrangeSideBySide(bool visible)
{
    const bool alone = m_others.empty();
    m_group.clear();
    if (!visible) {
        for (QCPBars* bars : { m_lattice, m_searching })
            bars->setWidth(kFilled);
        return;
    }
    const bool hasScalar = alone && !m_scalar->data()->isEmpty();
    const auto places = static_cast<double>(hasScalar ? 2 : m_others.size() + 1);
    const double width = kFilled / places;
    m_group.append(m_lattice);
    if (hasScalar)
        m_group.append(m_scalar);
    for (const Other& other : m_others)
        m_group.append(other.bars);
    for (QCPBars* bars : m_group.bars())
        bars->setWidth(width);
    m_searching->setWidth(width);
    // The searched layer's bar is not in the group, where it would take a place at every layer: it moves to its own.
    for (auto bar = m_searching->data()->begin(); bar != m_searching->data()->end(); ++bar)
        bar->key = std::round(bar->key) - width * (places - 1) / 2;
}

void ErrorBars::arrange(double pixelsPerLayer)
{
    if (!m_lattice)
        return;
    const BarForm form = barForm(pixelsPerLayer);
    const bool beside = form == BarForm::SideBySide && m_others.size() < kMostSideBySide;
    for (auto bar = m_searching->data()->begin(); bar != m_searching->data()->end(); ++bar)
        bar->key = std::round(bar->key);
    arrangeSideBySide(beside);
    m_lattice->setVisible(form != BarForm::Steps);
    m_searching->setVisible(form != BarForm::Steps);
    m_scalar->setVisible(beside && m_others.empty());
    m_caps->setVisible(form != BarForm::Steps && !m_scalar->visible());
    m_latticeSteps->setVisible(form == BarForm::Steps);
    m_scalarSteps->setVisible(form == BarForm::Steps);
    for (const Other& other : m_others) {
        other.bars->setVisible(beside);
        other.markers->setVisible(!beside);
    }
    fillLegend();
}

} // namespace latticeq::ui
