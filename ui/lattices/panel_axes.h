// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/lattices/lattice_scene.h"

class QCPAxis;
class QCPAxisRect;
class QCPMarginGroup;
class QCustomPlot;

namespace latticeq::ui {

/** The axes of one panel: shown where the plane or a line is drawn, named, with few ticks of one step both ways. */
class PanelAxes
{
public:
    PanelAxes() = default;
    /** Makes the axis rect; it belongs to `plot` once it is in its layout. */
    PanelAxes(QCustomPlot& plot, QCPMarginGroup& margins);

    QCPAxisRect& rect() const { return *m_rect; }
    /** Names of what a scene shows. */
    void describe(const PanelScene& scene);
    /** The axes' ranges, equal units both ways. */
    void showView(const QRectF& view);
    /** Counts of weights from 0 upwards, where n = 1. */
    void showCounts(double largest);

private:
    QCPAxis& bottom() const;
    QCPAxis& left() const;

    QCPAxisRect* m_rect = nullptr;
};

} // namespace latticeq::ui
