// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/packed_size.h"
#include "core/graph/model_catalog.h"
#include "core/io/packed_checkpoint.h"
#include "core/quantize/calibration.h"
#include "core/quantize/weight_quantization.h"
#include "core/run/describe_model.h"
#include "core/run/run_control.h"
#include "core/support/worker_threads.h"
#include "tests/support/sample_files.h"

#include <QtTest/QtTest>

using namespace latticeq;

namespace {

std::vector<LayerPlan> plansOf(const ModelDescription& model, const RunSettings& settings)
{
    return planLayers(model.layers, settings, [](const std::string&) {});
}

QuantizedWeight quantizedBy(const LayerPlan& plan, const Network& network)
{
    RunControl control;
    WorkerThreads workers(2);
    const at::Tensor& weight = network.parameter(network.node(*network.find(plan.layer.name)), "weight");
    return quantizeLayer(plan, weight, 1, 0, ProcessorSearcher(workers), control, {}).weight;
}

/** The packed checkpoint of the demo under plans, calibrated with noise. */
int64_t packedBytes(const Network& network, const std::vector<LayerPlan>& plans, const RunSettings& settings)
{
    QuantizedModel model;
    model.model = settings.model;
    model.data = "fashion-mnist";
    for (const auto& item : network.parameters())
        model.parameters.insert(item.key(), item.value());
    for (const LayerPlan& plan : plans) {
        if (!plan.isQuantized())
            continue;
        model.weights[plan.layer.name] = quantizedBy(plan, network);
        model.parameters.erase(plan.layer.name + ".weight");
    }
    model.activations = calibrateActivations(network,
        { planInputs(network, plans, settings.quantizeActivations), settings.model },
        test::randomTensor({ 8, 1, 28, 28 }, 1));
    return static_cast<int64_t>(safetensorsBytes(packModel(model)).size());
}

} // namespace

class PackedSizeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void plannedSizesAreThoseOfTheFile_data();
    void plannedSizesAreThoseOfTheFile();
};

void PackedSizeTest::plannedSizesAreThoseOfTheFile_data()
{
    QTest::addColumn<int>("bits");
    QTest::addColumn<bool>("perLayer");
    QTest::addColumn<bool>("quantizeBasis");
    QTest::addColumn<bool>("biasCorrection");
    QTest::addColumn<bool>("allocate");
    QTest::addColumn<bool>("activations");
    QTest::newRow("the demo") << 4 << false << true << true << false << true;
    QTest::newRow("three bits without activations") << 3 << false << true << true << false << false;
    QTest::newRow("one basis a layer") << 4 << true << true << true << false << true;
    QTest::newRow("float bases without bias correction") << 4 << false << false << false << false << true;
    QTest::newRow("allocated bits and thresholds per channel") << 4 << false << true << true << true << true;
}

void PackedSizeTest::plannedSizesAreThoseOfTheFile()
{
    QFETCH(int, bits);
    QFETCH(bool, perLayer);
    QFETCH(bool, quantizeBasis);
    QFETCH(bool, biasCorrection);
    QFETCH(bool, allocate);
    QFETCH(bool, activations);
    RunSettings settings = test::quickSettings({});
    settings.weightBits = bits;
    settings.perLayer = perLayer;
    settings.quantizeBasis = quantizeBasis;
    settings.biasCorrection = biasCorrection;
    settings.allocateWeightBits = settings.activationsPerChannel = allocate;
    settings.quantizeActivations = activations;
    settings.layerBits = { { "layer2.0.conv1", 32 } };
    const Network network = test::demoNetwork();
    const ModelDescription model = describeNetwork(network, findModel(settings.model));
    const std::vector<LayerPlan> plans = plansOf(model, settings);
    for (const LayerPlan& plan : plans) {
        if (!plan.isQuantized()) {
            QCOMPARE(plannedBits(plan), plan.weights() * 32);
            continue;
        }
        const int64_t packed = quantizedBy(plan, network).packedBits();
        if (plan.allocateBits)
            QVERIFY(plannedBits(plan) >= packed);
        else
            QCOMPARE(plannedBits(plan), packed);
    }
    const auto real = static_cast<double>(packedBytes(network, plans, settings));
    const auto planned = static_cast<double>(plannedPackedBytes(model, plans, settings.quantizeActivations));
    qInfo("planned %.0f, real %.0f, %+.2f %%", planned, real, 100 * (planned / real - 1));
    QVERIFY(std::abs(planned / real - 1) < 0.01);
}

QTEST_GUILESS_MAIN(PackedSizeTest)
#include "tst_packed_size.moc"
