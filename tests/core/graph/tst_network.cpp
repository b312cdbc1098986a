// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/network.h"

#include <QtTest/QtTest>

using namespace latticeq;

namespace {

Network small()
{
    Network network("small");
    NodeId last = network.add("conv", Convolution { 2, 4, { 3, 3 } }, { network.input() });
    last = network.add("bn", BatchNorm { 4 }, { last });
    last = network.add("pool", AdaptiveAveragePool {}, { last });
    last = network.add("flatten", Flatten {}, { last });
    network.add("fc", Linear { 4, 5 }, { last });
    return network;
}

} // namespace

class NetworkTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nodesKnowTheirParameters();
    void misfitsNameTheFirstTensorAndBothShapes_data();
    void misfitsNameTheFirstTensorAndBothShapes();
    void aNameIsTakenOnce();
};

void NetworkTest::nodesKnowTheirParameters()
{
    const Network network = small();
    const std::vector<ParameterSpec> specs = network.parameterSpecs();
    QCOMPARE(specs.size(), size_t(8));
    QCOMPARE(specs[0].name, std::string("conv.weight"));
    QCOMPARE(specs[0].shape, (std::vector<int64_t> { 4, 2, 3, 3 }));
    QVERIFY(specs[5].optional);
    QCOMPARE(network.weightedNodes().size(), size_t(2));
    QVERIFY(!network.find("nothing"));
}

void NetworkTest::misfitsNameTheFirstTensorAndBothShapes_data()
{
    QTest::addColumn<QString>("change");
    QTest::addColumn<QString>("complaint");
    QTest::newRow("another shape") << "shape" << "fc.weight is 10 × 512, expected 5 × 4";
    QTest::newRow("a missing tensor") << "missing" << "bn.bias is missing, expected 4";
    QTest::newRow("a tensor too many") << "extra" << "fc2.weight (3) is not expected";
    QTest::newRow("no counter of batches is fine") << "counter" << "";
}

void NetworkTest::misfitsNameTheFirstTensorAndBothShapes()
{
    QFETCH(QString, change);
    QFETCH(QString, complaint);
    StateDict parameters;
    for (const ParameterSpec& spec : small().parameterSpecs()) {
        if (change == "missing" && spec.name == "bn.bias")
            continue;
        if (change == "counter" && spec.optional)
            continue;
        parameters.insert(spec.name, change == "shape" && spec.name == "fc.weight" ? at::zeros({ 10, 512 }) : at::zeros(spec.shape));
    }
    if (change == "extra")
        parameters.insert("fc2.weight", at::zeros({ 3 }));
    Network network = small();
    try {
        network.loadParameters(parameters, "file.pth");
        QVERIFY(complaint.isEmpty());
    } catch (const std::invalid_argument& error) {
        QVERIFY2(!complaint.isEmpty(), error.what());
        QCOMPARE(QString(error.what()), "file.pth does not fit small: " + complaint);
    }
}

void NetworkTest::aNameIsTakenOnce()
{
    Network network = small();
    QVERIFY_EXCEPTION_THROWN(network.add("fc", Relu {}, { 0 }), std::invalid_argument);
    QVERIFY_EXCEPTION_THROWN(network.add("late", Relu {}, { 99 }), std::invalid_argument);
}

QTEST_GUILESS_MAIN(NetworkTest)
#include "tst_network.moc"
