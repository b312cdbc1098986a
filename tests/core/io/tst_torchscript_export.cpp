// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/forward.h"
#include "core/graph/script/script_import.h"
#include "core/io/atomic_file.h"
#include "core/io/model_export.h"
#include "core/io/packed_checkpoint.h"
#include "core/io/run_files.h"
#include "core/io/torchscript_export.h"
#include "core/run/run.h"
#include "tests/support/sample_files.h"
#include "tests/support/temporary_folder.h"

#include <ATen/ATen.h>
#include <torch/csrc/jit/serialization/import.h>

#include <QtTest/QtTest>

#include <limits>
#include <sstream>

using namespace latticeq;

namespace {

constexpr int64_t kChannels = 4;

/** Whether the last place of every value agrees: operators may sum in another order. */
bool isNear(const at::Tensor& actual, const at::Tensor& expected)
{
    const float largest = expected.abs().max().item<float>();
    return actual.sizes() == expected.sizes() && (actual - expected).abs().max().item<float>() <= 1e-6F * largest;
}

at::Tensor computed(const std::string& archive, const at::Tensor& images)
{
    std::istringstream stream(archive);
    torch::jit::Module module = torch::jit::load(stream);
    return module.forward({ images }).toTensor();
}

Network convolutionFirst()
{
    Network network("sample");
    Convolution first { 3, kChannels, { 3, 3 }, { 1, 1 }, { 1, 1 } };
    first.bias = true;
    network.add("features.0", first, { 0 });
    return network;
}

/** One operation of a single input behind a convolution. */
Network withOperation(const Operation& operation)
{
    Network network = convolutionFirst();
    network.add("features.1.operation", operation, { 1 });
    return network;
}

Network withTwoBranches(const Operation& operation)
{
    Network network = convolutionFirst();
    network.add("relu", Relu {}, { 1 });
    network.add("join", operation, { 1, 2 });
    return network;
}

Network withHead(const Operation& operation)
{
    Network network = convolutionFirst();
    network.add("pool", AdaptiveAveragePool {}, { 1 });
    network.add("flatten", Flatten {}, { 2 });
    network.add("classifier.1", operation, { 3 });
    return network;
}

NamedConstant perChannel(const std::vector<int64_t>& shape)
{
    return { "mean", shape, { kChannels, 1, 1 } };
}

/** Random parameters; variances and other weights of normalisations stay above 0. */
QuantizedModel modelOf(const Network& network)
{
    QuantizedModel model;
    model.model = "sample";
    model.imported = std::make_shared<ImportedModel>(ImportedModel { {}, network });
    uint64_t seed = 10;
    for (const ParameterSpec& spec : network.parameterSpecs()) {
        at::Tensor value = test::randomTensor(spec.shape, ++seed);
        if (spec.name.ends_with("running_var") || spec.name == "mean")
            value = value.abs() + 0.5;
        if (spec.name.ends_with("num_batches_tracked"))
            value = at::full({}, 3, at::kLong);
        model.parameters.insert(spec.name, value);
    }
    return model;
}

void addRow(const char* name, const Network& network)
{
    QTest::newRow(name) << std::make_shared<Network>(network);
}

} // namespace

Q_DECLARE_METATYPE(std::shared_ptr<Network>)
Q_DECLARE_METATYPE(ActivationQuantizer)

class TorchscriptExportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyOperationIsComputedAlike_data();
    void everyOperationIsComputedAlike();
    void activationsAreQuantizedToTheSameBits_data();
    void activationsAreQuantizedToTheSameBits();
    void theStateDictionaryIsTheArchitecturesOwn();
    void aRunBecomesAModuleThatIsReadBack();
    void aWholeModuleKeepsItsCodeWithOurWeights_data();
    void aWholeModuleKeepsItsCodeWithOurWeights();
};

void TorchscriptExportTest::everyOperationIsComputedAlike_data()
{
    QTest::addColumn<std::shared_ptr<Network>>("network");
    Convolution grouped { kChannels, 6, { 3, 2 }, { 2, 1 }, { 1, 0 }, { 1, 2 }, 2 };
    addRow("grouped convolution without bias", withOperation(grouped));
    addRow("linear layer at every position", withOperation(Linear { kChannels, 5 }));
    addRow("batch normalisation", withOperation(BatchNorm { kChannels, 1e-3, 0.01 }));
    addRow("layer normalisation of channels", withOperation(LayerNorm { kChannels, 1e-6 }));
    addRow("group normalisation", withOperation(GroupNorm { kChannels, 2 }));
    addRow("layer scale", withOperation(Scale { kChannels }));
    addRow("relu", withOperation(Relu {}));
    addRow("relu6", withOperation(Relu6 {}));
    addRow("hardswish", withOperation(HardSwish {}));
    addRow("hardsigmoid", withOperation(HardSigmoid {}));
    addRow("sigmoid", withOperation(Sigmoid {}));
    addRow("silu", withOperation(Silu {}));
    addRow("gelu", withOperation(Gelu {}));
    addRow("tanh", withOperation(Tanh {}));
    addRow("leaky relu", withOperation(LeakyRelu { 0.2 }));
    addRow("elu", withOperation(Elu { 0.7 }));
    addRow("clamp", withOperation(Clamp { -0.25, 0.5 }));
    addRow("clamp of one side", withOperation(Clamp { -std::numeric_limits<double>::infinity(), 0.5 }));
    addRow("round", withOperation(Round {}));
    addRow("absolute value", withOperation(Absolute {}));
    addRow("softmax", withOperation(Softmax {}));
    addRow("logarithm of softmax", withOperation(Softmax { true }));
    using Kind = ArithmeticKind;
    addRow("a number added", withOperation(Arithmetic { Kind::Add, 1e-7 }));
    addRow("a number subtracted", withOperation(Arithmetic { Kind::Subtract, 2 }));
    addRow("subtracted from a number", withOperation(Arithmetic { Kind::SubtractFrom, 0.3 }));
    addRow("multiplied by a number", withOperation(Arithmetic { Kind::Multiply, -3 }));
    addRow("divided by a number", withOperation(Arithmetic { Kind::Divide, 3 }));
    addRow("a number divided", withOperation(Arithmetic { Kind::DivideInto, 3 }));
    addRow("divided by a constant", withOperation(Arithmetic { Kind::Divide, 0, perChannel({ 1, kChannels, 1, 1 }) }));
    addRow("a constant divided", withOperation(Arithmetic { Kind::DivideInto, 0, perChannel({ kChannels }) }));
    addRow("largest values", withOperation(MaxPool { { 3, 2 }, { 2, 1 }, { 1, 0 }, { 1, 2 }, true }));
    addRow("means without padding", withOperation(AveragePool { { 3, 3 }, { 2, 2 }, { 1, 1 }, true, false }));
    addRow("means of a grid", withOperation(AdaptiveAveragePool { { 3, 2 } }));
    addRow("largest values of a grid", withOperation(AdaptiveMaxPool { { 3, 2 } }));
    addRow("padding", withOperation(Pad { { 1, 0 }, { 2, 3 }, 0.5 }));
    addRow("sum", withTwoBranches(Add {}));
    addRow("difference", withTwoBranches(Subtract {}));
    addRow("product", withTwoBranches(Multiply {}));
    addRow("concatenation", withTwoBranches(Concatenate {}));
    addRow("slice of channels", withOperation(SliceChannels { 1, 2 }));
    addRow("shuffled channels", withOperation(ShuffleChannels { 2 }));
    addRow("linear layer of vectors", withHead(Linear { kChannels, 5 }));
    addRow("layer normalisation of vectors", withHead(LayerNorm { kChannels }));
    addRow("vectors with positions again", withHead(Unflatten {}));
}

void TorchscriptExportTest::everyOperationIsComputedAlike()
{
    QFETCH(std::shared_ptr<Network>, network);
    const QuantizedModel model = modelOf(*network);
    const at::Tensor images = test::randomTensor({ 2, 3, 9, 8 }, 1);
    QVERIFY(isNear(computed(torchScript(model), images), QuantizedNetwork(model).forward(images)));
}

void TorchscriptExportTest::activationsAreQuantizedToTheSameBits_data()
{
    QTest::addColumn<ActivationQuantizer>("quantizer");
    QTest::addColumn<bool>("onVectors");
    const at::Tensor alphas = at::tensor({ 0.3F, 0.7F, 1.1F, 0.05F });
    const at::Tensor bits = at::tensor({ 8, 0, 3, 11 }, at::kLong);
    const at::Tensor one = at::tensor({ 0.6F });
    const at::Tensor eight = at::tensor({ 8 }, at::kLong);
    QTest::newRow("one threshold, unsigned") << ActivationQuantizer { one, eight, false } << false;
    QTest::newRow("one threshold, signed") << ActivationQuantizer { one, eight, true } << false;
    QTest::newRow("one threshold without bits") << ActivationQuantizer { one, 0 * eight, true } << false;
    QTest::newRow("by channel, unsigned, one without bits") << ActivationQuantizer { alphas, bits, false } << false;
    QTest::newRow("by channel, signed, one without bits") << ActivationQuantizer { alphas, bits, true } << false;
    QTest::newRow("by feature of a vector") << ActivationQuantizer { alphas, bits, true } << true;
}

void TorchscriptExportTest::activationsAreQuantizedToTheSameBits()
{
    QFETCH(ActivationQuantizer, quantizer);
    QFETCH(bool, onVectors);
    const Network network = onVectors ? withHead(Relu {}) : withTwoBranches(Concatenate {});
    QuantizedModel model = modelOf(network);
    model.activations.emplace(network.nodes().back().name, quantizer);
    const at::Tensor images = test::randomTensor({ 3, 3, 16, 16 }, 2);
    const at::Tensor expected = QuantizedNetwork(model).forward(images);
    QVERIFY(expected.abs().max().item<float>() > 0 || quantizer.bits.max().item<int64_t>() == 0);
    QVERIFY(at::equal(computed(torchScript(model), images), expected));
}

void TorchscriptExportTest::theStateDictionaryIsTheArchitecturesOwn()
{
    Network network = withOperation(BatchNorm { kChannels });
    network.accept({ { "aux.0.weight", { 2, 3 } } });
    QuantizedModel model = modelOf(network);
    model.activations.emplace(
        "features.1.operation", ActivationQuantizer { at::ones({ 1 }), at::tensor({ 8 }, at::kLong), false });
    const StateDict tensors = scriptTensors(torchScript(model), "test");
    QCOMPARE(tensors.size(), model.parameters.size());
    for (const auto& item : model.parameters)
        QVERIFY2(at::equal(tensors[item.key()], item.value()), item.key().c_str());
}

void TorchscriptExportTest::aRunBecomesAModuleThatIsReadBack()
{
    test::TemporaryFolder folder;
    RunSettings settings = test::quickSettings(folder.path("run"));
    settings.evaluationImages = 100;
    RunControl control;
    QVERIFY(!run(
        settings, [](const RunEvent&) {}, control)
                 .stopped);
    const auto packed = folder.path("run") / kPackedFile;
    const QuantizedModel model = unpackModel(readSafetensors(packed), "run");
    QVERIFY(!model.activations.empty());
    const std::string archive = readFile(exportModel(packed, "torchscript", folder.path("module")));
    const at::Tensor images = test::randomTensor({ 4, 1, 28, 28 }, 5);
    const at::Tensor expected = QuantizedNetwork(model).forward(images);
    QVERIFY(isNear(computed(archive, images), expected));
    const ImportedNetwork back = importScript(archive, "module", { 1, 28, 28 });
    QCOMPARE(back.unknown, std::string());
    QVERIFY(isNear(forward(back.network, images), expected));
}

void TorchscriptExportTest::aWholeModuleKeepsItsCodeWithOurWeights_data()
{
    QTest::addColumn<QString>("end");
    QTest::newRow("logits as a vector") << ".mean([2, 3])";
    QTest::newRow("logits with trailing dimensions") << ".mean([2, 3], True)";
}

void TorchscriptExportTest::aWholeModuleKeepsItsCodeWithOurWeights()
{
    QFETCH(QString, end);
    torch::jit::Module module("m");
    torch::jit::Module convolution("c");
    convolution.register_parameter("weight", test::randomTensor({ 5, 3, 3, 3 }, 1), false);
    module.register_module("c", convolution);
    module.define("def forward(self, x):\n    x = torch.conv2d(x, self.c.weight)\n    return torch.cumsum(x, 3)"
        + end.toStdString() + "\n");
    std::ostringstream stream;
    module.save(stream);
    const ImportedNetwork imported = importScript(stream.str(), "m.pt", { 3, 8, 8 });
    QVERIFY(!imported.unknown.empty());
    QuantizedModel model = modelOf(imported.network);
    ModelInfo info;
    info.inputSize = info.resizeSize = 8;
    info.mean.assign(3, 0.5);
    info.deviation.assign(3, 1);
    model.imported = std::make_shared<ImportedModel>(ImportedModel { info, imported.network.withoutParameters() });
    model.parameters["c.weight"] = test::randomTensor({ 5, 3, 3, 3 }, 2);
    const QuantizedModel unpacked = unpackModel(packModel(model), "packed");
    const at::Tensor images = test::randomTensor({ 2, 3, 8, 8 }, 3);
    const at::Tensor expected = at::cumsum(at::conv2d(images, model.parameters["c.weight"]), 3).mean({ 2, 3 });
    QVERIFY(isNear(QuantizedNetwork(unpacked).forward(images), expected));
    QVERIFY(isNear(computed(torchScript(unpacked), images).reshape({ 2, 5 }), expected));
}

QTEST_GUILESS_MAIN(TorchscriptExportTest)
#include "tst_torchscript_export.moc"
