// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quantize/calibration.h"
#include "tests/support/sample_files.h"

#include <QtTest/QtTest>

using namespace latticeq;

namespace {

std::vector<LayerPlan> plans(const Network& network, const RunSettings& settings)
{
    std::vector<LayerShape> shapes;
    for (const NodeId id : network.weightedNodes()) {
        const at::Tensor& weight = network.parameter(network.node(id), "weight");
        shapes.push_back({ network.node(id).name, weight.dim() == 2, weight.sizes().vec() });
    }
    return planLayers(shapes, settings, [](const std::string&) {});
}

} // namespace

class CalibrationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyInputButTheFirstIsPlanned();
    void thirtyTwoBitsLeavePoolingAndTheLastLayer();
    void laterThresholdsSeeQuantizedInputs();
    void statisticsFollowTheBatchOnlyWhenAsked();
};

void CalibrationTest::everyInputButTheFirstIsPlanned()
{
    const Network network = test::demoNetwork();
    RunSettings settings;
    settings.quantizeActivations = true;
    settings.activationBits = 4;
    const auto inputs = planInputs(network, plans(network, settings), true);
    QCOMPARE(inputs.size(), size_t(22)); // 20 convolutions, pooling, the last layer
    QVERIFY(!inputs.contains("conv1"));
    QCOMPARE(inputs.at("avgpool").bits, 8);
    QCOMPARE(inputs.at("fc").bits, 8);
    QCOMPARE(inputs.at("layer1.0.conv1").bits, 4);
    QVERIFY(planInputs(network, plans(network, RunSettings {}), false).empty());
}

void CalibrationTest::thirtyTwoBitsLeavePoolingAndTheLastLayer()
{
    const Network network = test::demoNetwork();
    RunSettings settings;
    settings.quantizeActivations = true;
    const auto inputs = planInputs(network, plans(network, settings), true);
    QCOMPARE(inputs.size(), size_t(2));
}

void CalibrationTest::laterThresholdsSeeQuantizedInputs()
{
    const Network network = test::demoNetwork();
    const at::Tensor images = test::randomTensor({ 16, 1, 28, 28 }, 1);
    std::map<std::string, InputPlan> fine { { "layer1.0.conv1", { 16 } }, { "layer1.0.conv2", { 16 } } };
    std::map<std::string, InputPlan> coarse { { "layer1.0.conv1", { 2 } }, { "layer1.0.conv2", { 16 } } };
    const auto a = calibrateActivations(network, fine, "resnet20", images, BatchNormMode::Evaluation);
    const auto b = calibrateActivations(network, coarse, "resnet20", images, BatchNormMode::Evaluation);
    QVERIFY(at::equal(a.at("layer1.0.conv1").alpha, b.at("layer1.0.conv1").alpha));
    QVERIFY(!at::equal(a.at("layer1.0.conv2").alpha, b.at("layer1.0.conv2").alpha));
}

void CalibrationTest::statisticsFollowTheBatchOnlyWhenAsked()
{
    const at::Tensor images = test::randomTensor({ 16, 1, 28, 28 }, 2);
    const Network still = test::demoNetwork();
    const at::Tensor before = still.parameter(still.node(*still.find("bn1")), "running_mean").clone();
    calibrateActivations(still, {}, "resnet20", images, BatchNormMode::Evaluation);
    QVERIFY(at::equal(still.parameter(still.node(*still.find("bn1")), "running_mean"), before));
    calibrateActivations(still, {}, "resnet20", images, BatchNormMode::Training);
    QVERIFY(!at::equal(still.parameter(still.node(*still.find("bn1")), "running_mean"), before));
}

QTEST_GUILESS_MAIN(CalibrationTest)
#include "tst_calibration.moc"
