// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/network_json.h"

#include "core/graph/build_network.h"
#include "core/graph/forward.h"
#include "tests/support/sample_files.h"

#include <QtTest/QtTest>

using namespace latticeq;

using Json = nlohmann::ordered_json;

namespace {

/** A network of every operation that computes, with one channel per chunk of work. */
Network everyOperation()
{
    Network n("all");
    Convolution c { 4, 4, { 3, 3 } };
    c.padding = { 1, 1 };
    c.groups = 2;
    NodeId x = n.add("conv", c, { 0 });
    const auto then = [&](const char* name, Operation operation) { x = n.add(name, std::move(operation), { x }); };
    then("bn", BatchNorm { 4, 1e-3, 0.2 });
    then("ln", LayerNorm { 4, 1e-4 });
    then("gn", GroupNorm { 4, 2, 1e-4 });
    then("scale", Scale { 4 });
    then("tanh", Tanh {});
    then("leaky", LeakyRelu { 0.2 });
    then("elu", Elu { 0.5 });
    then("clamp", Clamp { -std::numeric_limits<double>::infinity(), 0.7 });
    then("round", Round {});
    then("abs", Absolute {});
    then("times", Arithmetic { ArithmeticKind::Multiply, 0.3 });
    then("minus", Arithmetic { ArithmeticKind::SubtractFrom, 0, { "shift", { 1, 4, 1, 1 }, { 4, 1, 1 } } });
    then("pad", Pad { { 1, 0 }, { 0, 2 }, 0.5 });
    then("max", MaxPool { { 2, 2 }, { 1, 1 } });
    then("mean", AveragePool { { 2, 2 }, { 1, 1 }, { 1, 1 }, false, false });
    const NodeId first = n.add("first", SliceChannels { 0, 2 }, { x });
    const NodeId second = n.add("second", SliceChannels { 2, 2 }, { x });
    const NodeId difference = n.add("difference", Subtract {}, { first, second });
    x = n.add("joined", Concatenate {}, { difference, second });
    then("shuffled", ShuffleChannels { 2 });
    const NodeId largest = n.add("largest", AdaptiveMaxPool {}, { x });
    const NodeId vector = n.add("vector", Flatten {}, { largest });
    const NodeId gate = n.add("gate", Unflatten {}, { n.add("sigmoid", Sigmoid {}, { vector }) });
    x = n.add("gated", Multiply {}, { x, gate });
    then("pool", AdaptiveAveragePool {});
    then("flat", Flatten {});
    then("fc", Linear { 4, 3, false });
    then("softmax", Softmax { true });
    n.accept({ { "aux.weight", { 2 } } });
    return n;
}

void fill(Network& network)
{
    StateDict parameters;
    uint64_t seed = 1;
    for (const ParameterSpec& spec : network.parameterSpecs()) {
        if (spec.shape.empty())
            continue;
        const at::Tensor values = test::randomTensor(spec.shape, seed++);
        parameters.insert(spec.name, spec.name.ends_with("running_var") ? values.abs() : values);
    }
    network.loadParameters(parameters, "test");
}

} // namespace

class NetworkJsonTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyOperationComesBack();
    void builtInNetworksComeBack();
    void hostileDescriptionsAreRefused_data();
    void hostileDescriptionsAreRefused();
};

void NetworkJsonTest::everyOperationComesBack()
{
    Network network = everyOperation();
    fill(network);
    Network again = networkFromJson(Json::parse(networkToJson(network).dump()), "again", nullptr);
    again.loadParameters(network.parameters(), "test");
    const at::Tensor images = test::randomTensor({ 2, 4, 6, 6 }, 99);
    QVERIFY(at::equal(forward(again, images), forward(network, images)));
    QCOMPARE(again.parameters().size(), network.parameters().size()); // the accepted one too
}

void NetworkJsonTest::builtInNetworksComeBack()
{
    for (const char* name : { "mobilenet_v3_small", "shufflenet_v2_x0_5", "convnext_tiny", "efficientnet_b0" }) {
        const Network network = buildNetwork(findModel(name));
        const Json json = networkToJson(network);
        QVERIFY(networkToJson(networkFromJson(json, network.title(), nullptr)) == json);
    }
}

void NetworkJsonTest::hostileDescriptionsAreRefused_data()
{
    QTest::addColumn<QString>("node");
    QTest::newRow("an unknown kind") << R"({"name":"a","kind_of_node":"exec","reads":[0]})";
    QTest::newRow("no inputs") << R"({"name":"a","kind_of_node":"relu","reads":[]})";
    QTest::newRow("one input where two are needed") << R"({"name":"a","kind_of_node":"multiply","reads":[0]})";
    QTest::newRow("an input that comes later") << R"({"name":"a","kind_of_node":"relu","reads":[7]})";
    QTest::newRow("a missing field") << R"({"name":"a","kind_of_node":"flatten","reads":[0]})";
    QTest::newRow("a negative size") << R"({"name":"a","kind_of_node":"flatten","reads":[0],"first":-1})";
    QTest::newRow("no groups") << R"({"name":"a","kind_of_node":"shuffle_channels","reads":[0],"groups":0})";
    QTest::newRow("a program that is not there") << R"({"name":"a","kind_of_node":"script","reads":[0]})";
    QTest::newRow("no name") << R"({"kind_of_node":"relu","reads":[0]})";
    QTest::newRow("not an object") << "3";
}

void NetworkJsonTest::hostileDescriptionsAreRefused()
{
    QFETCH(QString, node);
    const Json json = { { "nodes", { Json::parse(node.toStdString()) } }, { "besides", Json::array() } };
    QVERIFY_EXCEPTION_THROWN(networkFromJson(json, "hostile", nullptr), std::exception);
}

QTEST_GUILESS_MAIN(NetworkJsonTest)
#include "tst_network_json.moc"
