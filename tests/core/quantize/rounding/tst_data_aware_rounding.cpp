// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quantize/rounding/data_aware_rounding.h"
#include "core/graph/forward.h"
#include "core/run/run_control.h"
#include "core/support/worker_threads.h"
#include "tests/support/sample_files.h"

#include <QtTest/QtTest>

using namespace latticeq;
using namespace latticeq::test;

namespace {

bool goOn()
{
    return true;
}

/** A layer, its searched points and the correlation of an input whose channels go together. */
struct Sample
{
    explicit Sample(const LayerPlan& planned, int64_t groups = 1)
        : plan(planned)
    {
        Convolution c;
        c.groups = groups;
        c.padding = { 1, 1 };
        node = { "layer", c, {}, {} };
        weight = randomTensor(plan.layer.shape, 1);
        const at::Tensor shared = randomTensor({ 6, 1, 8, 8 }, 2);
        input = at::relu(randomTensor({ 6, plan.layer.shape[1] * groups, 8, 8 }, 3) + 1.5 * shared);
        WorkerThreads workers(2);
        RunControl control;
        start = quantizeFrom(plan, weight,
            makeSearcher("cpu", workers)->search(searchJobs(plan, weight, 1, 0), control)).weight;
    }

    double outputError(const QuantizedWeight& points) const
    {
        return applyWeight(node, input, weight - dequantize(points)).square().mean().item<double>();
    }

    LayerPlan plan;
    Node node;
    at::Tensor weight;
    at::Tensor input;
    QuantizedWeight start;
};

LayerPlan planOf(std::vector<int64_t> shape, int bits, int n)
{
    LayerPlan plan;
    plan.layer = { "layer", false, std::move(shape) };
    plan.bits = bits;
    plan.n = n;
    plan.basisBits = 8;
    plan.stepsPerPhase = 10;
    return plan;
}

std::optional<LayerQuantization> rounded(const Sample& sample, int threads, const std::function<bool()>& proceed = goOn)
{
    const auto correlation = correlate(sample.node, sample.weight, { sample.input }, sample.plan.n, goOn);
    const RoundingMetric metric(*correlation, sample.plan.n, goOn);
    WorkerThreads workers(threads);
    DataAwareRounding rounding(sample.plan, sample.weight, sample.start, metric, workers, proceed);
    auto result = rounding.run();
    if (result && !(rounding.errorAfter() < rounding.errorBefore()))
        throw std::logic_error("a result that is no better");
    return result;
}

} // namespace

class DataAwareRoundingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theOutputsErrorFalls_data();
    void theOutputsErrorFalls();
    void theThreadsChangeNoBit();
    void whatIsGoodAlreadyStays();
    void aBetterBiasCorrectionStays();
    void stoppingLeavesNothing();
    void channelsWithoutBitsStayZero();
};

void DataAwareRoundingTest::theOutputsErrorFalls_data()
{
    QTest::addColumn<LayerPlan>("plan");
    QTest::addColumn<int>("groups");
    QTest::newRow("two bits, kernel rows") << planOf({ 8, 6, 3, 3 }, 2, 3) << 1;
    QTest::newRow("four bits, pairs") << planOf({ 8, 6, 1, 1 }, 4, 2) << 1;
    QTest::newRow("single weights") << planOf({ 8, 6, 3, 3 }, 3, 1) << 1;
    QTest::newRow("a grouped convolution") << planOf({ 8, 3, 3, 3 }, 2, 3) << 2;
    QTest::newRow("a depthwise convolution") << planOf({ 8, 1, 3, 3 }, 3, 3) << 8;
    LayerPlan plan = planOf({ 8, 6, 3, 3 }, 2, 3);
    plan.perLayer = true;
    QTest::newRow("one basis for the layer") << plan << 1;
    plan = planOf({ 8, 6, 3, 3 }, 2, 3);
    plan.basisBits = 0;
    QTest::newRow("bases of 32 bits") << plan << 1;
    plan = planOf({ 8, 1, 3, 3 }, 8, 1);
    plan.sharedScales = true;
    QTest::newRow("shared scales") << plan << 8;
    plan = planOf({ 8, 6, 3, 3 }, 3, 3);
    plan.allocateBits = true;
    QTest::newRow("allocated bits") << plan << 1;
}

void DataAwareRoundingTest::theOutputsErrorFalls()
{
    QFETCH(LayerPlan, plan);
    QFETCH(int, groups);
    const Sample sample(plan, groups);
    const auto result = rounded(sample, 2);
    QVERIFY(result.has_value());
    const double before = sample.outputError(sample.start);
    const double after = sample.outputError(result->weight);
    QVERIFY2(after < 0.9 * before, qPrintable(QString("%1 against %2").arg(after).arg(before)));
    QCOMPARE(result->weight.packedBits(), sample.start.packedBits());
    const at::Tensor difference
        = (sample.weight - dequantize(result->weight)) / sample.weight.abs().max();
    const double cubicError = difference.abs().pow(3).sum().item<double>();
    QVERIFY(std::abs(result->cubicError - cubicError) < 1e-3 * cubicError);
    const at::Tensor& c = result->weight.coordinates;
    for (int64_t channel = 0; channel < c.size(0); ++channel) {
        const auto [low, high] = coordinateLimits(result->weight.bits[channel].item<int>());
        QVERIFY(c[channel].min().item<float>() >= low && c[channel].max().item<float>() <= high);
    }
}

void DataAwareRoundingTest::theThreadsChangeNoBit()
{
    const Sample sample(planOf({ 24, 6, 3, 3 }, 2, 3));
    const auto one = rounded(sample, 1);
    const auto three = rounded(sample, 3);
    QVERIFY(at::equal(one->weight.coordinates, three->weight.coordinates));
    QVERIFY(at::equal(one->weight.basisCodes, three->weight.basisCodes));
    QVERIFY(at::equal(one->weight.gain, three->weight.gain));
}

void DataAwareRoundingTest::whatIsGoodAlreadyStays()
{
    Sample sample(planOf({ 8, 6, 3, 3 }, 4, 3));
    sample.weight = dequantize(sample.start);
    QVERIFY(!rounded(sample, 2));
}

void DataAwareRoundingTest::aBetterBiasCorrectionStays()
{
    LayerPlan plan = planOf({ 8, 1, 3, 3 }, 8, 1);
    plan.biasCorrection = true;
    Sample sample(plan);
    sample.input = at::ones_like(sample.input); // the mean of a channel's weights is all that tells
    QVERIFY(sample.start.offset.defined());
    const auto result = rounded(sample, 2);
    QVERIFY(!result || !result->weight.offset.defined());
    const double error = sample.outputError(result ? result->weight : sample.start);
    QVERIFY(error <= sample.outputError(sample.start));
}

void DataAwareRoundingTest::stoppingLeavesNothing()
{
    const Sample sample(planOf({ 8, 6, 3, 3 }, 2, 3));
    std::atomic<int> asked = 0;
    QVERIFY(!rounded(sample, 2, [&] { return ++asked < 5; }));
    QVERIFY(asked >= 5);
}

void DataAwareRoundingTest::channelsWithoutBitsStayZero()
{
    LayerPlan plan = planOf({ 8, 6, 3, 3 }, 1, 3);
    plan.allocateBits = true;
    Sample sample(plan);
    sample.weight[3].mul_(1e-3);
    WorkerThreads workers(1);
    RunControl control;
    sample.start = quantizeFrom(plan, sample.weight,
        makeSearcher("cpu", workers)->search(searchJobs(plan, sample.weight, 1, 0), control)).weight;
    QCOMPARE(sample.start.bits[3].item<int64_t>(), int64_t(0));
    const auto result = rounded(sample, 2);
    QVERIFY(result.has_value());
    QVERIFY((result->weight.coordinates[3] == 0).all().item<bool>());
}

QTEST_GUILESS_MAIN(DataAwareRoundingTest)
#include "tst_data_aware_rounding.moc"
