// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lattices/lattice_navigator.h"

#include "ui/lattices/sheet_strip.h"

#include <QApplication>
#include <QMouseEvent>
#include <QWheelEvent>

#include <cmath>

namespace latticeq::ui {

namespace {

constexpr double kDegreesPerPixel = 0.5;
constexpr double kKeyDegrees = 5;
constexpr int kWheelNotch = 120; // eighths of a degree
constexpr double kZoomPerNotch = 1.2;

} // namespace

LatticeNavigator::LatticeNavigator(LatticePlot& plot)
    : QObject(&plot)
    , m_plot(plot)
{
    plot.installEventFilter(this);
}

bool LatticeNavigator::eventFilter(QObject* watched, QEvent* event)
{
    switch (event->type()) {
    case QEvent::MouseButtonPress: return press(*static_cast<QMouseEvent*>(event));
    case QEvent::MouseMove: return drag(*static_cast<QMouseEvent*>(event));
    case QEvent::MouseButtonRelease: return release(*static_cast<QMouseEvent*>(event));
    case QEvent::MouseButtonDblClick:
        m_pressed = false;
        m_plot.fit();
        return true;
    case QEvent::Wheel: return wheel(*static_cast<QWheelEvent*>(event));
    case QEvent::Leave: m_plot.light(m_panel, -1); return false;
    default: return QObject::eventFilter(watched, event);
    }
}

bool LatticeNavigator::press(const QMouseEvent& event)
{
    const int panel = m_plot.panelAt(event.position());
    if (event.button() != Qt::LeftButton || panel < 0)
        return false;
    m_panel = panel;
    m_pressed = true;
    m_dragged = false;
    m_start = m_last = event.position();
    m_turning = m_plot.panel(panel).turnsAt(m_start) && !(event.modifiers() & Qt::ShiftModifier);
    m_dragUnits = m_plot.panel(panel).canvasAt(m_start).unitsPerPixel;
    m_plot.setFocus(Qt::MouseFocusReason);
    return true;
}

bool LatticeNavigator::drag(const QMouseEvent& event)
{
    if (!m_pressed) {
        hover(event.position());
        return true;
    }
    if (!m_dragged && (event.position() - m_start).manhattanLength() < QApplication::startDragDistance())
        return true;
    m_dragged = true;
    const QPointF by = event.position() - m_last;
    m_last = event.position();
    if (m_turning)
        turn(by.x() * kDegreesPerPixel, by.y() * kDegreesPerPixel);
    else
        pan(by, m_dragUnits);
    return true;
}

bool LatticeNavigator::release(const QMouseEvent& event)
{
    if (!m_pressed)
        return false;
    m_pressed = false;
    if (m_dragged)
        return true;
    PanelItem& panel = m_plot.panel(m_panel);
    if (panel.scene().kind() == PanelKind::Sheet) {
        const auto sheet = SheetStrip::sheetAt(*panel.scene().content.picture, panel.canvas().rect, event.position());
        if (sheet) {
            emit sheetChosen(*sheet);
            return true;
        }
    }
    m_plot.pin(m_panel, panel.weightAt(event.position()));
    return true;
}

bool LatticeNavigator::wheel(const QWheelEvent& event)
{
    const int panel = m_plot.panelAt(event.position());
    if (panel < 0)
        return false;
    m_panel = panel;
    if (event.modifiers() & Qt::ControlModifier) {
        m_wheelRest += event.angleDelta().y();
        const int steps = m_wheelRest / kWheelNotch;
        m_wheelRest -= steps * kWheelNotch;
        if (steps != 0)
            emit channelStepped(-steps);
        return true;
    }
    zoomAt(panel, event.position(), std::pow(kZoomPerNotch, event.angleDelta().y() / double(kWheelNotch)));
    return true;
}

void LatticeNavigator::hover(QPointF at)
{
    const int panel = m_plot.panelAt(at);
    m_plot.light(std::max(panel, 0), panel < 0 ? -1 : m_plot.panel(panel).weightAt(at));
}

void LatticeNavigator::zoomAt(int panel, QPointF pixel, double factor)
{
    LatticeCamera camera = m_plot.camera(panel);
    if (camera.unitsPerPixel <= 0)
        return;
    const QPointF fixed = m_plot.panel(panel).canvasAt(pixel).toUnits(pixel);
    LatticeCamera zoomed = camera;
    zoomed.unitsPerPixel /= factor;
    m_plot.setCamera(panel, zoomed); // may keep the zoom within its limits
    zoomed = m_plot.camera(panel);
    zoomed.centre = fixed + (camera.centre - fixed) * (zoomed.unitsPerPixel / camera.unitsPerPixel);
    m_plot.setCamera(panel, zoomed);
}

void LatticeNavigator::zoom(double factor)
{
    LatticeCamera camera = m_plot.camera(m_panel);
    camera.unitsPerPixel /= factor;
    m_plot.setCamera(m_panel, camera);
}

void LatticeNavigator::move(int right, int up)
{
    const PanelKind kind = m_plot.panel(m_panel).scene().kind();
    if (kind == PanelKind::Turn || kind == PanelKind::Planes) {
        turn(right * kKeyDegrees, -up * kKeyDegrees);
        return;
    }
    const PanelCanvas canvas = m_plot.panel(m_panel).canvas();
    pan(QPointF(-right * canvas.rect.width() / 10, up * canvas.rect.height() / 10), canvas.unitsPerPixel);
}

void LatticeNavigator::turn(double yaw, double pitch)
{
    LatticeCamera camera = m_plot.camera(m_panel);
    camera.yaw = std::remainder(camera.yaw + yaw, 360.0);
    camera.pitch += pitch;
    m_plot.setCamera(m_panel, camera);
}

void LatticeNavigator::pan(QPointF pixels, double unitsPerPixel)
{
    LatticeCamera camera = m_plot.camera(m_panel);
    const bool flat = m_plot.panel(m_panel).scene().kind() == PanelKind::Histogram;
    camera.centre += QPointF(-pixels.x() * unitsPerPixel, flat ? 0 : pixels.y() * unitsPerPixel);
    m_plot.setCamera(m_panel, camera);
}

} // namespace latticeq::ui
