// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/lattices/panel_painter.h"

namespace latticeq::ui {

/** The bars under a panel of sheets: how many weights each sheet holds, the shown one in the panel's colour. */
class SheetStrip : public PanelPainter
{
public:
    using PanelPainter::PanelPainter;

    static constexpr double kHeight = 44; // pixels, of the panel's lower edge

    void paint();
    static QRectF area(const QRectF& panel);
    /** The sheet under a pixel of the panel; nothing outside the strip. */
    static std::optional<int> sheetAt(const LatticePicture& picture, const QRectF& panel, QPointF pixel);

private:
    static QRectF barArea(const QRectF& panel);
    std::vector<int> counts() const;
};

} // namespace latticeq::ui
