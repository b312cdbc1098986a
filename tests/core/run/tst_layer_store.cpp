// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/layer_store.h"
#include "core/quantize/layer_plan.h"
#include "core/run/run.h"
#include "tests/support/sample_files.h"

#include <QtTest/QtTest>

#include <cmath>
#include <numeric>
#include <thread>

using namespace latticeq;

namespace {

RunSettings searchOnly()
{
    RunSettings settings = test::quickSettings({});
    settings.evaluationImages = 10;
    settings.layerBits = { { "layer3.0.conv1", 32 } };
    return settings;
}

double sum(const std::vector<double>& values)
{
    return std::accumulate(values.begin(), values.end(), 0.0);
}

} // namespace

class LayerStoreTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRunOpensItsLayersOnce();
    void everyFinishedLayerAgreesWithItsReport();
    void othersMayLookWhileTheRunGoesOn();
    void basesAreTakenTwiceASecondAndWhereCandidatesQuadruple();
};

void LayerStoreTest::aRunOpensItsLayersOnce()
{
    std::shared_ptr<const RunLayers> layers;
    int opened = 0;
    bool loaded = false;
    int unfinished = 0;
    const EventSink sink = [&](const RunEvent& event) {
        if (const auto* phase = std::get_if<PhaseStarted>(&event))
            loaded = phase->phase != Phase::Loading;
        if (const auto* event_ = std::get_if<LayersOpened>(&event)) {
            layers = event_->layers;
            ++opened;
            QVERIFY(!loaded); // before anything that can show a layer
            QVERIFY(!layers->picture({ "layer1.0.conv1" }));
        }
        if (const auto* convergence = std::get_if<ConvergenceReached>(&event); convergence && convergence->layer == 3) {
            const auto picture = layers->picture({ "layer1.1.conv1" });
            unfinished += picture && !picture->finished ? 1 : 0;
        }
    };
    RunControl control;
    run(searchOnly(), sink, control);
    QCOMPARE(opened, 1);
    QVERIFY(unfinished > 0);
}

void LayerStoreTest::everyFinishedLayerAgreesWithItsReport()
{
    std::shared_ptr<const RunLayers> layers;
    RunControl control;
    const RunResult result = run(searchOnly(), [&](const RunEvent& event) {
        if (const auto* opened = std::get_if<LayersOpened>(&event))
            layers = opened->layers;
    }, control);
    for (const LayerReport& layer : result.layers) {
        const auto searched = layers->picture({ layer.name });
        const auto scalar = layers->picture({ layer.name, 0, LatticeKind::ScalarGrid });
        QCOMPARE(searched.has_value(), layer.name != "layer3.0.conv1");
        QCOMPARE(layers->distribution(layer.name, 20).has_value(), searched.has_value());
        if (!searched)
            continue;
        const auto weights = static_cast<double>(layer.weights);
        QVERIFY2(std::abs(sum(searched->channelErrors) / weights - layer.mce) <= 1e-4 * layer.mce, layer.name.c_str());
        QVERIFY2(std::abs(sum(scalar->channelErrors) / weights - layer.scalarMce) <= 1e-4 * layer.scalarMce,
            layer.name.c_str());
        QCOMPARE(searched->figures.effectiveBits, layer.effectiveBits);
        QCOMPARE(searched->candidates, layer.candidates);
        const double rms = layers->distribution(layer.name, 20)->rmsError;
        QVERIFY(std::abs(rms * rms - layer.mse) <= 1e-4 * layer.mse);
    }
    QVERIFY_EXCEPTION_THROWN(layers->picture({ "conv9" }), std::invalid_argument);
    QVERIFY_EXCEPTION_THROWN(layers->distribution("conv9", 10), std::invalid_argument);
}

void LayerStoreTest::othersMayLookWhileTheRunGoesOn()
{
    std::atomic<int> pictures { 0 };
    RunControl control;
    RunSettings settings = searchOnly();
    settings.steps = 60;
    std::vector<std::jthread> viewers;
    const auto look = [&pictures](const std::stop_token& stop, const std::shared_ptr<const RunLayers>& layers) {
        while (!stop.stop_requested()) {
            for (const char* name : { "conv1", "layer1.0.conv1", "layer2.0.conv2", "fc" }) {
                pictures += layers->picture({ name }).has_value() ? 1 : 0;
                layers->distribution(name, 20);
            }
        }
    };
    const RunResult watched = run(settings, [&](const RunEvent& event) {
        if (const auto* opened = std::get_if<LayersOpened>(&event)) {
            for (int viewer = 0; viewer < 2; ++viewer)
                viewers.emplace_back(look, opened->layers);
        }
    }, control);
    viewers.clear();
    QVERIFY(pictures > 0);
    RunControl other;
    const RunResult alone = run(settings, [](const RunEvent&) {}, other);
    for (size_t i = 0; i < alone.layers.size(); ++i)
        QCOMPARE(watched.layers[i].mce, alone.layers[i].mce);
}

void LayerStoreTest::basesAreTakenTwiceASecondAndWhereCandidatesQuadruple()
{
    LayerStore store;
    LayerPlan plan;
    plan.layer = { "a", false, { 2, 3, 1, 1 } };
    plan.n = 3;
    store.add(plan, test::randomTensor({ 2, 3, 1, 1 }, 1), 1);
    plan.layer.name = "b";
    store.add(plan, test::randomTensor({ 2, 3, 1, 1 }, 2), 1);
    int taken = 0;
    const auto bases = [&taken] {
        ++taken;
        return std::vector<float>(18, 0.01F);
    };
    QElapsedTimer timer;
    timer.start();
    for (int k = 1; k <= 100; ++k) // 1, 4, 16 and 64
        store.publish(0, k, bases);
    store.publish(1, 1, bases);
    QVERIFY(taken == 5 || timer.elapsed() > 500);
    QVERIFY(store.picture({ "b" }));
}

QTEST_GUILESS_MAIN(LayerStoreTest)
#include "tst_layer_store.moc"
