// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lattices/label_placer.h"

#include <algorithm>
#include <cmath>

namespace latticeq::ui {

namespace {

bool crosses(const QLineF& line, const QRectF& rect)
{
    if (rect.contains(line.p1()) || rect.contains(line.p2()))
        return true;
    const QLineF diagonals[] = { { rect.topLeft(), rect.bottomRight() }, { rect.bottomLeft(), rect.topRight() } };
    return std::any_of(std::begin(diagonals), std::end(diagonals),
        [&](const QLineF& diagonal) { return line.intersects(diagonal) == QLineF::BoundedIntersection; });
}

} // namespace

bool LabelPlacer::isFree(const QRectF& place) const
{
    const auto clear = [&](const QRectF& taken) { return !taken.intersects(place); };
    const auto uncrossed = [&](const QLineF& arrow) { return !crosses(arrow, place); };
    return m_area.contains(place) && std::all_of(m_taken.begin(), m_taken.end(), clear)
        && std::all_of(m_arrows.begin(), m_arrows.end(), uncrossed);
}

std::optional<QRectF> LabelPlacer::place(const QLineF& arrow, const QSizeF& size)
{
    constexpr double kGaps[] = { 3, 9, 16 }; // pixels between tip and label
    constexpr double kTurns[] = { 0, 25, -25, 50, -50, 75, -75, 105, -105 }; // degrees off the arrow's direction
    for (const double gap : kGaps) {
        for (const double turn : kTurns) {
            QLineF towards(arrow.p2(), arrow.p2() + (arrow.p2() - arrow.p1()));
            towards.setLength(1);
            towards.setAngle(towards.angle() + turn);
            const QPointF way = towards.p2() - towards.p1();
            // From the tip to the middle of a label whose edge lies `gap` away.
            const double reach = std::min(size.width() / 2 / std::max(1e-9, std::abs(way.x())),
                                     size.height() / 2 / std::max(1e-9, std::abs(way.y())))
                + gap;
            QRectF place(QPointF(), size);
            place.moveCenter(arrow.p2() + way * reach);
            if (!isFree(place))
                continue;
            m_taken.push_back(place);
            return place;
        }
    }
    return std::nullopt;
}

} // namespace latticeq::ui
