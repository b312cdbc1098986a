// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lattices/turn_painter.h"

#include "ui/lattices/lattice_texts.h"
#include "ui/lattices/panel_captions.h"

#include <algorithm>
#include <cmath>

namespace latticeq::ui {

TurnPainter::TurnPainter(QCPPainter& painter, const PanelScene& scene, const PanelCanvas& canvas,
    const Rotation& rotation, std::vector<WeightMark>& marks)
    : PanelPainter(painter, scene, canvas, marks)
    , m_rotation(rotation)
{
}

void TurnPainter::paint()
{
    const std::vector<BoxEdge> edges = boxEdges(picture(), m_rotation);
    if (hasGhost())
        drawGhost();
    drawEdges(edges, true);
    drawWeights();
    drawBasis();
    drawEdges(edges, false);
    drawArrowLabels();
}

std::vector<TurnPainter::DeepMark> TurnPainter::sortedWeights() const
{
    const LatticePicture& p = picture();
    std::vector<DeepMark> weights;
    for (int i = 0; i < static_cast<int>(p.errors.size()); ++i) {
        const Vector3 v = rotate(m_rotation, firstThree(p.vectors, p.n, i));
        weights.push_back({ { i, toPixel(v), toPixel(rotate(m_rotation, roundedPoint(p, i))) }, v[2] });
    }
    std::sort(weights.begin(), weights.end(), [](const DeepMark& a, const DeepMark& b) { return a.depth < b.depth; });
    if (weights.empty())
        return weights;
    const double far = weights.front().depth;
    const double span = weights.back().depth - far;
    for (DeepMark& weight : weights)
        weight.depth = span > 0 ? (weight.depth - far) / span : 1;
    return weights;
}

void TurnPainter::drawGhost()
{
    m_painter.setPen(QPen(faded(m_scene.other.color, 0.45), 1, Qt::DashLine));
    for (const BoxEdge& edge : boxEdges(*m_scene.other.picture, m_rotation))
        m_painter.drawLine(QLineF(toPixel(edge.from), toPixel(edge.to)));
}

void TurnPainter::drawEdges(const std::vector<BoxEdge>& edges, bool hidden)
{
    const QColor& color = m_scene.content.color;
    m_painter.setPen(hidden ? QPen(faded(color, 0.45), 1.5, Qt::DashLine) : QPen(color, 1.5));
    for (const BoxEdge& edge : edges) {
        if (edge.hidden == hidden)
            m_painter.drawLine(QLineF(toPixel(edge.from), toPixel(edge.to)));
    }
}

void TurnPainter::drawWeights()
{
    constexpr double kFarDot = 4; // pixels
    constexpr double kNearDot = 6; // pixels
    constexpr double kFarFade = 0.55;
    for (const auto& [mark, depth] : sortedWeights()) {
        const double fade = kFarFade + (1 - kFarFade) * depth;
        if (shows(Mark::Residuals))
            drawResidual(mark, fade);
        if (shows(Mark::Weights))
            drawWeight(mark, kFarDot + (kNearDot - kFarDot) * depth, fade);
        m_marks.push_back(mark);
    }
}

void TurnPainter::drawBasis()
{
    if (!shows(Mark::Basis))
        return;
    const QPointF origin = m_canvas.toPixel({ 0, 0 });
    std::vector<std::pair<double, int>> order; // nearest last
    for (int i = 0; i < picture().n; ++i)
        order.emplace_back(rotate(m_rotation, firstThree(picture().basis, picture().n, i))[2], i);
    std::sort(order.begin(), order.end());
    for (const auto& [depth, i] : order) {
        const Vector3 b = rotate(m_rotation, firstThree(picture().basis, picture().n, i));
        drawBasisArrow(origin, toPixel(b), std::sqrt(dot(b, b)) / m_canvas.unitsPerPixel, i);
    }
}

QRectF TurnPainter::gizmoArea(const QRectF& panel)
{
    constexpr double kSide = 72; // pixels, with the names
    return { panel.left(), panel.bottom() - kSide, kSide, kSide };
}

void TurnPainter::drawGizmo()
{
    constexpr double kLength = 22; // pixels
    const QPointF origin = gizmoArea(m_canvas.rect).center();
    std::vector<std::pair<double, int>> order;
    for (int i = 0; i < 3; ++i)
        order.emplace_back(m_rotation[2][static_cast<size_t>(i)], i);
    std::sort(order.begin(), order.end());
    m_painter.setFont(smallFont(m_scene.font));
    for (const auto& [depth, i] : order) {
        const auto axis = static_cast<size_t>(i);
        const QPointF direction(m_rotation[0][axis], -m_rotation[1][axis]);
        m_painter.setPen(QPen(depth < 0 ? faded(theme().secondary, 0.6) : theme().secondary, 1));
        m_painter.drawLine(QLineF(origin, origin + direction * kLength));
        const QRectF box(origin + direction * (kLength + 6) - QPointF(12, 10), QSizeF(24, 20));
        m_painter.drawText(box, Qt::AlignCenter, axisSymbol(i));
    }
}

} // namespace latticeq::ui
