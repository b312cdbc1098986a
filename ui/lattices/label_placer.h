// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineF>
#include <QRectF>

#include <optional>
#include <vector>

namespace latticeq::ui {

/** Finds room for short labels at the tips of arrows: inside an area, off the arrows, other words and each other. */
class LabelPlacer
{
public:
    void setArea(const QRectF& area) { m_area = area; }
    void keepClear(const QRectF& words) { m_taken.push_back(words); }
    void keepClear(const QLineF& arrow) { m_arrows.push_back(arrow); }

    /** The place of a label of a size, as near the arrow's direction as there is room, which it takes; else nothing. */
    std::optional<QRectF> place(const QLineF& arrow, const QSizeF& size);

private:
    bool isFree(const QRectF& place) const;

    QRectF m_area;
    std::vector<QRectF> m_taken;
    std::vector<QLineF> m_arrows;
};

} // namespace latticeq::ui
