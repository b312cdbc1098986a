// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lattices/plane_painter.h"

#include "ui/lattices/mark_layer.h"
#include "ui/support/number_format.h"

#include <QCoreApplication>

#include <cmath>

namespace latticeq::ui {

namespace {

constexpr double kSpacingForCells = 8; // pixels
constexpr int64_t kMostPoints = 20'000;

} // namespace

PlanePainter::PlanePainter(
    QCPPainter& painter, const PanelScene& scene, const PanelCanvas& canvas, std::vector<WeightMark>& marks)
    : PanelPainter(painter, scene, canvas, marks)
{
    if (scene.kind() == PanelKind::Sheet) {
        m_lattice = sheetPlane(picture()).lattice;
        collectSheetWeights();
    } else {
        m_lattice = planeLattice(picture());
        collectWeights();
    }
    if (spacing() >= kSpacingForPoints)
        m_points = visiblePoints(m_lattice, m_canvas.view(), kMostPoints);
}

void PlanePainter::paint()
{
    drawRegion();
    if (shows(Mark::Cells) && m_points && spacing() >= kSpacingForCells)
        drawCells();
    if (hasGhost() && m_scene.kind() == PanelKind::Plane)
        drawGhost();
    drawPoints();
    drawWeights();
    drawBasis();
    drawArrowLabels();
    m_marks.insert(m_marks.end(), m_weights.begin(), m_weights.end());
}

void PlanePainter::collectWeights()
{
    const LatticePicture& p = picture();
    for (int i = 0; i < static_cast<int>(p.errors.size()); ++i) {
        const auto k = static_cast<size_t>(2 * i);
        m_weights.push_back({ i, m_canvas.toPixel({ p.vectors[k], p.vectors[k + 1] }),
            m_canvas.toPixel(m_lattice.point(p.coordinates[k], p.coordinates[k + 1])) });
    }
}

void PlanePainter::collectSheetWeights()
{
    const LatticePicture& p = picture();
    const SheetPlane plane = sheetPlane(p);
    for (int i = 0; i < static_cast<int>(p.errors.size()); ++i) {
        const auto k = static_cast<size_t>(3 * i);
        if (p.coordinates[k + 2] != m_scene.sheet)
            continue;
        m_weights.push_back({ i, m_canvas.toPixel(plane.project(firstThree(p.vectors, 3, i), m_scene.sheet)),
            m_canvas.toPixel(m_lattice.point(p.coordinates[k], p.coordinates[k + 1])) });
    }
}

QString PlanePainter::note() const
{
    if (m_points)
        return {};
    return QCoreApplication::translate("lattices", "%1 × %1 points; zoom in")
        .arg(formatCount(m_lattice.highest - m_lattice.lowest + 1));
}

double PlanePainter::spacing() const
{
    return std::sqrt(std::abs(m_lattice.determinant())) / m_canvas.unitsPerPixel;
}

QPolygonF PlanePainter::toPixels(const QPolygonF& polygon) const
{
    QPolygonF pixels;
    pixels.reserve(polygon.size());
    for (const QPointF& p : polygon)
        pixels << m_canvas.toPixel(p);
    return pixels;
}

void PlanePainter::drawRegion()
{
    if (shows(Mark::Overload))
        m_painter.fillRect(m_canvas.rect, theme().window);
    m_painter.setPen(QPen(m_scene.content.color, 1.5, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
    m_painter.setBrush(shows(Mark::Overload) ? QBrush(theme().base) : Qt::NoBrush);
    m_painter.drawPolygon(toPixels(coveredRegion(m_lattice)));
}

void PlanePainter::drawGhost()
{
    m_painter.setPen(QPen(faded(m_scene.other.color, 0.7), 1, Qt::DashLine));
    m_painter.setBrush(Qt::NoBrush);
    m_painter.drawPolygon(toPixels(coveredRegion(planeLattice(*m_scene.other.picture))));
}

void PlanePainter::drawCells()
{
    m_painter.setPen(QPen(faded(theme().axis, 0.4), 1));
    m_painter.setBrush(Qt::NoBrush);
    if (m_scene.marks.cells == CellKind::Voronoi)
        drawVoronoiCells(*m_points);
    else
        drawNearestPlaneCells(*m_points);
}

void PlanePainter::drawNearestPlaneCells(const std::vector<QPoint>& points)
{
    // Two sides of every brick are enough: its neighbours draw the others, the region's outline the last ones.
    const QPolygonF cell = nearestPlaneCell(m_lattice);
    QPainterPath sides;
    for (const QPoint& c : points) {
        const QPointF at = m_lattice.point(c.x(), c.y());
        sides.moveTo(m_canvas.toPixel(at + cell[1]));
        sides.lineTo(m_canvas.toPixel(at + cell[2]));
        sides.lineTo(m_canvas.toPixel(at + cell[3]));
    }
    m_painter.drawPath(sides);
}

void PlanePainter::drawVoronoiCells(const std::vector<QPoint>& points)
{
    const QPolygonF cell = voronoiCell(m_lattice.b1, m_lattice.b2);
    QPainterPath outlines;
    for (const QPoint& c : points) {
        outlines.addPolygon(toPixels(cell.translated(m_lattice.point(c.x(), c.y()))));
        outlines.closeSubpath();
    }
    m_painter.drawPath(outlines);
}

void PlanePainter::drawPoints()
{
    if (shows(Mark::Unused) && m_points)
        drawUnused(*m_points);
    if (shows(Mark::Used))
        drawUsed();
}

void PlanePainter::drawUnused(const std::vector<QPoint>& points)
{
    constexpr double kDot = 2.5; // pixels
    MarkLayer layer(m_painter, m_canvas.rect, points.size());
    for (const QPoint& c : points)
        layer.drawDisc(m_canvas.toPixel(m_lattice.point(c.x(), c.y())), kDot, theme().unused);
    layer.finish();
}

void PlanePainter::drawUsed()
{
    constexpr double kRing = 9; // pixels
    std::vector<std::pair<double, double>> rings; // many weights may share a point
    for (const WeightMark& mark : m_weights) {
        if (isInView(mark))
            rings.emplace_back(mark.point.x(), mark.point.y());
    }
    std::sort(rings.begin(), rings.end());
    rings.erase(std::unique(rings.begin(), rings.end()), rings.end());
    const double diameter = std::clamp(spacing() * 0.8, 4.0, kRing);
    const double width = diameter < 7 ? 1 : 1.5;
    const QColor color = faded(theme().text, 0.8);
    MarkLayer layer(m_painter, m_canvas.rect, rings.size());
    for (const auto& [x, y] : rings)
        layer.drawRing({ x, y }, diameter, width, color);
    layer.finish();
}

bool PlanePainter::isInView(const WeightMark& mark) const
{
    constexpr double kReach = 8; // pixels of a mark or a line's width
    const QRectF view = m_canvas.rect.adjusted(-kReach, -kReach, kReach, kReach);
    const QPointF& a = mark.pixel;
    const QPointF& b = mark.point;
    return std::max(a.x(), b.x()) >= view.left() && std::min(a.x(), b.x()) <= view.right()
        && std::max(a.y(), b.y()) >= view.top() && std::min(a.y(), b.y()) <= view.bottom();
}

void PlanePainter::drawWeights()
{
    constexpr double kDot = 5; // pixels
    std::vector<const WeightMark*> seen;
    for (const WeightMark& mark : m_weights) {
        if (isInView(mark))
            seen.push_back(&mark);
    }
    if (shows(Mark::Residuals))
        drawResiduals(seen, shows(Mark::Weights) ? kDot / 3 : 0);
    if (!shows(Mark::Weights))
        return;
    MarkLayer layer(m_painter, m_canvas.rect, seen.size());
    for (const WeightMark* mark : seen) {
        if (!isCross(mark->weight))
            layer.drawDisc(mark->pixel, kDot, errorColor(mark->weight));
    }
    layer.finish();
    for (const WeightMark* mark : seen) {
        if (isCross(mark->weight))
            drawWeight(*mark, kDot);
    }
}

void PlanePainter::drawResiduals(const std::vector<const WeightMark*>& marks, double hidden)
{
    for (const WeightMark* mark : marks) {
        const QPointF residual = mark->point - mark->pixel;
        if (isCross(mark->weight) || QPointF::dotProduct(residual, residual) > hidden * hidden)
            drawResidual(*mark);
    }
}

void PlanePainter::drawBasis()
{
    constexpr double kOrigin = 7; // pixels
    const QPointF origin = m_canvas.toPixel({ 0, 0 });
    if (shows(Mark::Basis)) {
        const QPointF tips[] = { m_canvas.toPixel(m_lattice.b1), m_canvas.toPixel(m_lattice.b2) };
        for (int i = 0; i < 2; ++i)
            drawBasisArrow(origin, tips[i], QLineF(origin, tips[i]).length(), i);
    }
    m_painter.setPen(QPen(theme().text, 1));
    m_painter.drawLine(QLineF(origin.x() - kOrigin / 2, origin.y(), origin.x() + kOrigin / 2, origin.y()));
    m_painter.drawLine(QLineF(origin.x(), origin.y() - kOrigin / 2, origin.x(), origin.y() + kOrigin / 2));
}

} // namespace latticeq::ui
