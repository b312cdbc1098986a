// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/packed_settings.h"
#include "core/quantize/weight_quantization.h"
#include "core/run/describe_model.h"
#include "core/run/run_control.h"
#include "core/support/worker_threads.h"
#include "tests/support/sample_files.h"

#include <QtTest/QtTest>

using namespace latticeq;

class PackedSettingsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void storedPlansAreThoseThatWereCarriedOut();
    void aLayerThatDeviatesIsNamed();
    void aModelWithoutQuantizedLayersHasSettings();
    void onlyStatisticsMayDiffer();
    void depthwiseLayersTellHowTheyWereQuantized_data();
    void depthwiseLayersTellHowTheyWereQuantized();

private:
    std::vector<LayerPlan> plansOf(const RunSettings& settings) const
    {
        return planLayers(layerShapes(m_network), settings, [](const std::string&) {});
    }

    Network m_network = test::demoNetwork();
    RunSettings m_settings = test::quickSettings({});
    QuantizedModel m_model; // quantized as m_settings say
};

void PackedSettingsTest::initTestCase()
{
    RunControl control;
    WorkerThreads workers(2);
    m_model.model = m_settings.model;
    for (const LayerPlan& plan : plansOf(m_settings)) {
        const at::Tensor& weight = m_network.parameter(m_network.node(*m_network.find(plan.layer.name)), "weight");
        m_model.weights[plan.layer.name] = quantizeLayer(plan, weight, 1, 0, ProcessorSearcher(workers), control, {}).weight;
    }
    for (const auto& item : m_network.parameters()) {
        const std::string layer = item.key().substr(0, item.key().rfind('.'));
        if (!m_model.weights.contains(layer) || item.key() != layer + ".weight")
            m_model.parameters.insert(item.key(), item.value().clone());
    }
}

void PackedSettingsTest::storedPlansAreThoseThatWereCarriedOut()
{
    const std::vector<LayerPlan> planned = plansOf(m_settings);
    const std::vector<LayerPlan> stored = storedPlans(m_model, plansOf(RunSettings {}));
    for (size_t i = 0; i < planned.size(); ++i) {
        QCOMPARE(stored[i].bits, planned[i].bits);
        QCOMPARE(stored[i].n, planned[i].n);
        QCOMPARE(stored[i].basisBits, planned[i].basisBits);
        QCOMPARE(stored[i].perLayer, planned[i].perLayer);
        QCOMPARE(stored[i].biasCorrection, planned[i].biasCorrection);
        QCOMPARE(stored[i].inputBits, kFullPrecisionBits); // the model has no activations
    }
}

void PackedSettingsTest::aLayerThatDeviatesIsNamed()
{
    QuantizedModel model = m_model;
    model.weights.erase("layer1.0.conv1");
    model.weights["layer2.0.conv2"].bits.fill_(2);
    const RunSettings settings = packedSettings(model, layerShapes(m_network));
    QCOMPARE(settings.weightBits, 4);
    QCOMPARE(settings.layerBits, (std::map<std::string, int> { { "layer1.0.conv1", 32 }, { "layer2.0.conv2", 2 } }));
    QVERIFY(!settings.quantizeActivations);
    m_model.weights["layer2.0.conv2"].bits.fill_(4); // copies share their tensors
}

void PackedSettingsTest::aModelWithoutQuantizedLayersHasSettings()
{
    QuantizedModel model = m_model;
    model.weights.clear();
    const RunSettings settings = packedSettings(model, layerShapes(m_network));
    QCOMPARE(settings.layerBits.size(), size_t(22));
    for (const LayerPlan& plan : plansOf(settings))
        QVERIFY(!plan.isQuantized());
}

void PackedSettingsTest::onlyStatisticsMayDiffer()
{
    QVERIFY(isMadeFrom(m_model, m_network));
    QuantizedModel model = m_model;
    model.parameters["bn1.running_mean"] = model.parameters["bn1.running_mean"] + 1;
    QVERIFY(isMadeFrom(model, m_network));
    model.parameters["bn1.weight"] = model.parameters["bn1.weight"] + 1e-3;
    QVERIFY(!isMadeFrom(model, m_network));
}

void PackedSettingsTest::depthwiseLayersTellHowTheyWereQuantized_data()
{
    QTest::addColumn<bool>("scalar8");
    QTest::addColumn<bool>("perLayer");
    QTest::addColumn<int>("ownBits");
    QTest::newRow("as lattices") << false << false << 4;
    QTest::newRow("as scalars with shared scales") << true << false << 8;
    QTest::newRow("as scalars with one scale") << true << true << 8;
    QTest::newRow("as scalars of other bits") << true << false << 5;
}

void PackedSettingsTest::depthwiseLayersTellHowTheyWereQuantized()
{
    QFETCH(bool, scalar8);
    QFETCH(bool, perLayer);
    QFETCH(int, ownBits);
    const std::vector<LayerShape> layers { { "stem", false, { 8, 3, 3, 3 } }, { "dw", false, { 8, 1, 3, 3 }, true },
        { "conv", false, { 8, 8, 3, 3 } } };
    RunSettings used;
    used.weightBits = 4;
    used.perLayer = perLayer;
    used.biasCorrection = used.quantizeBasis = true;
    used.scalarDepthwise = scalar8;
    used.steps = 2;
    used.restarts = 1;
    if (scalar8 && ownBits != 8)
        used.layerBits["dw"] = ownBits;
    RunControl control;
    WorkerThreads workers(2);
    QuantizedModel model;
    const std::vector<LayerPlan> plans = planLayers(layers, used, [](const std::string&) {});
    for (const LayerPlan& plan : plans)
        model.weights[plan.layer.name] = quantizeLayer(
            plan, test::randomTensor(plan.layer.shape, 1), 1, 0, ProcessorSearcher(workers), control).weight;
    const RunSettings read = packedSettings(model, layers);
    QCOMPARE(read.scalarDepthwise, scalar8);
    QCOMPARE(read.weightBits, 4);
    QVERIFY(read.biasCorrection && !read.scalar && read.perLayer == perLayer && read.layerBits == used.layerBits);
    const std::vector<LayerPlan> stored = storedPlans(model, plans);
    QVERIFY(stored[1].n == plans[1].n && stored[1].bits == plans[1].bits
        && stored[1].sharedScales == plans[1].sharedScales && stored[1].biasCorrection == plans[1].biasCorrection);
}

QTEST_GUILESS_MAIN(PackedSettingsTest)
#include "tst_packed_settings.moc"
