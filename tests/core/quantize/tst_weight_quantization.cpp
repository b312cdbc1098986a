// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quantize/weight_quantization.h"
#include "core/run/run_control.h"
#include "core/support/worker_threads.h"
#include "tests/support/sample_files.h"

#include <QtTest/QtTest>

#include <limits>

using namespace latticeq;

namespace {

LayerPlan plan(int bits)
{
    LayerPlan p;
    p.layer = { "layer", false, { 6, 8, 3, 3 } };
    p.bits = bits;
    p.n = 3;
    p.restarts = 2;
    p.stepsPerPhase = 20;
    return p;
}

LayerQuantization quantize(const LayerPlan& p, const at::Tensor& weight)
{
    RunControl control;
    WorkerThreads workers(2);
    return quantizeLayer(p, weight, 1, 0, ProcessorSearcher(workers), control, {});
}

} // namespace

class WeightQuantizationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theStoredWeightHasTheErrorOfTheSearch_data();
    void theStoredWeightHasTheErrorOfTheSearch();
    void effectiveBitsCountEverythingStored();
    void aWeightOfZerosStaysZero();
    void channelsOfZeroBitsKeepTheirMean();
    void aWeightThatIsNotFiniteIsNamed();
};

void WeightQuantizationTest::theStoredWeightHasTheErrorOfTheSearch_data()
{
    QTest::addColumn<int>("bits");
    QTest::addColumn<int>("basisBits");
    QTest::addColumn<bool>("perLayer");
    QTest::addColumn<bool>("biasCorrection");
    for (const int bits : { 2, 4 }) {
        for (const int basisBits : { 0, 4, 8 }) {
            for (const bool perLayer : { false, true }) {
                for (const bool corrected : { false, true })
                    QTest::addRow("%d bits, %d for bases, %s%s", bits, basisBits, perLayer ? "layer" : "channel",
                        corrected ? ", corrected" : "") << bits << basisBits << perLayer << corrected;
            }
        }
    }
}

void WeightQuantizationTest::theStoredWeightHasTheErrorOfTheSearch()
{
    QFETCH(int, bits);
    QFETCH(int, basisBits);
    QFETCH(bool, perLayer);
    QFETCH(bool, biasCorrection);
    LayerPlan p = plan(bits);
    p.basisBits = basisBits;
    p.perLayer = perLayer;
    p.biasCorrection = biasCorrection;
    const at::Tensor weight = 0.3F * test::randomTensor({ 6, 8, 3, 3 }, 1);
    const LayerQuantization q = quantize(p, weight);
    const at::Tensor rebuilt = dequantize(q.weight);
    QCOMPARE(rebuilt.sizes(), weight.sizes());
    if (!biasCorrection || bits < 4) { // otherwise the correction comes after the search
        const double error = ((rebuilt - weight) / weight.abs().max()).abs().pow(3).sum().item<double>();
        QVERIFY2(std::abs(error / q.cubicError - 1) < 1e-4, qPrintable(QString::number(error / q.cubicError)));
    }
    QVERIFY(q.scalarCubicError > 0);
    const LayerReport report = reportLayer(p, weight, q);
    QVERIFY(std::abs(report.mse - (rebuilt - weight).square().mean().item<double>()) < 1e-6 * report.mse + 1e-12);
    QVERIFY(report.effectiveBits > bits);
}

void WeightQuantizationTest::effectiveBitsCountEverythingStored()
{
    LayerPlan p = plan(4);
    p.basisBits = 8;
    p.biasCorrection = true;
    const at::Tensor weight = test::randomTensor({ 6, 8, 3, 3 }, 2);
    const LayerReport report = reportLayer(p, weight, quantize(p, weight));
    // 72 weights a channel: 4 bits each, 9 basis codes of 8 bits, gain and offset of 32; one unit for the layer.
    QCOMPARE(report.effectiveBits, (6 * (72 * 4 + 9 * 8 + 2 * 32) + 32) / (6.0 * 72));
}

void WeightQuantizationTest::aWeightOfZerosStaysZero()
{
    LayerPlan p = plan(4);
    p.biasCorrection = true;
    p.basisBits = 8;
    const at::Tensor zeros = at::zeros({ 6, 8, 3, 3 });
    const LayerQuantization q = quantize(p, zeros);
    QVERIFY(at::equal(dequantize(q.weight), zeros));
    QCOMPARE(q.cubicError, 0.0);
}

void WeightQuantizationTest::channelsOfZeroBitsKeepTheirMean()
{
    LayerPlan p = plan(1);
    p.allocateBits = true;
    p.biasCorrection = true;
    p.basisBits = 8;
    at::Tensor weight = test::randomTensor({ 6, 8, 3, 3 }, 3);
    weight[0].mul_(0.001F);
    QCOMPARE(channelBits(p, weight)[0], 0);
    const at::Tensor rebuilt = dequantize(quantize(p, weight).weight);
    QVERIFY(at::allclose(rebuilt[0], weight[0].mean().expand({ 8, 3, 3 }), 1e-3, 1e-8));
}

void WeightQuantizationTest::aWeightThatIsNotFiniteIsNamed()
{
    at::Tensor weight = test::randomTensor({ 6, 8, 3, 3 }, 4);
    weight[1][2][0][0] = std::numeric_limits<float>::quiet_NaN();
    QVERIFY_EXCEPTION_THROWN(makeSearch(plan(4), weight, 1), std::invalid_argument);
}

QTEST_GUILESS_MAIN(WeightQuantizationTest)
#include "tst_weight_quantization.moc"
