// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lattice/basis.h"
#include "core/search/refit_basis.h"
#include "tests/support/sample_chain.h"

#include <QtTest/QtTest>

using namespace latticeq;
using namespace latticeq::test;

namespace {

/** A section whose vectors are lattice points of `basis` after a correction, with the weights of its normal
 * equations 1. */
SectionFit exactFit(const at::Tensor& coordinates, const at::Tensor& basis)
{
    const int64_t n = basis.size(0);
    const at::Tensor c = coordinates.to(at::kDouble);
    const at::Tensor target = at::matmul(c, basis.to(at::kDouble));
    SectionFit fit;
    for (int64_t column = 0; column < n; ++column) {
        for (int64_t i = 0; i < n; ++i) {
            for (int64_t k = 0; k <= i; ++k)
                fit.normal.push_back((c.select(1, i) * c.select(1, k)).sum().item<float>());
        }
        for (int64_t i = 0; i < n; ++i)
            fit.normal.push_back((c.select(1, i) * target.select(1, column)).sum().item<float>());
    }
    return fit;
}

at::Tensor someCoordinates(int64_t n, uint64_t seed)
{
    return at::round(randomTensor({ 30, n }, seed) * 4);
}

} // namespace

class RefitBasisTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theBasisOfExactPointsIsFoundAgain_data();
    void theBasisOfExactPointsIsFoundAgain();
    void coordinatesThatDoNotDetermineItAreRefused();
    void theQuantizedBasisConsistsOfCodesAndIsBetterThanRoundingAlone();
};

void RefitBasisTest::theBasisOfExactPointsIsFoundAgain_data()
{
    QTest::addColumn<int>("n");
    for (const int n : { 1, 2, 3, 4, 7 })
        QTest::addRow("n = %d", n) << n;
}

void RefitBasisTest::theBasisOfExactPointsIsFoundAgain()
{
    QFETCH(int, n);
    const at::Tensor basis = randomTensor({ n, n }, 3);
    BasisRefit refit(n);
    refit.add(exactFit(someCoordinates(n, 4), basis));
    refit.add(exactFit(someCoordinates(n, 5), basis));
    QVERIFY(refit.solve());
    const at::Tensor found = at::tensor(refit.solution(), at::kDouble).reshape({ n, n });
    QVERIFY(at::allclose(found, basis.to(at::kDouble), 1e-4, 1e-5));
    QVERIFY(refit.solve(1.5));
    QVERIFY(at::allclose(at::tensor(refit.solution(), at::kDouble).reshape({ n, n }), 1.5 * found));
}

void RefitBasisTest::coordinatesThatDoNotDetermineItAreRefused()
{
    at::Tensor coordinates = someCoordinates(3, 4);
    coordinates.select(1, 2).copy_(coordinates.select(1, 0));
    BasisRefit refit(3);
    refit.add(exactFit(coordinates, randomTensor({ 3, 3 }, 3)));
    QVERIFY(!refit.solve());
    refit.clear();
    QVERIFY(!refit.solve());
}

void RefitBasisTest::theQuantizedBasisConsistsOfCodesAndIsBetterThanRoundingAlone()
{
    constexpr int kBits = 3;
    double carried = 0;
    double alone = 0;
    for (uint64_t seed = 0; seed < 20; ++seed) {
        const at::Tensor basis = randomTensor({ 3, 3 }, seed);
        const at::Tensor coordinates = someCoordinates(3, seed + 50) + at::tensor({ 1.0F, 2.0F, 1.0F });
        BasisRefit refit(3);
        refit.add(exactFit(coordinates, basis));
        QVERIFY(refit.solve());
        at::Tensor quantized = at::empty({ 1, 3, 3 });
        const float maximum = refit.quantize(kBits, quantized.data_ptr<float>());
        QCOMPARE(maximum, basis.abs().max().item<float>());
        const at::Tensor codes = (quantized / maximum + 1) / 2 * ((1 << kBits) - 1);
        QVERIFY(at::allclose(codes, at::round(codes), 0, 1e-4));
        const auto distance = [&](const at::Tensor& other) {
            return at::matmul(coordinates, other - basis).square().sum().item<double>();
        };
        carried += distance(quantized.squeeze(0));
        alone += distance(quantizeBasis(basis.unsqueeze(0), kBits).squeeze(0));
    }
    QVERIFY(carried < alone);
}

QTEST_GUILESS_MAIN(RefitBasisTest)
#include "tst_refit_basis.moc"
