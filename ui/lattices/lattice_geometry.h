// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lattice/lattice_picture.h"

#include <QPoint>
#include <QPointF>
#include <QPolygonF>
#include <QRectF>

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

namespace latticeq::ui {

using Vector3 = std::array<double, 3>;

/** Rows: to the right, up, towards the viewer. */
using Rotation = std::array<Vector3, 3>;

double dot(const Vector3& a, const Vector3& b);
Vector3 cross(const Vector3& a, const Vector3& b);

/** A lattice of the plane with its coordinate box. */
struct PlaneLattice
{
    QPointF b1;
    QPointF b2;
    QPointF star2; // Gram-Schmidt of b2; that of b1 is b1 itself
    int lowest = 0;
    int highest = 0;

    QPointF point(double c1, double c2) const { return c1 * b1 + c2 * b2; }
    /** Signed area of a cell. */
    double determinant() const { return b1.x() * b2.y() - b1.y() * b2.x(); }
};

/** The lattice of a picture with n = 2. */
PlaneLattice planeLattice(const LatticePicture& picture);

/** The plane of b1 and b2 of a picture with n = 3, in orthonormal coordinates along b1 and the second star. */
struct SheetPlane
{
    PlaneLattice lattice;
    Vector3 first; // unit vectors
    Vector3 second;
    Vector3 b3;

    /** A vector on the sheet with third coordinate `sheet`, seen from that sheet's own origin. */
    QPointF project(const Vector3& vector, int sheet) const;
};
SheetPlane sheetPlane(const LatticePicture& picture);

/** The rectangle around 0 whose vectors the nearest plane rounds to 0. Closed outlines have no repeated last point. */
QPolygonF nearestPlaneCell(const PlaneLattice& lattice);

/** The shortest basis of the same lattice (Lagrange); the second vector is not shorter than the first. */
std::array<QPointF, 2> reducedBasis(QPointF b1, QPointF b2);

/** The polygon around 0 of all that is nearer to 0 than to any other point; six corners. Empty for a flat lattice. */
QPolygonF voronoiCell(QPointF b1, QPointF b2);

/** The outline of the union of the nearest-plane cells of all points in the coordinate box: what is not overload. */
QPolygonF coveredRegion(const PlaneLattice& lattice);

/** Coordinates of the box's points inside `view`; nothing where there are more than `most`. */
std::optional<std::vector<QPoint>> visiblePoints(const PlaneLattice& lattice, const QRectF& view, int64_t most);

/** The rotation that a camera's yaw and pitch (degrees) stand for. */
Rotation turned(double yaw, double pitch);

/** Looks straight at the plane of two axes. */
Rotation facing(int right, int up);

/** Rotated: x to the right, y up, z towards the viewer. */
Vector3 rotate(const Rotation& rotation, const Vector3& vector);

/** The first three components of row `row` of a flat array with rows of `n`, missing ones 0. */
template <typename Number> Vector3 firstThree(const std::vector<Number>& values, int n, int row)
{
    Vector3 result {};
    for (int i = 0; i < std::min(n, 3); ++i)
        result[static_cast<size_t>(i)] = static_cast<double>(values[static_cast<size_t>(row * n + i)]);
    return result;
}

/** The lattice point c·B that weight vector `index` is rounded to, its first three components. */
Vector3 roundedPoint(const LatticePicture& picture, int index);

/** An edge of the coordinate box, rotated. */
struct BoxEdge
{
    Vector3 from;
    Vector3 to;
    bool hidden = false; // behind the box itself
};

/** The 12 edges of the box for n = 3, the n·2^(n-1) projected ones above; none above n = 6. */
std::vector<BoxEdge> boxEdges(const LatticePicture& picture, const Rotation& rotation);

/** The power of two by which an arrow of `length` pixels is stretched to reach `least`. */
int arrowFactor(double length, double least);

/** What a picture takes in: the plane's extent for n up to 2 and for sheets, else a square that holds every turn. */
QRectF pictureBounds(const LatticePicture& picture, bool sheets);

} // namespace latticeq::ui
