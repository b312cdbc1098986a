// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lattices/lattice_geometry.h"

#include <QtMath>

#include <algorithm>
#include <cmath>

namespace latticeq::ui {

namespace {

constexpr int kMostBoxDimensions = 6;

double planeDot(QPointF a, QPointF b)
{
    return QPointF::dotProduct(a, b);
}

/** The point as far from 0 as from u and from v. */
QPointF circumcentre(QPointF u, QPointF v)
{
    const double det = u.x() * v.y() - u.y() * v.x();
    const double a = planeDot(u, u) / 2;
    const double b = planeDot(v, v) / 2;
    return { (a * v.y() - b * u.y()) / det, (u.x() * b - v.x() * a) / det };
}

/** The parameters t in [from, to] for which low <= start + t·step <= high; false where there are none. */
bool clipLine(double start, double step, double low, double high, double& from, double& to)
{
    if (step == 0)
        return low <= start && start <= high;
    const double a = (low - start) / step;
    const double b = (high - start) / step;
    from = std::max(from, std::min(a, b));
    to = std::min(to, std::max(a, b));
    return from <= to;
}

Vector3 scaled(const Vector3& v, double factor)
{
    return { v[0] * factor, v[1] * factor, v[2] * factor };
}

/** Whether the face where coordinate i is largest looks towards the viewer. */
std::array<bool, 3> frontFaces(const LatticePicture& picture, const Rotation& rotation)
{
    std::array<Vector3, 3> b {};
    for (int i = 0; i < 3; ++i)
        b[static_cast<size_t>(i)] = rotate(rotation, firstThree(picture.basis, picture.n, i));
    std::array<bool, 3> front {};
    for (size_t i = 0; i < 3; ++i) {
        const Vector3 normal = cross(b[(i + 1) % 3], b[(i + 2) % 3]);
        front[i] = (dot(normal, b[i]) < 0 ? -normal[2] : normal[2]) > 0;
    }
    return front;
}

/** Corner of the coordinate box; bit i of `corner` chooses the upper end of coordinate i. */
Vector3 boxCorner(const LatticePicture& picture, int corner)
{
    Vector3 sum {};
    for (int i = 0; i < picture.n; ++i) {
        const double c = (corner >> i & 1) ? picture.highest + 0.5 : picture.lowest - 0.5;
        const Vector3 b = firstThree(picture.basis, picture.n, i);
        for (size_t k = 0; k < 3; ++k)
            sum[k] += c * b[k];
    }
    return sum;
}

QRectF boundsOfTurns(const LatticePicture& picture)
{
    constexpr double kAlmostAllTurns = 0.85; // only a body diagonal seen from the side is longer
    double radius = 0;
    if (picture.n <= kMostBoxDimensions) {
        for (int corner = 0; corner < 1 << picture.n; ++corner) {
            const Vector3 c = boxCorner(picture, corner);
            radius = std::max(radius, std::sqrt(dot(c, c)));
        }
    }
    for (int i = 0; i < static_cast<int>(picture.errors.size()); ++i) {
        const Vector3 v = firstThree(picture.vectors, picture.n, i);
        radius = std::max(radius, std::sqrt(dot(v, v)));
    }
    radius *= kAlmostAllTurns;
    return { -radius, -radius, 2 * radius, 2 * radius };
}

QRectF boundsOfLine(const LatticePicture& picture)
{
    const double first = (picture.lowest - 0.5) * picture.basis[0];
    const double last = (picture.highest + 0.5) * picture.basis[0];
    double low = std::min(first, last);
    double high = std::max(first, last);
    for (const float v : picture.vectors) {
        low = std::min(low, static_cast<double>(v));
        high = std::max(high, static_cast<double>(v));
    }
    return { low, 0, high - low, 0 };
}

} // namespace

double dot(const Vector3& a, const Vector3& b)
{
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

Vector3 cross(const Vector3& a, const Vector3& b)
{
    return { a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0] };
}

PlaneLattice planeLattice(const LatticePicture& picture)
{
    return { { picture.basis[0], picture.basis[1] }, { picture.basis[2], picture.basis[3] },
        { picture.orthogonal[2], picture.orthogonal[3] }, picture.lowest, picture.highest };
}

QPointF SheetPlane::project(const Vector3& vector, int sheet) const
{
    Vector3 v {};
    for (size_t i = 0; i < 3; ++i)
        v[i] = vector[i] - sheet * b3[i];
    return { dot(v, first), dot(v, second) };
}

SheetPlane sheetPlane(const LatticePicture& picture)
{
    const Vector3 b1 = firstThree(picture.basis, 3, 0);
    const Vector3 b2 = firstThree(picture.basis, 3, 1);
    const Vector3 star2 = firstThree(picture.orthogonal, 3, 1);
    const double length1 = std::sqrt(dot(b1, b1));
    const double length2 = std::sqrt(dot(star2, star2));
    SheetPlane plane;
    plane.first = scaled(b1, length1 > 0 ? 1 / length1 : 0);
    plane.second = scaled(star2, length2 > 0 ? 1 / length2 : 0);
    plane.b3 = firstThree(picture.basis, 3, 2);
    plane.lattice
        = { { length1, 0 }, { dot(b2, plane.first), length2 }, { 0, length2 }, picture.lowest, picture.highest };
    return plane;
}

QPolygonF nearestPlaneCell(const PlaneLattice& lattice)
{
    const QPointF u = lattice.b1 / 2;
    const QPointF v = lattice.star2 / 2;
    return QPolygonF({ -u - v, u - v, u + v, -u + v });
}

std::array<QPointF, 2> reducedBasis(QPointF b1, QPointF b2)
{
    constexpr int kMostSteps = 100;
    for (int step = 0; step < kMostSteps; ++step) {
        if (planeDot(b2, b2) < planeDot(b1, b1))
            std::swap(b1, b2);
        const double length = planeDot(b1, b1);
        const double t = length > 0 ? std::round(planeDot(b1, b2) / length) : 0;
        if (t == 0)
            break;
        b2 -= t * b1;
    }
    return { b1, b2 };
}

QPolygonF voronoiCell(QPointF b1, QPointF b2)
{
    const auto [u, v] = reducedBasis(b1, b2);
    if (u.x() * v.y() == u.y() * v.x())
        return {};
    const QPointF w = planeDot(u, v) > 0 ? u - v : u + v;
    std::array<QPointF, 6> neighbours { u, v, w, -u, -v, -w };
    std::sort(neighbours.begin(), neighbours.end(),
        [](QPointF a, QPointF b) { return std::atan2(a.y(), a.x()) < std::atan2(b.y(), b.x()); });
    QPolygonF cell;
    for (size_t i = 0; i < neighbours.size(); ++i)
        cell << circumcentre(neighbours[i], neighbours[(i + 1) % neighbours.size()]);
    return cell;
}

QPolygonF coveredRegion(const PlaneLattice& lattice)
{
    const QPointF half = lattice.star2 / 2;
    QPolygonF left;
    QPolygonF right;
    for (int c2 = lattice.lowest; c2 <= lattice.highest; ++c2) {
        const QPointF from = lattice.point(lattice.lowest - 0.5, c2);
        const QPointF to = lattice.point(lattice.highest + 0.5, c2);
        left << from - half << from + half;
        right << to - half << to + half;
    }
    std::reverse(right.begin(), right.end());
    return left + right;
}

std::optional<std::vector<QPoint>> visiblePoints(const PlaneLattice& lattice, const QRectF& view, int64_t most)
{
    std::vector<QPoint> points;
    const double det = lattice.determinant();
    if (det == 0)
        return points;
    double lowest = lattice.highest;
    double highest = lattice.lowest;
    for (const QPointF& p : { view.topLeft(), view.topRight(), view.bottomLeft(), view.bottomRight() }) {
        const double c2 = (lattice.b1.x() * p.y() - lattice.b1.y() * p.x()) / det;
        lowest = std::min(lowest, c2);
        highest = std::max(highest, c2);
    }
    const int last = static_cast<int>(std::min<double>(lattice.highest, std::floor(highest)));
    for (int c2 = static_cast<int>(std::max<double>(lattice.lowest, std::ceil(lowest))); c2 <= last; ++c2) {
        double from = lattice.lowest;
        double to = lattice.highest;
        const QPointF row = c2 * lattice.b2;
        if (!clipLine(row.x(), lattice.b1.x(), view.left(), view.right(), from, to)
            || !clipLine(row.y(), lattice.b1.y(), view.top(), view.bottom(), from, to))
            continue;
        for (int c1 = static_cast<int>(std::ceil(from)); c1 <= to; ++c1)
            points.emplace_back(c1, c2);
        if (static_cast<int64_t>(points.size()) > most)
            return std::nullopt;
    }
    return points;
}

Rotation turned(double yaw, double pitch)
{
    const double cy = std::cos(qDegreesToRadians(yaw));
    const double sy = std::sin(qDegreesToRadians(yaw));
    const double cp = std::cos(qDegreesToRadians(pitch));
    const double sp = std::sin(qDegreesToRadians(pitch));
    return { Vector3 { cy, 0, sy }, Vector3 { sy * sp, cp, -cy * sp }, Vector3 { -sy * cp, sp, cy * cp } };
}

Rotation facing(int right, int up)
{
    Rotation rotation {};
    rotation[0][static_cast<size_t>(right)] = 1;
    rotation[1][static_cast<size_t>(up)] = 1;
    rotation[2] = cross(rotation[0], rotation[1]);
    return rotation;
}

Vector3 rotate(const Rotation& rotation, const Vector3& vector)
{
    return { dot(rotation[0], vector), dot(rotation[1], vector), dot(rotation[2], vector) };
}

Vector3 roundedPoint(const LatticePicture& picture, int index)
{
    Vector3 sum {};
    for (int i = 0; i < picture.n; ++i) {
        const int c = picture.coordinates[static_cast<size_t>(index * picture.n + i)];
        const Vector3 b = firstThree(picture.basis, picture.n, i);
        for (size_t k = 0; k < 3; ++k)
            sum[k] += c * b[k];
    }
    return sum;
}

std::vector<BoxEdge> boxEdges(const LatticePicture& picture, const Rotation& rotation)
{
    std::vector<BoxEdge> edges;
    if (picture.n < 3 || picture.n > kMostBoxDimensions)
        return edges;
    const std::array<bool, 3> front = frontFaces(picture, rotation);
    const auto behind = [&](int corner, int axis) {
        return static_cast<bool>(corner >> axis & 1) != front[static_cast<size_t>(axis)];
    };
    for (int axis = 0; axis < picture.n; ++axis) {
        for (int corner = 0; corner < 1 << picture.n; ++corner) {
            if (corner >> axis & 1)
                continue;
            const bool hidden = picture.n == 3 && behind(corner, (axis + 1) % 3) && behind(corner, (axis + 2) % 3);
            edges.push_back({ rotate(rotation, boxCorner(picture, corner)),
                rotate(rotation, boxCorner(picture, corner | 1 << axis)), hidden });
        }
    }
    return edges;
}

int arrowFactor(double length, double least)
{
    constexpr int kLargest = 1 << 20;
    int factor = 1;
    while (length > 0 && factor < kLargest && factor * length < least)
        factor *= 2;
    return factor;
}

QRectF pictureBounds(const LatticePicture& picture, bool sheets)
{
    if (picture.n == 1)
        return boundsOfLine(picture);
    if (picture.n > 3 || (picture.n == 3 && !sheets))
        return boundsOfTurns(picture);
    if (picture.n == 3)
        return coveredRegion(sheetPlane(picture).lattice).boundingRect();
    QPolygonF all = coveredRegion(planeLattice(picture));
    for (size_t i = 0; i + 1 < picture.vectors.size(); i += 2)
        all << QPointF(picture.vectors[i], picture.vectors[i + 1]);
    return all.boundingRect();
}

} // namespace latticeq::ui
