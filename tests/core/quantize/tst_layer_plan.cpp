// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quantize/layer_plan.h"

#include <QtTest/QtTest>

using namespace latticeq;

namespace {

std::vector<LayerShape> layers()
{
    return { { "conv1", false, { 8, 3, 7, 7 } }, { "a", false, { 8, 8, 3, 3 } }, { "b", false, { 16, 8, 1, 1 } },
        { "fc", true, { 10, 16 } } };
}

std::vector<LayerPlan> plan(const RunSettings& settings)
{
    return planLayers(layers(), settings, [](const std::string&) {});
}

} // namespace

class LayerPlanTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void firstAndLastAreFixedByTheMethod();
    void scalarPlansHaveSingleWeightsEverywhere();
    void depthwiseLayersAreScalarWhereAsked_data();
    void depthwiseLayersAreScalarWhereAsked();
    void overridesAreChecked_data();
    void overridesAreChecked();
    void deviationsAreTold();
};

void LayerPlanTest::firstAndLastAreFixedByTheMethod()
{
    RunSettings settings;
    settings.weightBits = 3;
    settings.quantizeBasis = true;
    settings.basisBits = 4;
    settings.biasCorrection = true;
    settings.allocateWeightBits = true;
    settings.quantizeActivations = true;
    settings.activationBits = 4;
    const std::vector<LayerPlan> plans = plan(settings);
    QVERIFY(plans[0].first && plans[0].bits == 8 && plans[0].n == 1 && plans[0].restarts == 1 && !plans[0].allocateBits);
    QCOMPARE(plans[0].inputBits, 32);
    QVERIFY(plans[0].biasCorrection && !plans[0].perLayer);
    QVERIFY(plans[3].last && plans[3].bits == 8 && plans[3].perLayer && plans[3].basisBits == 8);
    QVERIFY(!plans[3].biasCorrection && !plans[3].allocateBits && plans[3].inputBits == 8 && !plans[3].inputPerChannel);
    QCOMPARE(plans[3].stepsPerPhase, 300);
    QVERIFY(plans[1].bits == 3 && plans[1].n == 3 && plans[1].restarts == 5 && plans[1].stepsPerPhase == 80);
    QVERIFY(plans[1].allocateBits && plans[1].basisBits == 4 && plans[1].inputBits == 4);
    QVERIFY(plans[2].n == 2);
}

void LayerPlanTest::scalarPlansHaveSingleWeightsEverywhere()
{
    RunSettings settings;
    settings.scalar = true;
    for (const LayerPlan& p : plan(settings))
        QCOMPARE(p.n, 1);
    QCOMPARE(scalarPlan(plan(RunSettings {})[1]).stepsPerPhase, 100);
    QCOMPARE(scalarPlan(plan(RunSettings {})[3]).stepsPerPhase, 300);
}

void LayerPlanTest::depthwiseLayersAreScalarWhereAsked_data()
{
    QTest::addColumn<bool>("scalar8");
    QTest::addColumn<bool>("perLayer");
    QTest::addColumn<int>("ownBits");
    QTest::newRow("as lattices by default") << false << false << 0;
    QTest::newRow("as scalars with shared scales") << true << false << 0;
    QTest::newRow("as scalars with one scale where bases are per layer") << true << true << 0;
    QTest::newRow("as scalars of their own bits") << true << false << 6;
}

void LayerPlanTest::depthwiseLayersAreScalarWhereAsked()
{
    QFETCH(bool, scalar8);
    QFETCH(bool, perLayer);
    QFETCH(int, ownBits);
    RunSettings settings;
    settings.weightBits = 4;
    settings.biasCorrection = true;
    settings.allocateWeightBits = true;
    settings.scalarDepthwise = scalar8;
    settings.perLayer = perLayer;
    if (ownBits > 0)
        settings.layerBits["dw"] = ownBits;
    std::vector<LayerShape> shapes = layers();
    shapes.insert(shapes.begin() + 1, { "dw", false, { 8, 1, 3, 3 }, true });
    const std::vector<LayerPlan> plans = planLayers(shapes, settings, [](const std::string&) {});
    const LayerPlan& depthwise = plans[1];
    QCOMPARE(depthwise.n, scalar8 ? 1 : 3);
    QCOMPARE(depthwise.bits, ownBits > 0 ? ownBits : scalar8 ? 8 : 4);
    QCOMPARE(depthwise.basisBits, scalar8 ? 8 : 0);
    QCOMPARE(depthwise.sharedScales, scalar8 && !perLayer);
    QCOMPARE(depthwise.perLayer, perLayer);
    QCOMPARE(depthwise.biasCorrection, !scalar8);
    QCOMPARE(depthwise.allocateBits, !scalar8);
    QCOMPARE(depthwise.stepsPerPhase, scalar8 ? 100 : 80);
    QVERIFY(plans[2].n == 3 && plans[2].bits == 4 && plans[2].biasCorrection && !plans[2].sharedScales);
}

void LayerPlanTest::overridesAreChecked_data()
{
    QTest::addColumn<QString>("layer");
    QTest::addColumn<int>("bits");
    QTest::addColumn<QString>("complaint");
    QTest::newRow("a layer in the middle") << "a" << 2 << "";
    QTest::newRow("the first left alone") << "conv1" << 32 << "";
    QTest::newRow("the first at other bits") << "conv1" << 4 << "by the method";
    QTest::newRow("the last at other bits") << "fc" << 4 << "by the method";
    QTest::newRow("an unknown layer") << "conv7" << 4 << "no such layer";
}

void LayerPlanTest::overridesAreChecked()
{
    QFETCH(QString, layer);
    QFETCH(int, bits);
    QFETCH(QString, complaint);
    RunSettings settings;
    settings.layerBits[layer.toStdString()] = bits;
    try {
        for (const LayerPlan& p : plan(settings)) {
            if (p.layer.name == layer.toStdString())
                QCOMPARE(p.bits, bits);
        }
        QVERIFY(complaint.isEmpty());
    } catch (const std::invalid_argument& error) {
        QVERIFY2(!complaint.isEmpty() && QString(error.what()).contains(complaint), error.what());
    }
}

void LayerPlanTest::deviationsAreTold()
{
    RunSettings settings;
    settings.aggregation = 5;
    settings.perLayer = true;
    settings.allocateWeightBits = true;
    std::vector<std::string> notes;
    planLayers(layers(), settings, [&](const std::string& note) { notes.push_back(note); });
    QCOMPARE(notes.size(), size_t(3)); // two layers that 5 does not divide, and the allocation
}

QTEST_GUILESS_MAIN(LayerPlanTest)
#include "tst_layer_plan.moc"
