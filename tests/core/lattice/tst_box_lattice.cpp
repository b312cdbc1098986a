// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lattice/box_lattice.h"
#include "core/lattice/nearest_plane.h"
#include "core/quantize/bias_correction.h"
#include "tests/support/sample_files.h"

#include <QtTest/QtTest>

using namespace latticeq;

namespace {

const std::vector<double> kSkewed { 0.15, 0.02, -0.03, 0.04, 0.12, 0.01, -0.02, 0.05, 0.18 };

std::vector<float> sampleVectors()
{
    const at::Tensor random = test::randomTensor({ 500, 3 }, 7);
    return { random.data_ptr<float>(), random.data_ptr<float>() + random.numel() };
}

} // namespace

class BoxLatticeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void limitsAreThoseOfTheDesign();
    void coordinatesAreThoseOfTheReference();
    void whatIsNotOverloadedIsRoundedToTheNearestPlane();
    void aPointAndItsResidualGiveTheVector();
    void theErrorIsThatOfTheReference_data();
    void theErrorIsThatOfTheReference();
    void degenerateLatticesPutEverythingOnZero_data();
    void degenerateLatticesPutEverythingOnZero();
};

void BoxLatticeTest::limitsAreThoseOfTheDesign()
{
    for (const auto& [bits, lowest, highest] : { std::tuple(0, 0, 0), std::tuple(1, 0, 1), std::tuple(4, -7, 8) }) {
        const BoxLattice lattice({ 1 }, 1, bits);
        QCOMPARE(lattice.lowest(), lowest);
        QCOMPARE(lattice.highest(), highest);
    }
}

void BoxLatticeTest::coordinatesAreThoseOfTheReference()
{
    std::vector<float> vectors = sampleVectors();
    std::vector<double> basis = kSkewed;
    const BoxLattice lattice(basis, 3, 3);
    int64_t overloaded = 0;
    const std::vector<int> coordinates = coordinatesIn(lattice, vectors, overloaded);
    const at::Tensor expected = nearestPlane(at::from_blob(vectors.data(), { 1, 500, 3 }).to(at::kDouble),
        at::from_blob(basis.data(), { 1, 3, 3 }, at::kDouble), at::full({ 1 }, 3.0, at::kDouble));
    QVERIFY(at::equal(at::tensor(coordinates).to(at::kDouble), expected.flatten()));
    QVERIFY(overloaded > 0 && overloaded < 500);
}

void BoxLatticeTest::whatIsNotOverloadedIsRoundedToTheNearestPlane()
{
    const std::vector<float> vectors = sampleVectors();
    const BoxLattice boxed(kSkewed, 3, 3);
    const BoxLattice wide(kSkewed, 3, 20);
    int overloaded = 0;
    for (size_t i = 0; i < vectors.size(); i += 3) {
        int inBox[3];
        int unclamped[3];
        const bool outside = boxed.nearestPlane(&vectors[i], inBox);
        QVERIFY(!wide.nearestPlane(&vectors[i], unclamped));
        QCOMPARE(std::equal(inBox, inBox + 3, unclamped), !outside);
        overloaded += outside ? 1 : 0;
    }
    QVERIFY(overloaded > 0);
}

void BoxLatticeTest::aPointAndItsResidualGiveTheVector()
{
    const std::vector<float> vectors = sampleVectors();
    const BoxLattice lattice(kSkewed, 3, 20);
    for (size_t i = 0; i < vectors.size(); i += 3) {
        int coordinates[3];
        double point[3];
        lattice.nearestPlane(&vectors[i], coordinates);
        lattice.point(coordinates, point);
        for (int k = 0; k < 3; ++k) { // the residual lies in the brick of the orthogonal rows about 0
            double product = 0;
            double squaredLength = 0;
            for (int j = 0; j < 3; ++j) {
                const double row = lattice.orthogonal()[k * 3 + j];
                product += (vectors[i + j] - point[j]) * row;
                squaredLength += row * row;
            }
            QVERIFY(std::abs(product / squaredLength) <= 0.5 + 1e-9);
        }
    }
}

void BoxLatticeTest::theErrorIsThatOfTheReference_data()
{
    QTest::addColumn<bool>("biasCorrected");
    QTest::newRow("as it is") << false;
    QTest::newRow("after bias correction") << true;
}

void BoxLatticeTest::theErrorIsThatOfTheReference()
{
    QFETCH(bool, biasCorrected);
    std::vector<float> vectors = sampleVectors();
    std::vector<double> basis = kSkewed;
    const BoxLattice lattice(basis, 3, 3);
    int64_t overloaded = 0;
    std::vector<int> coordinates = coordinatesIn(lattice, vectors, overloaded);
    const at::Tensor weights = at::from_blob(vectors.data(), { 1, 500, 3 }).to(at::kDouble);
    at::Tensor points = latticePoints(at::tensor(coordinates).reshape({ 1, 500, 3 }).to(at::kDouble),
        at::from_blob(basis.data(), { 1, 3, 3 }, at::kDouble));
    if (biasCorrected)
        points = corrected(points, channelCorrection(weights, points));
    const double expected = cubicError(weights, points).item<double>();
    QVERIFY(std::abs(cubicErrorIn(lattice, vectors, coordinates, biasCorrected) / expected - 1) < 1e-9);
    if (biasCorrected)
        return;
    double sum = 0;
    for (size_t i = 0; i < vectors.size(); i += 3)
        sum += lattice.error(&vectors[i], &coordinates[i]);
    QVERIFY(std::abs(sum / expected - 1) < 1e-9);
}

void BoxLatticeTest::degenerateLatticesPutEverythingOnZero_data()
{
    QTest::addColumn<std::vector<double>>("basis");
    QTest::addColumn<int>("bits");
    QTest::newRow("a basis of zeros") << std::vector<double>(9, 0.0) << 4;
    QTest::newRow("dependent rows") << std::vector<double> { 1, 0, 0, 2, 0, 0, 0, 0, 1 } << 4;
    QTest::newRow("a channel of 0 bits") << kSkewed << 0;
}

void BoxLatticeTest::degenerateLatticesPutEverythingOnZero()
{
    QFETCH(std::vector<double>, basis);
    QFETCH(int, bits);
    const std::vector<float> vectors = sampleVectors();
    int64_t overloaded = 0;
    const BoxLattice lattice(basis, 3, bits);
    const std::vector<int> coordinates = coordinatesIn(lattice, vectors, overloaded);
    QCOMPARE(coordinates, std::vector<int>(vectors.size(), 0));
    QVERIFY(std::isfinite(cubicErrorIn(lattice, vectors, coordinates, true)));
}

QTEST_GUILESS_MAIN(BoxLatticeTest)
#include "tst_box_lattice.moc"
