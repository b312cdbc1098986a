// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/residual_network.h"
#include "core/graph/cost.h"
#include "core/graph/forward.h"
#include "core/io/resources.h"
#include "core/io/torch_checkpoint.h"
#include "tests/support/sample_files.h"

#include <QtTest/QtTest>

using namespace latticeq;

class ResidualNetworkTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parametersCountAsInTorchvision_data();
    void parametersCountAsInTorchvision();
    void theDemoFitsItsCheckpointInItsOrder();
    void bottlenecksPutOutAThousandClasses();
};

void ResidualNetworkTest::parametersCountAsInTorchvision_data()
{
    QTest::addColumn<QString>("model");
    QTest::addColumn<qint64>("parameters");
    QTest::newRow("resnet18") << "resnet18" << qint64(11689512);
    QTest::newRow("resnet34") << "resnet34" << qint64(21797672);
    QTest::newRow("resnet50") << "resnet50" << qint64(25557032);
    QTest::newRow("resnet101") << "resnet101" << qint64(44549160);
    QTest::newRow("resnet152") << "resnet152" << qint64(60192808);
}

void ResidualNetworkTest::parametersCountAsInTorchvision()
{
    QFETCH(QString, model);
    qint64 count = 0;
    for (const ParameterSpec& spec : buildResidualNetwork(findModel(model.toStdString())).parameterSpecs()) {
        const bool buffer = spec.optional || spec.name.find("running_") != std::string::npos;
        qint64 values = 1;
        for (const int64_t size : spec.shape)
            values *= size;
        count += buffer ? 0 : values;
    }
    QTEST(count, "parameters");
}

void ResidualNetworkTest::theDemoFitsItsCheckpointInItsOrder()
{
    const Network network = test::demoNetwork();
    QCOMPARE(network.parameters().keys(), readTorchCheckpoint(resourcePath("resnet20-fashion-mnist.pth")).keys());
    QCOMPARE(network.weightedNodes().size(), size_t(22));
    QCOMPARE(network.node(*network.find("layer2.0.conv1")).block, std::string("layer2.0"));
    QCOMPARE(multiplyAddsPerImage(network, { 1, 28, 28 }), int64_t(31'021'952));
}

void ResidualNetworkTest::bottlenecksPutOutAThousandClasses()
{
    Network network = buildResidualNetwork(findModel("resnet50"));
    StateDict parameters;
    for (const ParameterSpec& spec : network.parameterSpecs())
        parameters.insert(spec.name, at::full(spec.shape, 0.01));
    network.loadParameters(parameters, "test");
    QCOMPARE(forward(network, at::ones({ 1, 3, 64, 64 })).sizes(), at::IntArrayRef({ 1, 1000 }));
}

QTEST_GUILESS_MAIN(ResidualNetworkTest)
#include "tst_residual_network.moc"
