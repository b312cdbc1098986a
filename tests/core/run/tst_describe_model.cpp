// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/describe_model.h"
#include "core/quantize/calibration.h"
#include "core/run/presets.h"
#include "tests/support/sample_files.h"

#include <QtTest/QtTest>

using namespace latticeq;

class DescribeModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theDemoIsDescribed();
    void unusableModelsAreRefused();
};

void DescribeModelTest::theDemoIsDescribed()
{
    const RunSettings settings = findPreset("demo").settings;
    const ModelDescription model = describeModel(settings);
    const Network network = test::demoNetwork();
    QCOMPARE(model.name, settings.model);
    QCOMPARE(model.title, std::string("ResNet-20 (Fashion-MNIST)"));
    QCOMPARE(model.layers.size(), size_t(22));
    QCOMPARE(model.layers.front().name, std::string("conv1"));
    QVERIFY(model.layers.back().linear);
    QCOMPARE(model.layers.back().shape, (std::vector<int64_t> { 10, 64 }));
    QCOMPARE(model.tensors.size(), network.parameters().size());
    QVERIFY(model.parameterBytes > 1'000'000 && model.parameterBytes < 1'200'000);
    QVERIFY(model.multiplyAdds > 30'000'000 && model.multiplyAdds < 33'000'000);
    const auto plans = planLayers(model.layers, settings, [](const std::string&) {});
    QCOMPARE(size_t(model.inputs), planInputs(network, plans, true).size());
}

void DescribeModelTest::unusableModelsAreRefused()
{
    RunSettings settings = findPreset("demo").settings;
    settings.weights = "/missing.pth";
    QVERIFY_EXCEPTION_THROWN(describeModel(settings), std::invalid_argument);
    settings.model = "resnet21";
    QVERIFY_EXCEPTION_THROWN(describeModel(settings), std::invalid_argument);
}

QTEST_GUILESS_MAIN(DescribeModelTest)
#include "tst_describe_model.moc"
