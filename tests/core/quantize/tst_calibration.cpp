// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quantize/calibration.h"
#include "core/run/devices.h"
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
    void slicesFindTheThresholdsOfTheWholeBatch();
    void statisticsFollowTheBatchOnlyWhenAsked();
    void aCardFindsTheSameThresholds_data();
    void aCardFindsTheSameThresholds();
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

void CalibrationTest::slicesFindTheThresholdsOfTheWholeBatch()
{
    const Network network = test::demoNetwork();
    RunSettings settings;
    settings.quantizeActivations = true;
    settings.activationBits = 8;
    settings.activationsPerChannel = true;
    const auto inputs = planInputs(network, plans(network, settings), true);
    const at::Tensor images = test::randomTensor({ 9, 1, 224, 224 }, 4); // of this size eight make a slice
    std::map<std::string, ActivationQuantizer> whole;
    ForwardTaps taps;
    taps.onInput = [&](NodeId id, size_t, const at::Tensor& input) {
        const auto plan = inputs.find(network.node(id).name);
        if (plan == inputs.end())
            return input;
        whole[plan->first] = calibrateActivation(plan->second, "resnet20", input);
        return quantizeActivation(whole[plan->first], input);
    };
    forward(network, images, taps);
    for (const auto& [name, quantizer] :
        calibrateActivations(network, inputs, "resnet20", images, BatchNormMode::Evaluation)) {
        QVERIFY2(at::allclose(quantizer.alpha, whole.at(name).alpha, 1e-2), name.c_str()); // rounding may fall otherwise
        QCOMPARE(quantizer.isSigned, whole.at(name).isSigned);
        whole.erase(name);
    }
    QVERIFY(whole.empty());
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

void CalibrationTest::aCardFindsTheSameThresholds_data()
{
    QTest::addColumn<bool>("perChannel");
    QTest::newRow("per layer") << false;
    QTest::newRow("per channel") << true;
}

void CalibrationTest::aCardFindsTheSameThresholds()
{
    QFETCH(bool, perChannel);
    const DeviceChoice choice = explainDevice("auto");
    if (choice.device == "cpu")
        QSKIP(qPrintable(QString::fromStdString("needs a card: " + choice.why)));
    RunSettings settings;
    settings.quantizeActivations = true;
    settings.activationBits = 8;
    settings.activationsPerChannel = perChannel;
    const Network network = test::demoNetwork();
    const auto inputs = planInputs(network, plans(network, settings), true);
    const at::Tensor images = test::randomTensor({ 64, 1, 28, 28 }, 3);
    const auto here = calibrateActivations(network, inputs, "resnet20", images, BatchNormMode::Evaluation);
    const Network onCard = network.on(c10::Device(choice.device));
    for (const auto& [name, quantizer] : calibrateActivations(onCard, inputs, "resnet20", images, BatchNormMode::Evaluation)) {
        QVERIFY(quantizer.alpha.device().is_cpu());
        QVERIFY2(at::allclose(quantizer.alpha, here.at(name).alpha, 1e-2), name.c_str()); // rounding may fall otherwise
        QCOMPARE(quantizer.isSigned, here.at(name).isSigned);
    }
}

QTEST_GUILESS_MAIN(CalibrationTest)
#include "tst_calibration.moc"
