// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/network_json.h"

#include "core/graph/build_network.h"
#include "core/graph/forward.h"
#include "tests/support/every_operation.h"
#include "tests/support/sample_files.h"

#include <QtTest/QtTest>

using namespace latticeq;

using Json = nlohmann::ordered_json;

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
    const Network network = test::everyOperation();
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
