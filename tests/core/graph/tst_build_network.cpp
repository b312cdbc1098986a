// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/build_network.h"
#include "core/graph/cost.h"
#include "core/graph/forward.h"
#include "core/io/resources.h"
#include "core/io/safetensors.h"
#include "core/io/torch_checkpoint.h"
#include "core/lattice/kernels/philox.h"
#include "tests/support/sample_files.h"

#include <ATen/ATen.h>
#include <QtTest/QtTest>

#include <algorithm>
#include <cmath>
#include <map>

using namespace latticeq;

namespace {

/** Trained numbers of each network in torchvision 0.14, auxiliary heads included. */
const std::map<std::string, int64_t>& parameterCounts()
{
    static const std::map<std::string, int64_t> counts = { { "alexnet", 61100840 }, { "convnext_base", 88591464 },
        { "convnext_large", 197767336 }, { "convnext_small", 50223688 }, { "convnext_tiny", 28589128 },
        { "densenet121", 7978856 }, { "densenet161", 28681000 }, { "densenet169", 14149480 },
        { "densenet201", 20013928 }, { "efficientnet_b0", 5288548 }, { "efficientnet_b1", 7794184 },
        { "efficientnet_b2", 9109994 }, { "efficientnet_b3", 12233232 }, { "efficientnet_b4", 19341616 },
        { "efficientnet_b5", 30389784 }, { "efficientnet_b6", 43040704 }, { "efficientnet_b7", 66347960 },
        { "efficientnet_v2_l", 118515272 }, { "efficientnet_v2_m", 54139356 }, { "efficientnet_v2_s", 21458488 },
        { "googlenet", 13004888 }, { "inception_v3", 27161264 }, { "mnasnet0_5", 2218512 }, { "mnasnet0_75", 3170208 },
        { "mnasnet1_0", 4383312 }, { "mnasnet1_3", 6282256 }, { "mobilenet_v2", 3504872 },
        { "mobilenet_v3_large", 5483032 }, { "mobilenet_v3_small", 2542856 }, { "regnet_x_16gf", 54278536 },
        { "regnet_x_1_6gf", 9190136 }, { "regnet_x_32gf", 107811560 }, { "regnet_x_3_2gf", 15296552 },
        { "regnet_x_400mf", 5495976 }, { "regnet_x_800mf", 7259656 }, { "regnet_x_8gf", 39572648 },
        { "regnet_y_128gf", 644812894 }, { "regnet_y_16gf", 83590140 }, { "regnet_y_1_6gf", 11202430 },
        { "regnet_y_32gf", 145046770 }, { "regnet_y_3_2gf", 19436338 }, { "regnet_y_400mf", 4344144 },
        { "regnet_y_800mf", 6432512 }, { "regnet_y_8gf", 39381472 }, { "resnet101", 44549160 },
        { "resnet152", 60192808 }, { "resnet18", 11689512 }, { "resnet34", 21797672 }, { "resnet50", 25557032 },
        { "resnext101_32x8d", 88791336 }, { "resnext101_64x4d", 83455272 }, { "resnext50_32x4d", 25028904 },
        { "shufflenet_v2_x0_5", 1366792 }, { "shufflenet_v2_x1_0", 2278604 }, { "shufflenet_v2_x1_5", 3503624 },
        { "shufflenet_v2_x2_0", 7393996 }, { "squeezenet1_0", 1248424 }, { "squeezenet1_1", 1235496 },
        { "vgg11", 132863336 }, { "vgg11_bn", 132868840 }, { "vgg13", 133047848 }, { "vgg13_bn", 133053736 },
        { "vgg16", 138357544 }, { "vgg16_bn", 138365992 }, { "vgg19", 143667240 }, { "vgg19_bn", 143678248 },
        { "wide_resnet101_2", 126886696 }, { "wide_resnet50_2", 68883240 }, { "preresnet18", 11689512 } };
    return counts;
}

/** The 64-bit FNV-1a hash. */
uint64_t hashOf(const std::string& text)
{
    uint64_t hash = 0xCBF29CE484222325U;
    for (const char c : text)
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
    return hash;
}

/** Numbers of [-1, 1) that follow from the name, as in tests/support/make_architecture_samples.py. */
at::Tensor uniform(const std::string& name, const std::vector<int64_t>& shape)
{
    constexpr int64_t kPeriod = 65521;
    at::Tensor values = at::empty(shape);
    float* out = values.data_ptr<float>();
    const uint64_t key = hashOf(name);
    for (int64_t i = 0; i < std::min(values.numel(), kPeriod); ++i) {
        const PhiloxWords words = philox({ { static_cast<uint32_t>(i / 4), 0, 0, 0 } }, key);
        out[i] = std::ldexp(static_cast<float>(words.w[i % 4] >> 8), -23) - 1;
    }
    for (int64_t i = kPeriod; i < values.numel(); ++i)
        out[i] = out[i - kPeriod];
    return values;
}

/** Tames the weights of deep networks with gates, as in tests/support/make_architecture_samples.py. */
double gainOf(const std::string& model)
{
    if (model.starts_with("efficientnet_v2"))
        return 3;
    return model.starts_with("efficientnet_b") ? 5 : 4;
}

at::Tensor sampleParameter(const ParameterSpec& spec, double gain)
{
    const QString name = QString::fromStdString(spec.name);
    if (name.endsWith("num_batches_tracked"))
        return at::full({}, 7, at::kLong);
    const at::Tensor values = uniform(spec.name, spec.shape);
    if (name.endsWith("running_var"))
        return 1 + 0.5 * values;
    if (name.endsWith("running_mean") || name.endsWith("bias"))
        return 0.1 * values;
    if (spec.shape.size() == 1)
        return 1 + 0.2 * values;
    if (name.endsWith("layer_scale"))
        return 0.5 * values;
    return values * std::sqrt(gain / static_cast<double>(values[0].numel()));
}

Network sampleNetwork(const std::string& name)
{
    Network network = buildNetwork(findModel(name));
    StateDict parameters;
    for (const ParameterSpec& spec : network.parameterSpecs())
        parameters.insert(spec.name, sampleParameter(spec, gainOf(name)));
    network.loadParameters(parameters, "samples");
    return network;
}

StateDict goldenLogits()
{
    return readSafetensors(LATTICEQ_GOLDEN_DIR "/architectures.safetensors").tensors;
}

} // namespace

class BuildNetworkTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parametersCountAsInTorchvision_data();
    void parametersCountAsInTorchvision();
    void logitsAreTorchvisions_data();
    void logitsAreTorchvisions();
    void auxiliaryHeadsAreKeptButNotNeeded_data();
    void auxiliaryHeadsAreKeptButNotNeeded();
    void blocksAreUnbroken();
    void theDemoFitsItsCheckpointInItsOrder();
};

void BuildNetworkTest::parametersCountAsInTorchvision_data()
{
    QTest::addColumn<QString>("model");
    for (const ModelInfo& info : modelCatalog()) {
        if (info.name != kDemoModel)
            QTest::newRow(info.name.c_str()) << QString::fromStdString(info.name);
    }
}

void BuildNetworkTest::parametersCountAsInTorchvision()
{
    QFETCH(QString, model);
    const std::string name = model.toStdString();
    QVERIFY2(parameterCounts().contains(name), "no count is known");
    int64_t count = 0;
    for (const ParameterSpec& spec : buildNetwork(findModel(name)).parameterSpecs()) {
        const QString parameter = QString::fromStdString(spec.name);
        if (parameter.contains("running_") || parameter.endsWith("num_batches_tracked"))
            continue;
        int64_t values = 1;
        for (const int64_t size : spec.shape)
            values *= size;
        count += values;
    }
    QCOMPARE(count, parameterCounts().at(name));
}

void BuildNetworkTest::logitsAreTorchvisions_data()
{
    QTest::addColumn<QString>("model");
    QTest::addColumn<qint64>("size");
    for (const auto& item : goldenLogits()) {
        const QStringList parts = QString::fromStdString(item.key()).split('.');
        QTest::newRow(item.key().c_str()) << parts[0] << parts[1].toLongLong();
    }
}

void BuildNetworkTest::logitsAreTorchvisions()
{
    QFETCH(QString, model);
    QFETCH(qint64, size);
    const at::Tensor golden = goldenLogits()[(model + "." + QString::number(size)).toStdString()];
    const at::Tensor logits = forward(sampleNetwork(model.toStdString()), uniform("images", { 2, 3, size, size }));
    QCOMPARE(logits.sizes(), at::IntArrayRef({ 2, 1000 }));
    const float largest = logits.abs().max().item<float>();
    const float difference = (logits.narrow(1, 0, golden.size(1)) - golden).abs().max().item<float>();
    QVERIFY2(difference <= 1e-4F * largest, qPrintable(QString("%1 of %2").arg(difference).arg(largest)));
}

void BuildNetworkTest::auxiliaryHeadsAreKeptButNotNeeded_data()
{
    QTest::addColumn<QString>("model");
    QTest::addColumn<QString>("head");
    QTest::newRow("googlenet's second head") << "googlenet"
                                             << "aux2.fc1.weight";
    QTest::newRow("inception's head") << "inception_v3"
                                      << "AuxLogits.conv1.bn.running_var";
}

void BuildNetworkTest::auxiliaryHeadsAreKeptButNotNeeded()
{
    QFETCH(QString, model);
    QFETCH(QString, head);
    const Network whole = sampleNetwork(model.toStdString());
    QVERIFY(whole.parameters().contains(head.toStdString()));
    StateDict plain;
    for (const auto& item : whole.parameters()) {
        if (!item.key().starts_with("aux") && !item.key().starts_with("Aux"))
            plain.insert(item.key(), item.value());
    }
    Network without = whole;
    without.loadParameters(plain, "without heads");
    QVERIFY(without.parameters().size() < whole.parameters().size());
    const at::Tensor images = uniform("images", { 1, 3, 96, 96 });
    QVERIFY(at::equal(forward(whole, images), forward(without, images)));
}

void BuildNetworkTest::blocksAreUnbroken()
{
    for (const ModelInfo& info : modelCatalog()) {
        std::map<std::string, NodeId> last;
        const Network network = buildNetwork(info);
        for (NodeId id = 0; id < network.nodes().size(); ++id) {
            const std::string& block = network.node(id).block;
            const bool goesOn = !last.contains(block) || last[block] + 1 == id;
            QVERIFY2(block.empty() || goesOn, (info.name + ": " + block + " is left and entered again").c_str());
            last[block] = id;
        }
    }
}

void BuildNetworkTest::theDemoFitsItsCheckpointInItsOrder()
{
    const Network network = test::demoNetwork();
    QCOMPARE(network.parameters().keys(), readTorchCheckpoint(resourcePath("resnet20-fashion-mnist.pth")).keys());
    QCOMPARE(network.weightedNodes().size(), size_t(22));
    QCOMPARE(network.node(*network.find("layer2.0.conv1")).block, std::string("layer2.0"));
    QCOMPARE(multiplyAddsPerImage(network, { 1, 28, 28 }), int64_t(31'021'952));
}

QTEST_GUILESS_MAIN(BuildNetworkTest)
#include "tst_build_network.moc"
