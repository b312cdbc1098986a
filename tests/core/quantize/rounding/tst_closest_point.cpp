// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quantize/rounding/closest_point.h"
#include "tests/support/sample_files.h"

#include <QtTest/QtTest>

#include <algorithm>

using namespace latticeq;
using namespace latticeq::test;

namespace {

struct Sample
{
    at::Tensor basis; // float32 [n, n]
    at::Tensor metric; // float64 [n, n]
    at::Tensor target; // float64 [n], an image
};

Sample sampleOf(int64_t n, uint64_t seed)
{
    Sample sample { randomTensor({ n, n }, seed), randomTensor({ n, n }, seed + 1).to(at::kDouble),
        3 * randomTensor({ n }, seed + 2).to(at::kDouble) };
    return sample;
}

/** Squared distances of all points of the box, the closest first. */
std::vector<double> allDistances(const Sample& sample, int64_t low, int64_t high)
{
    const int64_t n = sample.basis.size(0);
    const at::Tensor image = at::matmul(sample.basis.to(at::kDouble), sample.metric);
    std::vector<at::Tensor> axes(static_cast<size_t>(n), at::arange(low, high + 1, at::kDouble));
    at::Tensor points = at::stack(at::meshgrid(axes, "ij"), -1).reshape({ -1, n });
    const at::Tensor distances
        = std::get<0>((sample.target - at::matmul(points, image)).square().sum(1).sort()).contiguous();
    return { distances.data_ptr<double>(), distances.data_ptr<double>() + distances.numel() };
}

} // namespace

class ClosestPointTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsTheClosestOfAllPoints_data();
    void findsTheClosestOfAllPoints();
    void pointsAreInTheirOrderWithTheirDistances();
    void aBoxOfOnePointHasOnePoint();
    void aBasisWithoutALatticeIsRefused();
    void anEndlesslyFlatLatticeEnds();
};

void ClosestPointTest::findsTheClosestOfAllPoints_data()
{
    QTest::addColumn<int>("n");
    for (const int n : { 1, 2, 3, 4 })
        QTest::addRow("n = %d", n) << n;
}

void ClosestPointTest::findsTheClosestOfAllPoints()
{
    QFETCH(int, n);
    for (uint64_t seed = 0; seed < 200; seed += 4) {
        const Sample sample = sampleOf(n, seed);
        ClosestPoint lattice(n);
        QVERIFY(lattice.setLattice(sample.basis.data_ptr<float>(), sample.metric.data_ptr<double>()));
        const std::vector<double> expected = allDistances(sample, -3, 4);
        const auto& found = lattice.find(sample.target.data_ptr<double>(), -3, 4, 5);
        QCOMPARE(found.size(), size_t(5));
        for (size_t i = 0; i < found.size(); ++i)
            QVERIFY(std::abs(found[i].distance - expected[i]) <= 1e-9 * (1 + expected[i]));
    }
}

void ClosestPointTest::pointsAreInTheirOrderWithTheirDistances()
{
    const Sample sample = sampleOf(3, 7);
    ClosestPoint lattice(3);
    QVERIFY(lattice.setLattice(sample.basis.data_ptr<float>(), sample.metric.data_ptr<double>()));
    double before = 0;
    for (const ClosestPoint::Found& found : lattice.find(sample.target.data_ptr<double>(), -1, 2, 20)) {
        QVERIFY(found.distance >= before);
        before = found.distance;
        std::vector<float> coordinates;
        for (const double coordinate : found.coordinates) {
            QVERIFY(coordinate >= -1 && coordinate <= 2 && coordinate == std::round(coordinate));
            coordinates.push_back(static_cast<float>(coordinate));
        }
        const double distance = lattice.distance(sample.target.data_ptr<double>(), coordinates.data());
        QVERIFY(std::abs(distance - found.distance) <= 1e-9 * (1 + distance));
    }
    QVERIFY(before > 0);
}

void ClosestPointTest::aBoxOfOnePointHasOnePoint()
{
    const Sample sample = sampleOf(2, 11);
    ClosestPoint lattice(2);
    QVERIFY(lattice.setLattice(sample.basis.data_ptr<float>(), sample.metric.data_ptr<double>()));
    const auto& found = lattice.find(sample.target.data_ptr<double>(), 0, 0, 8);
    QCOMPARE(found.size(), size_t(1));
    QCOMPARE(found[0].coordinates, std::vector<double>({ 0, 0 }));
}

void ClosestPointTest::aBasisWithoutALatticeIsRefused()
{
    const float flat[] = { 1, 2, 2, 4 };
    const float nothing[] = { 0, 0, 0, 0 };
    const double identity[] = { 1, 0, 0, 1 };
    ClosestPoint lattice(2);
    QVERIFY(!lattice.setLattice(flat, identity));
    QVERIFY(!lattice.setLattice(nothing, identity));
}

void ClosestPointTest::anEndlesslyFlatLatticeEnds()
{
    // Rows that nearly coincide: pairs (c, -c) make a line of points that all lie close.
    const float basis[] = { 1, 0, 1, 1e-5F };
    const double identity[] = { 1, 0, 0, 1 };
    const double target[] = { 0.3, 0.2 };
    ClosestPoint lattice(2);
    QVERIFY(lattice.setLattice(basis, identity));
    QCOMPARE(lattice.find(target, -32767, 32768, 4).size(), size_t(4));
}

QTEST_GUILESS_MAIN(ClosestPointTest)
#include "tst_closest_point.moc"
