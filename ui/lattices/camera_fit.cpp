// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lattices/camera_fit.h"

#include "ui/lattices/panel_captions.h"
#include "ui/lattices/panel_item.h"
#include "ui/lattices/plane_painter.h"
#include "ui/lattices/sheet_strip.h"

#include <QFontMetricsF>

#include <algorithm>

namespace latticeq::ui {

namespace {

/** Lines below the title: notices, and the note where a fitted panel cannot show all points. */
int linesBelowTitle(const PanelScene& scene, double height)
{
    const PanelKind kind = scene.kind();
    if (kind == PanelKind::Empty)
        return 0;
    const LatticePicture& picture = *scene.content.picture;
    const bool plane = kind == PanelKind::Plane || kind == PanelKind::Sheet;
    const bool noted = plane && PlanePainter::kSpacingForPoints * (picture.highest - picture.lowest + 1) > height;
    return static_cast<int>(scene.content.notice.split(u'\n', Qt::SkipEmptyParts).size()) + (noted ? 1 : 0);
}

} // namespace

QMarginsF fitMargins(const PanelScene& a, const PanelScene& b, const QSizeF& panel)
{
    constexpr double kSide = 22; // pixels
    constexpr double kCaption = 26; // a line of words and some air
    const PanelKind kind = a.kind() == PanelKind::Empty ? b.kind() : a.kind();
    const QSizeF space = PanelItem::kSpaceMargin;
    if (kind == PanelKind::Planes)
        return { space.width(), space.height(), space.width(), space.height() };
    const int lines = std::max(linesBelowTitle(a, panel.height()), linesBelowTitle(b, panel.height()));
    const double below = lines * QFontMetricsF(smallFont(a.font)).lineSpacing();
    if (kind == PanelKind::Turn)
        return { space.width(), space.height() + below, space.width(), space.height() };
    return { kSide, kCaption + below, kSide, kind == PanelKind::Sheet ? SheetStrip::kHeight + 8 : kCaption };
}

void fitCamera(LatticeCamera& camera, const QRectF& bounds, const QSizeF& panel, const QMarginsF& margins)
{
    const double width = std::max(20.0, panel.width() - margins.left() - margins.right());
    const double height = std::max(20.0, panel.height() - margins.top() - margins.bottom());
    const double units = std::max(bounds.width() / width, bounds.height() / height);
    camera.unitsPerPixel = units > 0 ? units : 1 / width;
    camera.centre = bounds.center()
        + QPointF(margins.right() - margins.left(), margins.top() - margins.bottom()) / 2 * camera.unitsPerPixel;
}

} // namespace latticeq::ui
