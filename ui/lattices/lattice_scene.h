// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lattice/lattice_picture.h"
#include "ui/lattices/error_ramp.h"
#include "ui/lattices/lattice_camera.h"
#include "ui/support/theme.h"

#include <QColor>
#include <QFont>
#include <QRectF>

#include <array>
#include <memory>

namespace latticeq::ui {

using LatticePicturePtr = std::shared_ptr<const LatticePicture>;

/** How three dimensions are shown. */
enum class LatticeMode { Turn, Planes, Sheets };

/** How a panel is drawn: follows from the group dimension and the mode. */
enum class PanelKind { Empty, Histogram, Plane, Turn, Planes, Sheet };

enum class CellKind { NearestPlane, Voronoi };

/** The marks that can be switched on and off. */
enum class Mark { Used, Unused, Weights, Residuals, Cells, Basis, Overload, Ghost };
inline constexpr int kMarks = 8;

/** What is drawn of a lattice. */
struct LatticeMarks
{
    std::array<bool, kMarks> shown { true, true, true, true, true, true, true, true };
    CellKind cells = CellKind::NearestPlane;

    bool has(Mark mark) const { return shown[static_cast<size_t>(mark)]; }
    bool operator==(const LatticeMarks&) const = default;
};

/** One panel's lattice with the words and the colour that go with it. */
struct PanelContent
{
    LatticePicturePtr picture; // null: nothing to show, `emptyText` says why
    QColor color;
    QString marker; // "●", the run's; "□" the scalar grid's
    bool scalarGrid = false;
    QString title; // "A  layer1.0.conv1, channel 3"
    QString notice; // "Searching, best of 12,400 so far"
    QString emptyText;
};

/** Everything that painting one panel depends on but its size. */
struct PanelScene
{
    PanelContent content;
    PanelContent other; // the panel beside it, for its ghost
    LatticeMarks marks;
    LatticeMode mode = LatticeMode::Turn;
    int sheet = 0; // third coordinate that Sheets shows
    LatticeCamera camera;
    ErrorRamp errors;
    Theme theme;
    QFont font;

    PanelKind kind() const;
};

/** Maps the projected plane of a camera to pixels, the same units per pixel on both axes. */
struct PanelCanvas
{
    QRectF rect; // pixels
    QPointF centre;
    double unitsPerPixel = 1;

    QPointF toPixel(QPointF point) const
    {
        return { rect.center().x() + (point.x() - centre.x()) / unitsPerPixel,
            rect.center().y() - (point.y() - centre.y()) / unitsPerPixel };
    }
    QPointF toUnits(QPointF pixel) const
    {
        return { centre.x() + (pixel.x() - rect.center().x()) * unitsPerPixel,
            centre.y() - (pixel.y() - rect.center().y()) * unitsPerPixel };
    }
    /** What is in view, with positive width and height. */
    QRectF view() const { return QRectF(toUnits(rect.topLeft()), toUnits(rect.bottomRight())).normalized(); }
};

/** Where a weight vector was drawn, and the lattice point that it is rounded to; pixels. */
struct WeightMark
{
    int weight = 0; // index into LatticePicture::errors
    QPointF pixel;
    QPointF point;
};

/** The kind of panel that a picture gives in a mode. */
inline PanelKind panelKind(const LatticePicture* picture, LatticeMode mode)
{
    if (!picture)
        return PanelKind::Empty;
    if (picture->n <= 2)
        return picture->n == 2 ? PanelKind::Plane : PanelKind::Histogram;
    if (mode == LatticeMode::Sheets && picture->n == 3)
        return PanelKind::Sheet;
    return mode == LatticeMode::Turn ? PanelKind::Turn : PanelKind::Planes;
}

inline PanelKind PanelScene::kind() const
{
    return panelKind(content.picture.get(), mode);
}

} // namespace latticeq::ui
