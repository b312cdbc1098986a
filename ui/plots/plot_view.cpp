// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/plot_view.h"

#include "ui/plots/elided_label.h"
#include "ui/plots/legend_row.h"
#include "ui/plots/plot_menu.h"
#include "ui/support/plot_style.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace latticeq::ui {

namespace {

constexpr int kRedrawMs = 40;
constexpr int kMargin = 4; // of the view, logical pixels; the focus line is drawn in it
constexpr int kTop = 10; // above the axes
constexpr int kRight = 20; // beside the axes: half a number stands there

/** Keys move what wheel and drag may move. */
bool isFree(const QCPAxis& axis)
{
    return axis.axisRect()->rangeZoom().testFlag(axis.orientation());
}

/** The language's numbers as QCustomPlot writes them on its axes. */
QLocale plotLocale()
{
    QLocale locale;
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    return locale;
}

} // namespace

PlotView::PlotView(Workspace& workspace, const QString& exportName, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_plot(new QCustomPlot(this))
    , m_tools(new QHBoxLayout)
    , m_emptyText(new QLabel(m_plot))
    , m_info(new ElidedLabel(this))
{
    m_plot->setObjectName(QStringLiteral("plot"));
    m_plot->setFocusPolicy(Qt::StrongFocus);
    m_plot->setMouseTracking(true);
    m_plot->setMinimumSize(160, 100);
    m_plot->installEventFilter(this);
    m_plot->axisRect()->setMinimumMargins({ 0, kTop, kRight, 0 });
    m_info->setObjectName(QStringLiteral("info"));
    m_emptyText->setObjectName(QStringLiteral("emptyText"));
    m_emptyText->setAlignment(Qt::AlignCenter);
    m_emptyText->setWordWrap(true);
    m_emptyText->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_emptyText->hide();
    setFocusProxy(m_plot);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kMargin, kMargin, kMargin, kMargin);
    layout->setSpacing(kMargin);
    m_tools->setSpacing(8);
    m_tools->addStretch(1);
    m_tools->addWidget(makePlotMenuButton(*m_plot, exportName, this));
    layout->addLayout(m_tools);
    layout->addWidget(m_plot, 1);
    layout->addWidget(m_info);

    m_timer.setSingleShot(true);
    m_timer.setInterval(kRedrawMs);
    connect(&m_timer, &QTimer::timeout, this, &PlotView::refresh);
    connect(m_plot, &QCustomPlot::afterLayout, this, &PlotView::placeEmptyText);
    listenToMouse();
    restyle();
}

void PlotView::listenToMouse()
{
    connect(m_plot, &QCustomPlot::mousePress, this,
        [this](QMouseEvent* event) { m_pressed = event->button() == Qt::LeftButton ? event->pos() : QPoint(-1, -1); });
    connect(m_plot, &QCustomPlot::mouseRelease, this, [this](QMouseEvent* event) {
        const bool still = (event->pos() - m_pressed).manhattanLength() < 4;
        if (event->button() == Qt::LeftButton && m_pressed.x() >= 0 && still)
            clicked(event->pos(), event->modifiers());
        m_pressed = { -1, -1 };
    });
    connect(m_plot, &QCustomPlot::mouseDoubleClick, this, [this](QMouseEvent* event) {
        if (event->button() == Qt::LeftButton && !m_workspace.selection().current().isEmpty())
            emit m_workspace.selection().latticeAsked();
    });
    connect(m_plot, &QCustomPlot::mouseMove, this, [this](QMouseEvent* event) { hovered(event->pos()); });
}

void PlotView::refresh()
{
    m_timer.stop();
    m_dirty = false;
    stylePlot(*m_plot, theme());
    if (m_plot->legend)
        m_plot->legend->setBorderPen(Qt::NoPen);
    redraw();
    m_plot->replot();
}

QString PlotView::emptyText() const
{
    return m_emptyText->isHidden() ? QString() : m_emptyText->text();
}

QString PlotView::info() const
{
    return m_info->text();
}

void PlotView::fit()
{
    m_manual = false;
    setDirty();
}

QFont PlotView::secondaryFont() const
{
    return m_plot->axisRect()->axis(QCPAxis::atLeft)->tickLabelFont();
}

void PlotView::setDirty()
{
    m_dirty = true;
    if (isVisible() && !m_timer.isActive())
        m_timer.start();
}

void PlotView::setEmptyText(const QString& text)
{
    m_emptyText->setText(text);
    m_emptyText->setHidden(text.isEmpty());
    m_plot->layer(QStringLiteral("grid"))->setVisible(text.isEmpty()); // its lines would cross the text
    placeEmptyText();
}

void PlotView::setInfo(const QString& text)
{
    m_info->setText(text);
}

void PlotView::placeEmptyText()
{
    const QCPAxisRect& axes = *m_plot->axisRect();
    const QRect rect = axes.visible() && axes.width() > 0 ? axes.rect() : m_plot->rect();
    m_emptyText->setGeometry(rect.adjusted(12, 4, -12, -4));
}

void PlotView::makeLegend()
{
    LegendRow::addTo(*m_plot);
}

void PlotView::addFreeAxis(QCPAxis* axis)
{
    m_freeAxes.append(axis);
    connect(axis, qOverload<const QCPRange&>(&QCPAxis::rangeChanged), this, [this] {
        if (!m_settingRange)
            m_manual = true;
    });
}

void PlotView::showRange(QCPAxis* axis, const QCPRange& range)
{
    m_settingRange = true;
    axis->setRange(range);
    m_settingRange = false;
}

void PlotView::restyle()
{
    QPalette secondary = palette();
    secondary.setColor(QPalette::WindowText, theme().secondary);
    m_emptyText->setPalette(secondary);
    m_info->setPalette(secondary);
    stylePlot(*m_plot, theme());
    m_info->setFont(secondaryFont());
    setDirty();
}

void PlotView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    switch (event->type()) {
    case QEvent::PaletteChange:
    case QEvent::ApplicationPaletteChange:
    case QEvent::FontChange: restyle(); break;
    case QEvent::LanguageChange:
        m_plot->setLocale(plotLocale());
        retranslate();
        setDirty();
        break;
    default: break;
    }
}

void PlotView::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_dirty)
        m_timer.start();
}

void PlotView::zoom(double factor)
{
    for (QCPAxis* axis : m_freeAxes) {
        if (isFree(*axis))
            axis->scaleRange(factor);
    }
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void PlotView::pan(Qt::Orientation orientation, double share)
{
    for (QCPAxis* axis : m_freeAxes) {
        if (axis->orientation() != orientation || !isFree(*axis))
            continue;
        const QCPRange range = axis->range();
        const bool log = axis->scaleType() == QCPAxis::stLogarithmic;
        axis->moveRange(log ? std::pow(range.upper / range.lower, share) : range.size() * share);
    }
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void PlotView::keyPressEvent(QKeyEvent* event)
{
    constexpr double kStep = 0.1; // of what is shown
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal: zoom(0.8); break;
    case Qt::Key_Minus: zoom(1.25); break;
    case Qt::Key_Left: pan(Qt::Horizontal, -kStep); break;
    case Qt::Key_Right: pan(Qt::Horizontal, kStep); break;
    case Qt::Key_Up: pan(Qt::Vertical, kStep); break;
    case Qt::Key_Down: pan(Qt::Vertical, -kStep); break;
    case Qt::Key_Home: fit(); break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!m_workspace.selection().current().isEmpty())
            emit m_workspace.selection().latticeAsked();
        break;
    default: QWidget::keyPressEvent(event);
    }
}

void PlotView::paintEvent(QPaintEvent* event)
{
    QWidget::paintEvent(event);
    QPainter painter(this);
    painter.setPen(QPen(m_plot->hasFocus() ? theme().accent : theme().border, 1));
    painter.drawRect(m_plot->geometry().adjusted(-1, -1, 0, 0));
}

bool PlotView::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_plot && (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut))
        update();
    if (watched == m_plot && event->type() == QEvent::Leave)
        left();
    return QWidget::eventFilter(watched, event);
}

} // namespace latticeq::ui
