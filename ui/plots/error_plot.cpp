// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/error_plot.h"

#include "ui/plots/run_marks.h"
#include "ui/support/number_format.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>

#include <algorithm>
#include <cmath>

namespace latticeq::ui {

ErrorPlot::ErrorPlot(Workspace& workspace, QWidget* parent)
    : PlotView(workspace, QStringLiteral("errors"), parent)
    , m_axis(*plot().axisRect())
    , m_bars(plot())
    , m_metricLabel(new QLabel(this))
    , m_metric(new QComboBox(this))
    , m_scaleLabel(new QLabel(this))
    , m_scaleChoice(new QComboBox(this))
    , m_worst(new QLabel(this))
{
    plot().setInteractions(QCP::iRangeDrag | QCP::iRangeZoom);
    plot().axisRect()->setRangeDrag(Qt::Horizontal);
    plot().axisRect()->setRangeZoom(Qt::Horizontal);
    addFreeAxis(plot().xAxis);
    makeLegend();
    makeTools();
    listen();
    listenToStrip();
    retranslate();
}

void ErrorPlot::makeTools()
{
    m_metric->setObjectName(QStringLiteral("metric"));
    m_scaleChoice->setObjectName(QStringLiteral("scale"));
    m_worst->setObjectName(QStringLiteral("worst"));
    for (const ErrorMetric metric : kErrorMetrics)
        m_metric->addItem(QString(), static_cast<int>(metric));
    for (const ScaleChoice choice : { ScaleChoice::Auto, ScaleChoice::Linear, ScaleChoice::Log })
        m_scaleChoice->addItem(QString(), static_cast<int>(choice));
    for (QComboBox* box : { m_metric, m_scaleChoice })
        box->setSizeAdjustPolicy(QComboBox::AdjustToContents); // the names change with the language
    m_metricLabel->setBuddy(m_metric);
    m_scaleLabel->setBuddy(m_scaleChoice);
    m_worst->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    int place = 0;
    for (QWidget* widget : std::initializer_list<QWidget*> { m_metricLabel, m_metric, m_scaleLabel, m_scaleChoice })
        tools().insertWidget(place++, widget);
    tools().insertWidget(tools().count() - 1, m_worst);
    connect(m_metric, &QComboBox::currentIndexChanged, this, [this] {
        retranslate();
        setDirty();
    });
    connect(m_scaleChoice, &QComboBox::currentIndexChanged, this, &ErrorPlot::setDirty);
    connect(m_worst, &QLabel::linkActivated, this, [this] {
        const int worst = m_run ? worstLayer(*m_run, metric()) : -1;
        if (worst >= 0)
            this->workspace().selection().choose(m_run->layers()[static_cast<size_t>(worst)].name());
    });
}

void ErrorPlot::listen()
{
    Workspace& w = workspace();
    connect(&w, &Workspace::layersChanged, this, &ErrorPlot::setDirty);
    connect(&w, &Workspace::layersReset, this, &ErrorPlot::fit);
    connect(&w, &Workspace::currentChanged, this, &ErrorPlot::fit);
    connect(&w, &Workspace::shownChanged, this, &ErrorPlot::setDirty);
    connect(&w.selection(), &LayerSelection::changed, this, [this] {
        scrollToCurrent();
        setDirty();
    });
    connect(plot().xAxis, qOverload<const QCPRange&>(&QCPAxis::rangeChanged), this,
        [this](const QCPRange& range) { showRange(plot().xAxis, m_axis.bounded(range)); });
    connect(&plot(), &QCustomPlot::afterLayout, this, &ErrorPlot::arrange);
}

void ErrorPlot::listenToStrip()
{
    connect(&plot(), &QCustomPlot::mousePress, this, [this](QMouseEvent* event) {
        const bool strip = event->button() == Qt::LeftButton && m_axis.isOnStrip(event->pos());
        m_stripStart = strip ? m_axis.layerAt(event->pos()) : -1;
        plot().axisRect()->setRangeDrag(strip ? Qt::Orientations() : Qt::Horizontal);
    });
    connect(&plot(), &QCustomPlot::mouseMove, this, [this](QMouseEvent* event) {
        const int layer = m_stripStart < 0 ? -1 : m_axis.layerAt(event->pos());
        if (layer >= 0 && layer != m_stripStart)
            selectRange(m_stripStart, layer);
    });
    connect(&plot(), &QCustomPlot::mouseRelease, this, [this] {
        m_stripStart = -1;
        plot().axisRect()->setRangeDrag(Qt::Horizontal);
    });
}

void ErrorPlot::selectRange(int first, int last)
{
    QSet<QString> layers;
    for (int i = std::min(first, last); i <= std::max(first, last); ++i)
        layers.insert(m_axis.name(i));
    workspace().selection().choose(m_axis.name(last), layers);
}

ErrorMetric ErrorPlot::metric() const
{
    return static_cast<ErrorMetric>(m_metric->currentData().toInt());
}

void ErrorPlot::setMetric(ErrorMetric metric)
{
    m_metric->setCurrentIndex(m_metric->findData(static_cast<int>(metric)));
}

ScaleChoice ErrorPlot::scale() const
{
    return static_cast<ScaleChoice>(m_scaleChoice->currentData().toInt());
}

void ErrorPlot::setScale(ScaleChoice choice)
{
    m_scaleChoice->setCurrentIndex(m_scaleChoice->findData(static_cast<int>(choice)));
}

void ErrorPlot::redraw()
{
    m_run = primaryRun(workspace());
    const QList<RunDocumentPtr> shown = workspace().shown();
    m_axis.setLayers(m_run->layers());
    m_axis.setSelection(workspace().selection().current(), workspace().selection().selected());
    m_axis.setStyle(theme(), secondaryFont());
    clearDrawing(plot(), m_axis.items());
    const std::vector<double> all = ErrorBars::values(shown, metric(), false);
    const bool decibels = metric() == ErrorMetric::SignalToNoise;
    m_scale = decibels ? decibelScale(all) : errorScale(ErrorBars::values(shown, metric(), true), all, scale());
    applyErrorScale(*plot().yAxis, m_scale);
    plot().yAxis->setLabel(decibels ? tr("SQNR (dB)")
            : m_scale.log || m_scale.exponent == 0
            ? metricTitle(metric())
            : tr("%1 (%2)", "metric and its power of ten")
                  .arg(metricTitle(metric()), formatPowerOfTen(m_scale.exponent)));
    m_bars.fill(theme(), shown, m_run, metric(), m_scale);
    showRange(plot().yAxis, { m_scale.lower, m_scale.upper });
    showRange(plot().xAxis, isManual() ? m_axis.bounded(plot().xAxis->range()) : m_axis.fullRange());
    setEmptyText(!all.empty() ? QString()
            : m_run->isActive()
            ? tr("Every layer's error appears here as it finishes.")
            : tr("Every layer's error appears here as it finishes: lattice beside scalar rounding.\n"
                 "Press Run (Ctrl+R); the demo needs nothing else."));
    m_arrangedFor = m_axis.pixelsPerLayer();
    m_bars.arrange(m_arrangedFor);
    plot().yAxis->setTickLabels(!all.empty());
    updateWorst();
    updateInfo();
}

void ErrorPlot::arrange()
{
    const double pixels = m_axis.pixelsPerLayer();
    if (pixels == m_arrangedFor)
        return;
    m_arrangedFor = pixels;
    m_bars.arrange(pixels);
    plot().replot(QCustomPlot::rpQueuedReplot); // the legend's room is known one layout later
}

void ErrorPlot::updateWorst()
{
    const int worst = worstLayer(*m_run, metric());
    m_worst->setHidden(worst < 0);
    if (worst < 0)
        return;
    const QString name = m_run->layers()[static_cast<size_t>(worst)].name().toHtmlEscaped();
    m_worst->setText(tr("worst: %1 %2 · <a href=\"show\">Show</a>").arg(QLocale().toString(worst + 1), name));
}

void ErrorPlot::updateInfo()
{
    const int layer = m_hovered >= 0 && m_hovered < m_axis.count() ? m_hovered : m_axis.current();
    setInfo(layer < 0 || !m_run || layer >= static_cast<int>(m_run->layers().size())
            ? QString()
            : layerWords(*m_run, layer, metric()));
}

void ErrorPlot::scrollToCurrent()
{
    const int current = m_run ? m_run->indexOf(workspace().selection().current()) : -1;
    const QCPRange range = plot().xAxis->range();
    if (current >= 0 && !range.contains(current + 1))
        showRange(plot().xAxis, m_axis.bounded({ current + 1 - range.size() / 2, current + 1 + range.size() / 2 }));
}

void ErrorPlot::retranslate()
{
    m_metricLabel->setText(tr("&Metric"));
    m_scaleLabel->setText(tr("S&cale"));
    for (int i = 0; i < m_metric->count(); ++i) {
        const auto metric = static_cast<ErrorMetric>(m_metric->itemData(i).toInt());
        m_metric->setItemText(i, metricTitle(metric));
        m_metric->setItemData(i, metricMeaning(metric), Qt::ToolTipRole);
    }
    const QStringList scales { tr("Auto"), tr("Linear"), tr("Log") };
    for (int i = 0; i < m_scaleChoice->count(); ++i)
        m_scaleChoice->setItemText(i, scales.at(i));
    const bool decibels = metric() == ErrorMetric::SignalToNoise;
    m_scaleChoice->setEnabled(!decibels);
    m_metric->setAccessibleName(tr("Metric of the bars"));
    m_metric->setToolTip(metricMeaning(metric()));
    m_scaleChoice->setAccessibleName(tr("Scale of the error axis"));
    m_scaleChoice->setToolTip(decibels
            ? tr("SQNR is already logarithmic.")
            : tr("Auto is linear while the searched layers span less than a factor of 30 (L)"));
    m_worst->setAccessibleName(tr("Worst layer"));
    m_worst->setToolTip(tr("Selects the searched layer that loses most by this metric"));
    plot().setAccessibleName(tr("Error of every layer"));
}

void ErrorPlot::clicked(const QPoint& position, Qt::KeyboardModifiers modifiers)
{
    const int layer = m_axis.layerAt(position);
    if (layer < 0)
        return;
    if (modifiers & Qt::ControlModifier)
        workspace().selection().toggle(m_axis.name(layer));
    else
        workspace().selection().choose(m_axis.name(layer));
}

void ErrorPlot::hovered(const QPoint& position)
{
    m_hovered = m_axis.layerAt(position);
    updateInfo();
}

void ErrorPlot::left()
{
    m_hovered = -1;
    updateInfo();
}

void ErrorPlot::changeEvent(QEvent* event)
{
    PlotView::changeEvent(event);
    // A rich text keeps the link colour that it was made with.
    if (event->type() == QEvent::PaletteChange)
        m_worst->clear();
}

void ErrorPlot::keyPressEvent(QKeyEvent* event)
{
    if (event->key() != Qt::Key_L || event->modifiers() != Qt::NoModifier) {
        PlotView::keyPressEvent(event);
        return;
    }
    if (m_scaleChoice->isEnabled())
        setScale(m_scale.log ? ScaleChoice::Linear : ScaleChoice::Log);
}

} // namespace latticeq::ui
