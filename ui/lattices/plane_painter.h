// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/lattices/panel_painter.h"

namespace latticeq::ui {

/** Paints a lattice of the plane: a picture with n = 2, or one sheet of a picture with n = 3. */
class PlanePainter : public PanelPainter
{
public:
    static constexpr double kSpacingForPoints = 3; // pixels between points; closer ones are not drawn

    PlanePainter(
        QCPPainter& painter, const PanelScene& scene, const PanelCanvas& canvas, std::vector<WeightMark>& marks);

    void paint();
    /** Says that there are too many points to be drawn; empty where they are. */
    QString note() const;

private:
    void collectWeights();
    void collectSheetWeights();
    void drawRegion();
    void drawGhost();
    void drawCells();
    void drawNearestPlaneCells(const std::vector<QPoint>& points);
    void drawVoronoiCells(const std::vector<QPoint>& points);
    void drawPoints();
    void drawUnused(const std::vector<QPoint>& points);
    void drawUsed();
    bool isInView(const WeightMark& mark) const;
    void drawWeights();
    /** Residuals longer than `hidden`, the pixels that a weight's disc covers. */
    void drawResiduals(const std::vector<const WeightMark*>& marks, double hidden);
    void drawBasis();
    QPolygonF toPixels(const QPolygonF& polygon) const;
    double spacing() const; // mean distance of neighbouring points, pixels

    PlaneLattice m_lattice;
    std::vector<WeightMark> m_weights; // of this panel alone
    std::optional<std::vector<QPoint>> m_points; // in view; nothing where there are too many
};

} // namespace latticeq::ui
