// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/lattices/panel_painter.h"

namespace latticeq::ui {

/** Paints a lattice of three (or more: the first three) dimensions seen from any side, farthest things first. */
class TurnPainter : public PanelPainter
{
public:
    TurnPainter(QCPPainter& painter, const PanelScene& scene, const PanelCanvas& canvas, const Rotation& rotation,
        std::vector<WeightMark>& marks);

    void paint();
    /** Three short axes with their names in the lower left corner. */
    void drawGizmo();
    static QRectF gizmoArea(const QRectF& panel);

private:
    struct DeepMark
    {
        WeightMark mark;
        double depth; // 0 the farthest, 1 the nearest
    };
    std::vector<DeepMark> sortedWeights() const;
    void drawGhost();
    void drawEdges(const std::vector<BoxEdge>& edges, bool hidden);
    void drawWeights();
    void drawBasis();
    QPointF toPixel(const Vector3& rotated) const { return m_canvas.toPixel({ rotated[0], rotated[1] }); }

    const Rotation& m_rotation;
};

} // namespace latticeq::ui
