// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lattices/lattice_geometry.h"

#include "tests/ui/lattices/sample_lattices.h"

#include <QTest>

using namespace latticeq::ui;
using namespace latticeq::ui::test;

namespace {

double area(const QPolygonF& polygon)
{
    double twice = 0;
    for (qsizetype i = 0; i < polygon.size(); ++i) {
        const QPointF a = polygon[i];
        const QPointF b = polygon[(i + 1) % polygon.size()];
        twice += a.x() * b.y() - a.y() * b.x();
    }
    return std::abs(twice) / 2;
}

double squared(QPointF p)
{
    return QPointF::dotProduct(p, p);
}

latticeq::LatticePicture samplePlane(int bits = 3)
{
    return makePicture(2, bits, tiltedBasis(2), gaussianVectors(2, 500, 3));
}

} // namespace

class TestLatticeGeometry : public QObject
{
    Q_OBJECT
private slots:
    void cellsHaveTheAreaOfTheDeterminant_data();
    void cellsHaveTheAreaOfTheDeterminant();
    void reducedBasisSpansTheSameLatticeWithShortVectors();
    void voronoiCornersAreNearestToTheOrigin();
    void aFlatLatticeHasNoVoronoiCell();
    void coveredRegionHoldsExactlyWhatIsNotOverloaded();
    void visiblePointsAreThoseInsideTheView();
    void tooManyVisiblePointsAreNotListed();
    void rotationsKeepLengths();
    void facingLooksStraightAtTwoAxes();
    void theBoxHasTwelveEdgesOfWhichThreeAreHidden();
    void arrowsAreDoubledUntilTheyAreReadable();
    void boundsHoldEveryWeight();
    void sheetsKeepDistancesWithinThePlane();
};

void TestLatticeGeometry::cellsHaveTheAreaOfTheDeterminant_data()
{
    QTest::addColumn<QPointF>("b1");
    QTest::addColumn<QPointF>("b2");
    QTest::newRow("a square grid") << QPointF(1, 0) << QPointF(0, 1);
    QTest::newRow("a hexagonal lattice") << QPointF(1, 0) << QPointF(0.5, std::sqrt(3.0) / 2);
    QTest::newRow("a very oblique basis") << QPointF(1, 0.1) << QPointF(7.3, 1.9);
    QTest::newRow("a left-handed basis") << QPointF(0, 2) << QPointF(1, 0.3);
}

void TestLatticeGeometry::cellsHaveTheAreaOfTheDeterminant()
{
    QFETCH(QPointF, b1);
    QFETCH(QPointF, b2);
    PlaneLattice lattice { b1, b2, b2 - b1 * (QPointF::dotProduct(b1, b2) / squared(b1)), 0, 1 };
    const double volume = std::abs(lattice.determinant());
    QVERIFY(std::abs(area(voronoiCell(b1, b2)) / volume - 1) < 1e-9);
    QVERIFY(std::abs(area(nearestPlaneCell(lattice)) / volume - 1) < 1e-9);
    QVERIFY(std::abs(area(coveredRegion(lattice)) / (4 * volume) - 1) < 1e-9);
}

void TestLatticeGeometry::reducedBasisSpansTheSameLatticeWithShortVectors()
{
    const QPointF b1(1, 0.1);
    const QPointF b2(7.3, 1.9);
    const auto [u, v] = reducedBasis(b1, b2);
    QVERIFY(std::abs(std::abs(u.x() * v.y() - u.y() * v.x()) - std::abs(b1.x() * b2.y() - b1.y() * b2.x())) < 1e-9);
    QVERIFY(squared(u) <= squared(v));
    QVERIFY(2 * std::abs(QPointF::dotProduct(u, v)) <= squared(u) + 1e-12);
}

void TestLatticeGeometry::voronoiCornersAreNearestToTheOrigin()
{
    const QPointF b1(1, 0.1);
    const QPointF b2(0.4, 0.9);
    const QPolygonF cell = voronoiCell(b1, b2);
    QCOMPARE(cell.size(), 6);
    for (const QPointF& corner : cell) {
        int equallyNear = 0;
        for (int i = -3; i <= 3; ++i) {
            for (int j = -3; j <= 3; ++j) {
                const double distance = squared(corner - i * b1 - j * b2);
                QVERIFY(distance > squared(corner) - 1e-9);
                equallyNear += distance < squared(corner) + 1e-9;
            }
        }
        QVERIFY(equallyNear >= 3);
    }
}

void TestLatticeGeometry::aFlatLatticeHasNoVoronoiCell()
{
    QVERIFY(voronoiCell({ 1, 2 }, { 2, 4 }).isEmpty());
    QVERIFY(voronoiCell({ 0, 0 }, { 0, 0 }).isEmpty());
}

void TestLatticeGeometry::coveredRegionHoldsExactlyWhatIsNotOverloaded()
{
    const latticeq::LatticePicture picture = samplePlane();
    const QPolygonF region = coveredRegion(planeLattice(picture));
    int overloaded = 0;
    for (size_t i = 0; i < picture.errors.size(); ++i) {
        const QPointF v(picture.vectors[2 * i], picture.vectors[2 * i + 1]);
        QCOMPARE(region.containsPoint(v, Qt::OddEvenFill), picture.overloaded[i] == 0);
        overloaded += picture.overloaded[i];
    }
    QVERIFY(overloaded > 10 && overloaded < 490);
}

void TestLatticeGeometry::visiblePointsAreThoseInsideTheView()
{
    const PlaneLattice lattice = planeLattice(samplePlane());
    const QRectF view(-0.13, -0.21, 0.3, 0.45);
    const auto points = visiblePoints(lattice, view, 1000);
    QVERIFY(points.has_value());
    std::vector<std::pair<int, int>> found;
    for (const QPoint& p : *points)
        found.emplace_back(p.x(), p.y());
    std::vector<std::pair<int, int>> expected;
    for (int c1 = lattice.lowest; c1 <= lattice.highest; ++c1) {
        for (int c2 = lattice.lowest; c2 <= lattice.highest; ++c2) {
            if (view.contains(lattice.point(c1, c2)))
                expected.emplace_back(c1, c2);
        }
    }
    std::sort(found.begin(), found.end());
    QVERIFY(!expected.empty());
    QVERIFY(found == expected);
}

void TestLatticeGeometry::tooManyVisiblePointsAreNotListed()
{
    const PlaneLattice lattice = planeLattice(samplePlane(8));
    QVERIFY(!visiblePoints(lattice, QRectF(-100, -100, 200, 200), 20'000));
    QCOMPARE(visiblePoints(lattice, QRectF(-100, -100, 200, 200), 65'536)->size(), size_t(65'536));
}

void TestLatticeGeometry::rotationsKeepLengths()
{
    const Vector3 v { 0.3, -0.7, 1.1 };
    for (double yaw = -180; yaw <= 180; yaw += 37) {
        for (double pitch = -90; pitch <= 90; pitch += 23) {
            const Vector3 r = rotate(turned(yaw, pitch), v);
            QVERIFY(std::abs(dot(r, r) - dot(v, v)) < 1e-12);
        }
    }
    QCOMPARE(rotate(turned(0, 0), v), v);
}

void TestLatticeGeometry::facingLooksStraightAtTwoAxes()
{
    const Vector3 r = rotate(facing(0, 2), { 1, 2, 3 });
    QCOMPARE(r[0], 1.0);
    QCOMPARE(r[1], 3.0);
    QCOMPARE(std::abs(r[2]), 2.0);
}

void TestLatticeGeometry::theBoxHasTwelveEdgesOfWhichThreeAreHidden()
{
    const auto picture = makePicture(3, 4, tiltedBasis(3), gaussianVectors(3, 10, 1));
    const std::vector<BoxEdge> edges = boxEdges(picture, turned(-35, 20));
    QCOMPARE(edges.size(), size_t(12));
    QCOMPARE(std::count_if(edges.begin(), edges.end(), [](const BoxEdge& edge) { return edge.hidden; }), 3);
    double farthest = 0;
    double farthestHidden = 0;
    for (const BoxEdge& edge : edges) {
        farthest = std::min({ farthest, edge.from[2], edge.to[2] });
        if (edge.hidden)
            farthestHidden = std::min({ farthestHidden, edge.from[2], edge.to[2] });
    }
    QCOMPARE(farthestHidden, farthest);
}

void TestLatticeGeometry::arrowsAreDoubledUntilTheyAreReadable()
{
    QCOMPARE(arrowFactor(40, 28), 1);
    QCOMPARE(arrowFactor(28, 28), 1);
    QCOMPARE(arrowFactor(13.9, 28), 4);
    QCOMPARE(arrowFactor(0, 28), 1);
}

void TestLatticeGeometry::boundsHoldEveryWeight()
{
    const latticeq::LatticePicture plane = samplePlane(2);
    const QRectF bounds = pictureBounds(plane, false).adjusted(-1e-9, -1e-9, 1e-9, 1e-9);
    for (size_t i = 0; i < plane.errors.size(); ++i)
        QVERIFY(bounds.contains(QPointF(plane.vectors[2 * i], plane.vectors[2 * i + 1])));
    const auto line = makePicture(1, 2, { 0.1 }, gaussianVectors(1, 100, 5));
    const QRectF span = pictureBounds(line, false);
    for (const float v : line.vectors)
        QVERIFY(span.left() <= v && v <= span.right());
}

void TestLatticeGeometry::sheetsKeepDistancesWithinThePlane()
{
    const auto picture = makePicture(3, 4, tiltedBasis(3), gaussianVectors(3, 60, 2));
    const SheetPlane plane = sheetPlane(picture);
    for (int i = 0; i < 60; ++i) {
        const auto k = static_cast<size_t>(3 * i);
        const QPointF point = plane.project(roundedPoint(picture, i), picture.coordinates[k + 2]);
        const QPointF expected = plane.lattice.point(picture.coordinates[k], picture.coordinates[k + 1]);
        QVERIFY(squared(point - expected) < 1e-18);
    }
    QVERIFY(std::abs(plane.lattice.determinant()
                - std::sqrt(dotRows(picture.orthogonal, 0, picture.orthogonal, 0, 3)
                    * dotRows(picture.orthogonal, 1, picture.orthogonal, 1, 3)))
        < 1e-12);
}

QTEST_APPLESS_MAIN(TestLatticeGeometry)
#include "tst_lattice_geometry.moc"
