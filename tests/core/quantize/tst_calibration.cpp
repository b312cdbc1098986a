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
    void reestimatedStatisticsAreThoseOfTheImages();
    void aHookSeesQuantizedInputsAndMayChangeTheWeights();
    void stoppingEndsThePass();
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
    const auto a = calibrateActivations(network, { fine, "resnet20" }, images);
    const auto b = calibrateActivations(network, { coarse, "resnet20" }, images);
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
        calibrateActivations(network, { inputs, "resnet20" }, images)) {
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
    calibrateActivations(still, { {}, "resnet20" }, images);
    QVERIFY(at::equal(still.parameter(still.node(*still.find("bn1")), "running_mean"), before));
    calibrateActivations(still, { {}, "resnet20", BatchNormMode::Training }, images);
    QVERIFY(!at::equal(still.parameter(still.node(*still.find("bn1")), "running_mean"), before));
}

void CalibrationTest::reestimatedStatisticsAreThoseOfTheImages()
{
    const Network network = test::demoNetwork();
    const at::Tensor images = test::randomTensor({ 40, 1, 28, 28 }, 5);
    CalibrationPlan plan { {}, "resnet20" };
    plan.reestimateBatchNorm = true;
    calibrateActivations(network, plan, images);
    ForwardTaps taps;
    int seen = 0;
    taps.onInput = [&](NodeId id, size_t, const at::Tensor& input) {
        const Node& node = network.node(id);
        if (std::holds_alternative<BatchNorm>(node.operation)) {
            const at::Tensor values = input.transpose(0, 1).flatten(1);
            const bool fits = at::allclose(network.parameter(node, "running_mean"), values.mean(1), 1e-3, 1e-4)
                && at::allclose(network.parameter(node, "running_var"), values.var(1, true), 1e-3, 1e-4);
            seen += fits ? 1 : -1000;
        }
        return input;
    };
    forward(network, images, taps);
    QCOMPARE(seen, 21);
}

void CalibrationTest::aHookSeesQuantizedInputsAndMayChangeTheWeights()
{
    const Network network = test::demoNetwork();
    const CalibrationPlan plan { { { "layer1.0.conv1", { 2 } }, { "layer1.0.conv2", { 8 } } }, "resnet20" };
    CalibrationHooks hooks;
    int levels = 0;
    hooks.onInput = [&](const Node& node, const std::vector<at::Tensor>& slices) {
        if (node.name != "layer1.0.conv1")
            return;
        levels = static_cast<int>(std::get<0>(at::_unique(slices[0])).numel());
        network.parameter(node, "weight").zero_();
    };
    const auto quantizers = calibrateActivations(network, plan, test::randomTensor({ 4, 1, 28, 28 }, 6), hooks);
    QCOMPARE(levels, 4);
    ForwardTaps taps; // what the next layer saw came from weights of zero
    taps.onInput = [&](NodeId id, size_t, const at::Tensor& input) {
        if (network.node(id).name == "layer1.0.conv2")
            levels = static_cast<int>(std::get<0>(at::_unique(input)).numel());
        return input;
    };
    forward(network, test::randomTensor({ 1, 1, 28, 28 }, 7), taps);
    QVERIFY(levels <= 16); // a constant for each channel
    QVERIFY(quantizers.at("layer1.0.conv2").alpha.item<float>() > 0);
}

void CalibrationTest::stoppingEndsThePass()
{
    const Network network = test::demoNetwork();
    RunSettings settings;
    settings.quantizeActivations = true;
    settings.activationBits = 8;
    const auto inputs = planInputs(network, plans(network, settings), true);
    CalibrationHooks hooks;
    int asked = 0;
    hooks.proceed = [&] { return ++asked < 5; };
    const auto quantizers
        = calibrateActivations(network, { inputs, "resnet20" }, test::randomTensor({ 4, 1, 28, 28 }, 8), hooks);
    QCOMPARE(asked, 5);
    QVERIFY(quantizers.size() < inputs.size());
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
    const auto here = calibrateActivations(network, { inputs, "resnet20" }, images);
    const Network onCard = network.on(c10::Device(choice.device));
    for (const auto& [name, quantizer] : calibrateActivations(onCard, { inputs, "resnet20" }, images)) {
        QVERIFY(quantizer.alpha.device().is_cpu());
        QVERIFY2(at::allclose(quantizer.alpha, here.at(name).alpha, 1e-2), name.c_str()); // rounding may fall otherwise
        QCOMPARE(quantizer.isSigned, here.at(name).isSigned);
    }
}

QTEST_GUILESS_MAIN(CalibrationTest)
#include "tst_calibration.moc"
