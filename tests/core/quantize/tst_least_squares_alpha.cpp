// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quantize/least_squares_alpha.h"
#include "core/quantize/activation_quantizer.h"
#include "tests/support/sample_files.h"

#include <QtTest/QtTest>

using namespace latticeq;
using namespace latticeq::test;

namespace {

/** Most values small, a few large: what clipping is for. */
at::Tensor heavyTailed(const std::vector<int64_t>& shape, uint64_t seed)
{
    return randomTensor(shape, seed).pow(7) * 5;
}

double squaredError(const at::Tensor& input, double alpha, int bits, bool isSigned)
{
    const ActivationQuantizer quantizer { at::full({ 1 }, alpha), at::full({ 1 }, bits, at::kLong), isSigned };
    return (quantizeActivationReference(quantizer, input) - input).square().sum(at::kDouble).item<double>();
}

double bestOf128(const at::Tensor& input, int bits, bool isSigned)
{
    const double largest = input.abs().max().item<double>();
    double best = squaredError(input, largest, bits, isSigned);
    for (int i = 1; i < 128; ++i)
        best = std::min(best, squaredError(input, largest * i / 128, bits, isSigned));
    return best;
}

} // namespace

class LeastSquaresAlphaTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsTheSmallestErrorOfAllThresholds_data();
    void findsTheSmallestErrorOfAllThresholds();
    void slicesMakeNoDifference();
    void eachChannelHasItsOwn();
    void nothingToClipGivesZero();
};

void LeastSquaresAlphaTest::findsTheSmallestErrorOfAllThresholds_data()
{
    QTest::addColumn<int>("bits");
    QTest::addColumn<bool>("isSigned");
    for (const int bits : { 2, 3, 4, 8 }) {
        QTest::addRow("%d bits", bits) << bits << false;
        QTest::addRow("%d bits, signed", bits) << bits << true;
    }
}

void LeastSquaresAlphaTest::findsTheSmallestErrorOfAllThresholds()
{
    QFETCH(int, bits);
    QFETCH(bool, isSigned);
    const at::Tensor values = heavyTailed({ 4, 3, 20, 20 }, 1);
    const at::Tensor input = isSigned ? values : at::relu(values);
    const at::Tensor alpha = leastSquaresAlphas({ input }, { bits }, isSigned);
    QCOMPARE(alpha.numel(), int64_t(1));
    const double error = squaredError(input, alpha.item<double>(), bits, isSigned);
    QVERIFY(error <= 1.02 * bestOf128(input, bits, isSigned)); // classes stand for their values
    if (bits < 4)
        QVERIFY(error < 0.9 * squaredError(input, input.abs().max().item<double>(), bits, isSigned));
}

void LeastSquaresAlphaTest::slicesMakeNoDifference()
{
    const at::Tensor input = heavyTailed({ 7, 3, 10, 10 }, 2);
    QVERIFY(at::equal(
        leastSquaresAlphas({ input }, { 3 }, true), leastSquaresAlphas(input.split(2), { 3 }, true)));
}

void LeastSquaresAlphaTest::eachChannelHasItsOwn()
{
    const at::Tensor input = at::relu(heavyTailed({ 4, 3, 20, 20 }, 3));
    input.select(1, 1).mul_(10);
    const at::Tensor alphas = leastSquaresAlphas({ input }, { 3, 3, 2 }, false);
    QCOMPARE(alphas.numel(), int64_t(3));
    for (int64_t channel = 0; channel < 3; ++channel) {
        const at::Tensor own
            = leastSquaresAlphas({ input.narrow(1, channel, 1) }, { channel == 2 ? 2 : 3 }, false);
        QCOMPARE(alphas[channel].item<float>(), own.item<float>());
    }
}

void LeastSquaresAlphaTest::nothingToClipGivesZero()
{
    const at::Tensor zeros = at::zeros({ 2, 2, 3, 3 });
    QVERIFY(at::equal(leastSquaresAlphas({ zeros }, { 4 }, false), at::zeros({ 1 })));
    QVERIFY(at::equal(leastSquaresAlphas({ zeros }, { 4, 4 }, false), at::zeros({ 2 })));
}

QTEST_GUILESS_MAIN(LeastSquaresAlphaTest)
#include "tst_least_squares_alpha.moc"
