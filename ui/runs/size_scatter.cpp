// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/size_scatter.h"

#include "ui/plots/legend_row.h"
#include "ui/plots/number_ticker.h"
#include "ui/plots/plot_menu.h"
#include "ui/runs/run_marker.h"
#include "ui/support/number_format.h"
#include "ui/support/plot_style.h"
#include "ui/support/theme.h"

#include <qcustomplot.h>

#include <QHBoxLayout>
#include <QLabel>
#include <QToolTip>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace latticeq::ui {

namespace {

constexpr int kRedrawDelay = 40; // ms
constexpr double kReach = 10; // pixels from a mark that still mean it
constexpr double kComparedSize = 10; // pixels
constexpr double kOtherSize = 6; // pixels
constexpr double kUnknownSize = 1e6; // MB; the line of full precision then has no end in sight
constexpr int kMostTicks = 5;
constexpr QSize kLineSample { 20, 10 }; // in the legend; two dashes need as much

/** A range around its values with room for marks and labels; never empty. */
QCPRange padded(double low, double high, double smallest)
{
    const double room = std::max(0.12 * (high - low), smallest);
    return { low - room, high + room };
}

} // namespace

SizeScatter::SizeScatter(QWidget* parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_plot(new QCustomPlot(this))
{
    setObjectName(QStringLiteral("sizeScatter"));
    m_plot->setFocusPolicy(Qt::StrongFocus);
    m_plot->setMinimumHeight(120);
    m_plot->setInteractions(QCP::iRangeDrag | QCP::iRangeZoom);
    m_plot->installEventFilter(this);
    m_plot->setAutoAddPlottableToLegend(false);
    for (QCPAxis* axis : { m_plot->xAxis, m_plot->yAxis })
        axis->setTicker(QSharedPointer<NumberTicker>::create(*axis, kMostTicks));
    LegendRow::addTo(*m_plot);
    m_plot->legend->setIconSize(kLineSample);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(8, 2, 4, 2);
    head->addWidget(m_title, 1);
    head->addWidget(makePlotMenuButton(*m_plot, QStringLiteral("accuracy-against-size"), this));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_plot, 1);
    m_redraw.setSingleShot(true);
    m_redraw.setInterval(kRedrawDelay);
    connect(&m_redraw, &QTimer::timeout, this, &SizeScatter::redraw);
    connect(m_plot, &QCustomPlot::mouseWheel, this, [this] { m_fitted = false; });
    connect(m_plot, &QCustomPlot::mouseMove, this, [this](const QMouseEvent* event) {
        m_fitted = m_fitted && !(event->buttons() & Qt::LeftButton);
        showToolTip(event->pos());
    });
    connect(m_plot, &QCustomPlot::mouseDoubleClick, this, [this](const QMouseEvent* event) {
        if (const SizePoint* point = pointAt(event->position()))
            emit openAsked(point->id);
    });
    retranslate();
}

void SizeScatter::setPoints(std::vector<SizePoint> points, const std::optional<FullPrecisionPoint>& fullPrecision)
{
    m_points = std::move(points);
    m_fullPrecision = fullPrecision;
    markDirty();
}

void SizeScatter::markDirty()
{
    m_dirty = true;
    if (isVisible() && !m_redraw.isActive())
        m_redraw.start();
}

void SizeScatter::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_dirty)
        redraw();
}

void SizeScatter::redraw()
{
    if (!isVisible())
        return;
    m_dirty = false;
    const Theme& theme = Theme::of(palette());
    m_plot->clearPlottables();
    m_plot->clearItems();
    stylePlot(*m_plot, theme);
    m_plot->legend->setBorderPen(Qt::NoPen);
    if (m_fitted)
        fitRanges();
    drawFullPrecision(theme);
    drawOthers(theme);
    drawCompared(theme);
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void SizeScatter::drawOthers(const Theme& theme)
{
    QCPGraph* others = m_plot->addGraph();
    others->setLineStyle(QCPGraph::lsNone);
    others->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDisc, theme.unused, kOtherSize));
    for (const SizePoint& point : m_points) {
        if (point.colorSlot < 0)
            others->addData(point.megabytes, point.top1);
    }
}

void SizeScatter::drawCompared(const Theme& theme)
{
    for (const SizePoint& point : m_points) {
        if (point.colorSlot < 0)
            continue;
        const RunStyle style = theme.runStyle(point.colorSlot);
        QCPGraph* graph = m_plot->addGraph();
        graph->setLineStyle(QCPGraph::lsNone);
        graph->setScatterStyle(runScatterStyle(style, theme, kComparedSize));
        graph->addData(point.megabytes, point.top1);
        auto* interval = new QCPErrorBars(m_plot->xAxis, m_plot->yAxis);
        interval->setDataPlottable(graph);
        interval->setPen(QPen(style.color, 1));
        interval->setSymbolGap(kComparedSize + 2);
        interval->addData(point.top1 - point.top1Low, point.top1High - point.top1);
        drawLabel(point, theme);
    }
}

void SizeScatter::drawLabel(const SizePoint& point, const Theme& theme)
{
    auto* label = new QCPItemText(m_plot);
    label->setText(point.label);
    label->setFont(m_plot->xAxis->tickLabelFont());
    label->setColor(theme.text);
    label->setPadding(QMargins(9, 0, 9, 0));
    label->setClipToAxisRect(true);
    const bool right = point.megabytes > m_plot->xAxis->range().center();
    label->setPositionAlignment(Qt::AlignVCenter | (right ? Qt::AlignRight : Qt::AlignLeft));
    label->position->setCoords(point.megabytes, point.top1);
}

void SizeScatter::drawFullPrecision(const Theme& theme)
{
    if (!m_fullPrecision)
        return;
    const double level = m_fullPrecision->top1;
    const double size = m_fullPrecision->megabytes;
    QCPGraph* line = m_plot->addGraph();
    line->setObjectName(QStringLiteral("full precision"));
    line->setPen(QPen(theme.text, 1, Qt::DashLine));
    line->addData(0, level);
    line->addData(size > 0 ? size : kUnknownSize, level);
    line->setName(size > 0 ? tr("full precision %1 %2 →", "accuracy and size, to the right of the plot")
                                 .arg(formatPercent(level), formatSize(static_cast<int64_t>(std::llround(1e6 * size))))
                           : tr("full precision %1").arg(formatPercent(level)));
    line->addToLegend();
}

void SizeScatter::fitRanges()
{
    if (m_points.empty())
        return;
    const auto [smallest, largest] = std::minmax_element(m_points.begin(), m_points.end(),
        [](const SizePoint& a, const SizePoint& b) { return a.megabytes < b.megabytes; });
    double low = m_fullPrecision ? m_fullPrecision->top1 : m_points.front().top1;
    double high = low;
    for (const SizePoint& point : m_points) {
        low = std::min(low, point.colorSlot < 0 ? point.top1 : point.top1Low);
        high = std::max(high, point.colorSlot < 0 ? point.top1 : point.top1High);
    }
    m_plot->xAxis->setRange(padded(smallest->megabytes, largest->megabytes, 0.02 * largest->megabytes));
    m_plot->yAxis->setRange(padded(low, high, 0.1));
}

void SizeScatter::fit()
{
    m_fitted = true;
    markDirty();
}

const SizePoint* SizeScatter::pointAt(const QPointF& position) const
{
    const SizePoint* nearest = nullptr;
    double reach = kReach;
    for (const SizePoint& point : m_points) {
        const double dx = m_plot->xAxis->coordToPixel(point.megabytes) - position.x();
        const double dy = m_plot->yAxis->coordToPixel(point.top1) - position.y();
        const double distance = std::hypot(dx, dy);
        if (distance > reach)
            continue;
        reach = distance;
        nearest = &point;
    }
    return nearest;
}

void SizeScatter::showToolTip(const QPoint& position)
{
    const SizePoint* point = pointAt(position);
    if (!point) {
        QToolTip::hideText();
        return;
    }
    const QString size = formatSize(static_cast<int64_t>(std::llround(1e6 * point->megabytes)));
    QToolTip::showText(m_plot->mapToGlobal(position),
        tr("%1: %2 in %3", "a run's name, accuracy and packed size").arg(point->name, formatPercent(point->top1), size),
        m_plot);
}

bool SizeScatter::handleKey(int key)
{
    constexpr double kZoom = 0.8;
    constexpr double kPan = 0.1; // of the range
    const auto zoom = [this](double factor) {
        m_plot->xAxis->scaleRange(factor);
        m_plot->yAxis->scaleRange(factor);
    };
    const auto pan = [](QCPAxis* axis, double share) { axis->moveRange(share * axis->range().size()); };
    switch (key) {
    case Qt::Key_Plus: zoom(kZoom); break;
    case Qt::Key_Minus: zoom(1 / kZoom); break;
    case Qt::Key_Left: pan(m_plot->xAxis, -kPan); break;
    case Qt::Key_Right: pan(m_plot->xAxis, kPan); break;
    case Qt::Key_Up: pan(m_plot->yAxis, kPan); break;
    case Qt::Key_Down: pan(m_plot->yAxis, -kPan); break;
    case Qt::Key_Home: fit(); return true;
    default: return false;
    }
    m_fitted = false;
    markDirty();
    return true;
}

bool SizeScatter::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_plot && event->type() == QEvent::KeyPress)
        return handleKey(static_cast<QKeyEvent*>(event)->key());
    return QWidget::eventFilter(watched, event);
}

void SizeScatter::retranslate()
{
    m_title->setText(tr("Top-1 (%) against packed size (MB)"));
    m_plot->xAxis->setLabel(tr("Packed size (MB)"));
    m_plot->yAxis->setLabel(tr("Top-1 (%)"));
    m_plot->setLocale(QLocale());
    m_plot->setAccessibleName(tr("Accuracy against packed size"));
    m_plot->setToolTip(
        tr("Every finished run of this model; double click opens one. + and − zoom, arrows pan, Home shows all."));
}

void SizeScatter::changeEvent(QEvent* event)
{
    switch (event->type()) {
    case QEvent::LanguageChange: retranslate(); [[fallthrough]];
    case QEvent::PaletteChange:
    case QEvent::ApplicationPaletteChange:
    case QEvent::FontChange: markDirty(); break;
    default: break;
    }
    QWidget::changeEvent(event);
}

} // namespace latticeq::ui
