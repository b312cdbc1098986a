// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/packed_weight.h"
#include "core/quantize/shared_scales.h"
#include "core/quantize/weight_quantization.h"
#include "core/run/packed_size.h"
#include "core/run/run_control.h"
#include "core/support/worker_threads.h"
#include "tests/support/sample_files.h"

#include <QtTest/QtTest>

#include <cmath>

using namespace latticeq;

namespace {

/** A depthwise layer whose channels differ in size by a factor of up to 200. */
at::Tensor depthwiseWeight(const std::vector<int64_t>& shape)
{
    const at::Tensor sizes = at::logspace(-2.3, 0, shape[0], 10.0, at::kFloat).reshape({ -1, 1, 1, 1 });
    return test::randomTensor(shape, 3) * sizes;
}

LayerPlan planOf(const std::vector<int64_t>& shape, bool perLayer)
{
    RunSettings settings;
    settings.scalarDepthwise = true;
    settings.perLayer = perLayer;
    settings.biasCorrection = true;
    return planLayers(
        { { "conv1", false, { 8, 3, 3, 3 } }, { "dw", false, shape, true } }, settings, [](const std::string&) {})[1];
}

LayerQuantization quantized(const LayerPlan& plan, const at::Tensor& weight)
{
    RunControl control;
    WorkerThreads workers(2);
    return quantizeLayer(plan, weight, 1, 0, ProcessorSearcher(workers), control);
}

} // namespace

class SharedScalesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void scalesAreTheBetterCodeBesideTheSearchedOne();
    void aDepthwiseLayerTakesUnderNineBitsAWeight_data();
    void aDepthwiseLayerTakesUnderNineBitsAWeight();
    void aLayerOfZerosStaysZero();
};

void SharedScalesTest::scalesAreTheBetterCodeBesideTheSearchedOne()
{
    LayerSearchResult found;
    found.basis = at::tensor({ 0.1F, -0.0371F, 0.0009F }).reshape({ 3, 1, 1 });
    const at::Tensor vectors
        = test::randomTensor({ 3, 40, 1 }, 7) * at::tensor({ 8.0F, 2.0F, 0.05F }).reshape({ 3, 1, 1 });
    const LayerSearchResult shared = shareScales(found, vectors, 8, 8);
    QCOMPARE(shared.basisMaximum.numel(), int64_t(1));
    QCOMPARE(shared.basisMaximum.item<float>(), 0.1F);
    for (int64_t channel = 0; channel < 3; ++channel) {
        const at::Tensor values = vectors[channel].to(at::kDouble);
        const auto errorOf = [&](double code) {
            const double scale = static_cast<float>(0.1F * (2 * code / 255 - 1));
            return (values - at::clamp(at::round(values / scale), -127, 128) * scale).abs().pow(3).sum().item<double>();
        };
        const double place = (found.basis[channel].item<double>() / 0.1F + 1) * 127.5;
        const double code = (shared.basis[channel].item<double>() / 0.1F + 1) * 127.5;
        QVERIFY(std::abs(code - std::round(code)) < 1e-3 && std::abs(code - place) < 1);
        const double best = std::min(errorOf(std::floor(place)), errorOf(std::ceil(place)));
        QVERIFY(std::abs(errorOf(std::round(code)) - best) <= 1e-6 * best);
        QVERIFY(std::abs(shared.cubicErrors[static_cast<size_t>(channel)] - best) <= 1e-4 * best);
    }
}

void SharedScalesTest::aDepthwiseLayerTakesUnderNineBitsAWeight_data()
{
    QTest::addColumn<QList<qint64>>("shape");
    QTest::addColumn<bool>("perLayer");
    QTest::newRow("3x3 with shared scales") << QList<qint64> { 96, 1, 3, 3 } << false;
    QTest::newRow("5x5 with shared scales") << QList<qint64> { 32, 1, 5, 5 } << false;
    QTest::newRow("3x3 with one scale") << QList<qint64> { 96, 1, 3, 3 } << true;
}

void SharedScalesTest::aDepthwiseLayerTakesUnderNineBitsAWeight()
{
    QFETCH(QList<qint64>, shape);
    QFETCH(bool, perLayer);
    const std::vector<int64_t> sizes(shape.begin(), shape.end());
    const at::Tensor weight = depthwiseWeight(sizes);
    const LayerPlan plan = planOf(sizes, perLayer);
    const LayerQuantization result = quantized(plan, weight);
    QCOMPARE(result.weight.packedBits(), plannedBits(plan));
    QCOMPARE(hasSharedScales(result.weight), !perLayer);
    const LayerReport report = reportLayer(plan, weight, result);
    QVERIFY(report.effectiveBits < 9);
    QVERIFY(report.sqnrDb > 35);
    QCOMPARE(report.scalarMce, report.mce);
    const at::Tensor error = ((weight - dequantize(result.weight)) / weight.abs().max()).abs().pow(3);
    QVERIFY(std::abs(error.mean().item<double>() / report.mce - 1) < 1e-2);
    StateDict tensors;
    const auto description = packWeight("dw", result.weight, tensors);
    QVERIFY(at::equal(dequantize(unpackWeight("dw", description, tensors)), dequantize(result.weight)));
}

void SharedScalesTest::aLayerOfZerosStaysZero()
{
    const at::Tensor weight = at::zeros({ 4, 1, 3, 3 });
    const LayerQuantization result = quantized(planOf({ 4, 1, 3, 3 }, false), weight);
    QVERIFY(at::equal(dequantize(result.weight), weight));
}

QTEST_GUILESS_MAIN(SharedScalesTest)
#include "tst_shared_scales.moc"
