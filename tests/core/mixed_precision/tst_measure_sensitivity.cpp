// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mixed_precision/measure_sensitivity.h"
#include "core/run/describe_model.h"
#include "core/run/run_control.h"
#include "core/support/worker_threads.h"
#include "tests/support/sample_files.h"

#include <QtTest/QtTest>

using namespace latticeq;

namespace {

constexpr int kImages = 16;

class Measurement
{
public:
    Measurement()
    {
        hooks.known = [](const LayerPlan&) { return std::nullopt; };
        hooks.finished = [](const LayerSensitivity&, double) {};
        RunSettings settings = test::quickSettings({});
        settings.dataAware = true;
        for (const LayerPlan& plan : planLayers(layerShapes(network), settings, [](const std::string&) {})) {
            if (plan.layer.name == "layer1.0.conv1" || plan.layer.name == "layer3.2.conv2")
                plans.push_back(plan);
        }
        images.images = test::randomTensor({ kImages, 1, 28, 28 }, 5);
        images.classes = at::zeros({ kImages }, at::kLong);
    }

    std::vector<LayerSensitivity> run(int threads = 2)
    {
        WorkerThreads workers(threads);
        return measureSensitivities(network, plans, images, 1, workers, control, hooks);
    }

    Network network = test::demoNetwork();
    std::vector<LayerPlan> plans;
    SensitivityImages images;
    SensitivityHooks hooks;
    RunControl control;
};

} // namespace

class MeasureSensitivityTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyLayerIsMeasuredAtAllBits();
    void roundingByTheDataHasTheSmallerOutputError();
    void scalarsWithSharedScalesAreMeasuredAsTheyAreStored();
    void threadsDoNotChangeTheFigures();
    void theNetworkStaysAsItWas();
    void whatIsKnownIsNotMeasuredAgain();
    void stoppingLeavesTheLayersBefore();
};

void MeasureSensitivityTest::everyLayerIsMeasuredAtAllBits()
{
    Measurement measurement;
    double share = 0;
    measurement.hooks.finished = [&](const LayerSensitivity&, double done) { share = done; };
    const auto layers = measurement.run();
    QCOMPARE(layers.size(), size_t(2));
    QCOMPARE(share, 1.0);
    for (const LayerSensitivity& layer : layers) {
        QCOMPARE(layer.options.size(), size_t(kMostChosenBits));
        for (int i = 0; i < kMostChosenBits; ++i) {
            const BitsOption& option = layer.options[static_cast<size_t>(i)];
            QCOMPARE(option.bits, i + 1);
            QCOMPARE(option.measured, i < kMostMeasuredBits);
            QVERIFY(option.divergence > 0 && option.top1 && option.kept <= 100);
            if (i > 0) {
                QVERIFY(option.outputMse < layer.options[static_cast<size_t>(i) - 1].outputMse);
                QVERIFY(option.bytes > layer.options[static_cast<size_t>(i) - 1].bytes);
            }
        }
    }
    QCOMPARE(layers[1].layer, std::string("layer3.2.conv2"));
    QCOMPARE(layers[1].options[1].bytes, 64 * 64 * 9 * 2 / 8);
}

void MeasureSensitivityTest::roundingByTheDataHasTheSmallerOutputError()
{
    Measurement measurement;
    const auto aware = measurement.run();
    for (LayerPlan& plan : measurement.plans)
        plan.dataAware = false;
    const auto plain = measurement.run();
    for (size_t i = 0; i < aware.size(); ++i)
        QVERIFY(aware[i].options[1].outputMse < plain[i].options[1].outputMse);
}

void MeasureSensitivityTest::scalarsWithSharedScalesAreMeasuredAsTheyAreStored()
{
    Measurement measurement;
    for (LayerPlan& plan : measurement.plans) {
        plan.n = 1;
        plan.basisBits = 8;
        plan.sharedScales = true;
        plan.dataAware = plan.biasCorrection = false;
    }
    for (const LayerSensitivity& layer : measurement.run()) {
        for (size_t i = 1; i < kMostMeasuredBits; ++i)
            QVERIFY(layer.options[i].outputMse < 0.7 * layer.options[i - 1].outputMse);
    }
}

void MeasureSensitivityTest::threadsDoNotChangeTheFigures()
{
    Measurement measurement;
    const auto one = measurement.run(1);
    const auto three = measurement.run(3);
    for (size_t i = 0; i < one.size(); ++i) {
        for (size_t bits = 0; bits < one[i].options.size(); ++bits) {
            QCOMPARE(one[i].options[bits].divergence, three[i].options[bits].divergence);
            QCOMPARE(one[i].options[bits].outputMse, three[i].options[bits].outputMse);
        }
    }
}

void MeasureSensitivityTest::theNetworkStaysAsItWas()
{
    Measurement measurement;
    measurement.run();
    const Network fresh = test::demoNetwork();
    for (const auto& item : fresh.parameters())
        QVERIFY(at::equal(item.value(), measurement.network.parameters()[item.key()]));
}

void MeasureSensitivityTest::whatIsKnownIsNotMeasuredAgain()
{
    Measurement measurement;
    measurement.hooks.known = [](const LayerPlan& plan) -> std::optional<LayerSensitivity> {
        return LayerSensitivity { plan.index, plan.layer.name, { { 1, 7, 0, 0.5, {}, 0, true } } };
    };
    const auto layers = measurement.run();
    QCOMPARE(layers.size(), size_t(2));
    QCOMPARE(layers[0].options.size(), size_t(1));
    QCOMPARE(layers[0].options[0].bytes, 7);
}

void MeasureSensitivityTest::stoppingLeavesTheLayersBefore()
{
    Measurement measurement;
    measurement.hooks.finished = [&](const LayerSensitivity&, double) { measurement.control.requestStop(); };
    QCOMPARE(measurement.run().size(), size_t(1));
}

QTEST_GUILESS_MAIN(MeasureSensitivityTest)
#include "tst_measure_sensitivity.moc"
