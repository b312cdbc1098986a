// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/lattices/lattice_plot.h"

namespace latticeq::ui {

/**
 * Moves a lattice plot's cameras by mouse, wheel and keys: the wheel zooms at the cursor, dragging turns or pans
 * (Shift pans), a click pins the weight under the cursor or chooses a sheet, a double click fits.
 */
class LatticeNavigator : public QObject
{
    Q_OBJECT
public:
    explicit LatticeNavigator(LatticePlot& plot);

    void zoom(double factor);
    /** Turns by 5° where the panel turns, otherwise pans by a tenth of the panel. Steps to the right and up. */
    void move(int right, int up);

    bool eventFilter(QObject* watched, QEvent* event) override;

signals:
    void channelStepped(int steps);
    void sheetChosen(int sheet);

private:
    bool press(const QMouseEvent& event);
    bool drag(const QMouseEvent& event);
    bool release(const QMouseEvent& event);
    bool wheel(const QWheelEvent& event);
    void hover(QPointF at);
    void zoomAt(int panel, QPointF pixel, double factor);
    void turn(double yaw, double pitch);
    void pan(QPointF pixels, double unitsPerPixel);

    LatticePlot& m_plot;
    int m_panel = 0; // the one used last; keys move it
    bool m_pressed = false;
    bool m_dragged = false;
    bool m_turning = false;
    double m_dragUnits = 0; // per pixel, of the canvas under the cursor when the drag began
    QPointF m_start;
    QPointF m_last;
    int m_wheelRest = 0; // of Ctrl+wheel, eighths of a degree
};

} // namespace latticeq::ui
