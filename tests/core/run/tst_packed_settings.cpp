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

QTEST_GUILESS_MAIN(PackedSettingsTest)
#include "tst_packed_settings.moc"
