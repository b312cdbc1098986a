// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/window_layout.h"

#include "ui/window/focus_into.h"
#include "ui/window/preferences.h"

#include <QDockWidget>
#include <QGuiApplication>
#include <QMainWindow>
#include <QScreen>

#include <algorithm>
#include <utility>

namespace latticeq::ui {

namespace {

constexpr int kLayoutVersion = 1;
constexpr auto kGeometryKey = "window/geometry";
constexpr auto kStateKey = "window/state";

/** Widths of the left and right side and height of the bottom, in logical pixels. */
struct Sides
{
    int left;
    int right;
    int bottom;
};

Sides sidesFor(int width)
{
    if (width < 1400)
        return { 264, 288, 200 };
    if (width < 2200)
        return { 288, 336, 232 };
    return { 320, 480, 360 };
}

const char* dockName(SideView view)
{
    switch (view) {
    case SideView::Settings: return "settingsDock";
    case SideView::Convergence: return "convergenceDock";
    case SideView::Distribution: return "distributionDock";
    case SideView::TradeOff: return "tradeOffDock";
    case SideView::Accuracy: return "accuracyDock";
    case SideView::Layers: return "layersDock";
    case SideView::Runs: return "runsDock";
    case SideView::Log: return "logDock";
    }
    return "";
}

} // namespace

QString sideViewTitle(SideView view)
{
    switch (view) {
    case SideView::Settings: return WindowLayout::tr("Settings");
    case SideView::Convergence: return WindowLayout::tr("Convergence");
    case SideView::Distribution: return WindowLayout::tr("Distribution");
    case SideView::TradeOff: return WindowLayout::tr("Trade-off");
    case SideView::Accuracy: return WindowLayout::tr("Accuracy");
    case SideView::Layers: return WindowLayout::tr("Layers");
    case SideView::Runs: return WindowLayout::tr("Runs");
    case SideView::Log: return WindowLayout::tr("Log");
    }
    return {};
}

WindowLayout::WindowLayout(QMainWindow& window)
    : QObject(&window)
    , m_window(window)
{
    m_window.setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    m_window.setDockNestingEnabled(true);
}

QDockWidget* WindowLayout::add(SideView view, QWidget* content)
{
    auto* dock = new QDockWidget(&m_window);
    dock->setObjectName(QString::fromLatin1(dockName(view)));
    dock->setWidget(content);
    m_docks[view] = dock;
    return dock;
}

void WindowLayout::retranslate()
{
    for (const auto& [view, dock] : m_docks)
        dock->setWindowTitle(sideViewTitle(view));
}

void WindowLayout::applyDefaults()
{
    m_isDefault = true;
    for (const auto& [view, dock] : m_docks) {
        dock->setFloating(false); // first: what the window has let go of cannot be docked again
        m_window.removeDockWidget(dock);
    }
    m_window.addDockWidget(Qt::LeftDockWidgetArea, dock(SideView::Settings));
    m_window.addDockWidget(Qt::RightDockWidgetArea, dock(SideView::Convergence));
    // Split before the tabs are made: a dock that is split from a tab joins the tabs.
    m_window.splitDockWidget(dock(SideView::Convergence), dock(SideView::Accuracy), Qt::Vertical);
    m_window.tabifyDockWidget(dock(SideView::Convergence), dock(SideView::Distribution));
    m_window.tabifyDockWidget(dock(SideView::Distribution), dock(SideView::TradeOff));
    m_window.addDockWidget(Qt::BottomDockWidgetArea, dock(SideView::Layers));
    m_window.tabifyDockWidget(dock(SideView::Layers), dock(SideView::Runs));
    m_window.tabifyDockWidget(dock(SideView::Runs), dock(SideView::Log));
    for (const auto& [view, dock] : m_docks)
        dock->show();
    dock(SideView::Convergence)->raise();
    dock(SideView::Layers)->raise();
    resizeDefaults();
    if (std::exchange(m_stageAlone, false))
        emit stageAloneChanged(false);
}

void WindowLayout::resizeDefaults()
{
    const Sides sides = sidesFor(m_window.width());
    const int upper = std::max(200, m_window.height() - sides.bottom - 120);
    m_window.resizeDocks(
        { dock(SideView::Settings), dock(SideView::Convergence) }, { sides.left, sides.right }, Qt::Horizontal);
    m_window.resizeDocks({ dock(SideView::Layers) }, { sides.bottom }, Qt::Vertical);
    m_window.resizeDocks(
        { dock(SideView::Convergence), dock(SideView::Accuracy) }, { upper * 3 / 5, upper * 2 / 5 }, Qt::Vertical);
}

bool WindowLayout::fits() const
{
    const auto onScreen = [](const QRect& area) {
        const auto screens = QGuiApplication::screens();
        return std::any_of(screens.begin(), screens.end(),
            [&](const QScreen* screen) { return screen->availableGeometry().intersects(area); });
    };
    for (const auto& [view, dock] : m_docks) {
        if (dock->isVisible() && dock->isFloating() && !onScreen(dock->frameGeometry()))
            return false;
    }
    const QSize stage = m_window.centralWidget()->size();
    return onScreen(m_window.frameGeometry()) && stage.width() >= 480 && stage.height() >= 320;
}

void WindowLayout::restore()
{
    const QByteArray geometry = preferences::value(kGeometryKey);
    if (geometry.isEmpty() || !m_window.restoreGeometry(geometry))
        m_window.resize(1440, 900);
    applyDefaults();
    const QByteArray state = preferences::value(kStateKey);
    if (state.isEmpty())
        return;
    if (m_window.restoreState(state, kLayoutVersion))
        m_isDefault = false;
    else
        applyDefaults();
}

void WindowLayout::resizeAfterShow()
{
    if (m_isDefault)
        resizeDefaults();
    else if (!fits())
        applyDefaults();
}

void WindowLayout::save() const
{
    preferences::setValue(kGeometryKey, m_window.saveGeometry());
    preferences::setValue(kStateKey, m_stageAlone ? m_stateBefore : m_window.saveState(kLayoutVersion));
}

void WindowLayout::raise(SideView view)
{
    if (m_stageAlone)
        setStageAlone(false);
    QDockWidget* shown = dock(view);
    shown->show();
    shown->raise();
    focusInto(*shown->widget(), Qt::ShortcutFocusReason);
}

void WindowLayout::setStageAlone(bool alone)
{
    if (alone == m_stageAlone)
        return;
    m_stageAlone = alone;
    if (alone) {
        m_stateBefore = m_window.saveState(kLayoutVersion);
        for (const auto& [view, dock] : m_docks)
            dock->hide();
    } else {
        m_window.restoreState(m_stateBefore, kLayoutVersion);
    }
    emit stageAloneChanged(alone);
}

} // namespace latticeq::ui
