// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/forward.h"
#include "tests/support/sample_files.h"

#include <QtTest/QtTest>

using namespace latticeq;

class ForwardTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void residualBlocksAddTheirShortcut();
    void tapsSeeAndReplaceEveryInput();
    void channelsSideBySideComputeTheSame();
    void slicesComputeWhatTheWholeBatchDoes();
    void trainingModeNormalisesByTheBatch();
    void linearLayersWorkAtEveryPosition();
};

void ForwardTest::residualBlocksAddTheirShortcut()
{
    const at::Tensor x = test::randomTensor({ 2, 3, 6, 6 }, 1);
    Network network("block");
    Convolution c { 3, 3, { 3, 3 } };
    c.padding = { 1, 1 };
    const NodeId conv = network.add("conv", c, { 0 });
    const NodeId sum = network.add("add", Add {}, { conv, 0 });
    network.add("relu", Relu {}, { sum });
    StateDict parameters;
    parameters.insert("conv.weight", test::randomTensor({ 3, 3, 3, 3 }, 2));
    network.loadParameters(parameters, "test");
    const at::Tensor before = x.clone();
    const at::Tensor expected = at::relu(at::conv2d(x, parameters["conv.weight"], {}, 1, 1) + x);
    QVERIFY(at::allclose(forward(network, x), expected));
    QVERIFY(at::equal(x, before)); // nothing is computed in place on the caller's images
}

void ForwardTest::tapsSeeAndReplaceEveryInput()
{
    Network network = test::demoNetwork();
    const at::Tensor images = test::randomTensor({ 2, 1, 28, 28 }, 3);
    const at::Tensor plain = forward(network, images);
    size_t inputs = 0;
    std::vector<at::Tensor> outputs(network.nodes().size());
    ForwardTaps taps;
    taps.onInput = [&](NodeId, size_t, const at::Tensor& input) {
        ++inputs;
        return input;
    };
    taps.onOutput = [&](NodeId node, const at::Tensor& output) { outputs[node] = output; };
    QVERIFY(at::equal(forward(network, images, taps), plain));
    size_t expected = 1; // the images
    for (const Node& node : network.nodes())
        expected += node.inputs.size();
    QCOMPARE(inputs, expected);
    QVERIFY(outputs[*network.find("bn1")].min().item<float>() < 0); // kept tensors are not changed by relu_
    taps.onInput = [&](NodeId node, size_t, const at::Tensor& input) {
        return node == *network.find("fc") ? at::zeros_like(input) : input;
    };
    QVERIFY(
        at::allclose(forward(network, images, taps)[0], network.parameter(network.node(*network.find("fc")), "bias")));
}

void ForwardTest::channelsSideBySideComputeTheSame()
{
    const Network network = test::demoNetwork();
    Network fast = network;
    fast.layChannelsLast();
    const at::Tensor images = test::randomTensor({ 5, 1, 28, 28 }, 9);
    bool sideBySide = false;
    ForwardTaps taps;
    taps.onOutput = [&](NodeId id, const at::Tensor& output) {
        if (network.node(id).name == "layer1.0.conv1")
            sideBySide = output.is_contiguous(at::MemoryFormat::ChannelsLast) && !output.is_contiguous();
    };
    QVERIFY(at::allclose(forward(fast, images, taps), forward(network, images), 1e-4, 1e-4));
    QVERIFY(sideBySide);
    const Node& layer = network.node(*network.find("layer1.0.conv1"));
    QVERIFY(network.parameter(layer, "weight").is_contiguous()); // copies are their own
}

void ForwardTest::slicesComputeWhatTheWholeBatchDoes()
{
    const Network network = test::demoNetwork();
    const at::Tensor images = test::randomTensor({ 7, 1, 28, 28 }, 8);
    std::map<std::pair<NodeId, size_t>, at::Tensor> seen;
    ForwardTaps taps;
    taps.onInput = [&](NodeId id, size_t index, const at::Tensor& input) {
        seen[{ id, index }] = input.clone();
        return input.clamp(-1, 1);
    };
    const at::Tensor whole = forward(network, images, taps);
    size_t inputs = 0;
    const std::vector<at::Tensor> sliced
        = forwardSlices(network, images.split(3), [&](NodeId id, size_t index, std::vector<at::Tensor>& slices) {
              ++inputs;
              QCOMPARE(slices.size(), size_t(3));
              QVERIFY(at::allclose(at::cat(slices), seen.at({ id, index }), 1e-4, 1e-5));
              for (at::Tensor& slice : slices)
                  slice = slice.clamp(-1, 1);
          });
    QCOMPARE(inputs, seen.size());
    QVERIFY(at::allclose(at::cat(sliced), whole, 1e-4, 1e-4));
}

void ForwardTest::trainingModeNormalisesByTheBatch()
{
    Network network("bn");
    network.add("bn", BatchNorm { 2 }, { 0 });
    StateDict parameters;
    parameters.insert("bn.weight", at::ones({ 2 }));
    parameters.insert("bn.bias", at::zeros({ 2 }));
    parameters.insert("bn.running_mean", at::zeros({ 2 }));
    parameters.insert("bn.running_var", at::ones({ 2 }));
    parameters.insert("bn.num_batches_tracked", at::zeros({}, at::kLong));
    network.loadParameters(parameters, "test");
    const at::Tensor x = 3 + test::randomTensor({ 8, 2, 5, 5 }, 4);
    QVERIFY(at::allclose(forward(network, x), x, 1e-4));
    const at::Tensor y = forward(network, x, {}, BatchNormMode::Training);
    QVERIFY(y.mean().abs().item<float>() < 1e-4F);
    QVERIFY(at::allclose(network.parameters()["bn.running_mean"], 0.1 * x.mean({ 0, 2, 3 }), 1e-4));
    QCOMPARE(network.parameters()["bn.num_batches_tracked"].item<int64_t>(), 1);
}

void ForwardTest::linearLayersWorkAtEveryPosition()
{
    Network network("linear");
    network.add("fc", Linear { 3, 4 }, { 0 });
    StateDict parameters;
    parameters.insert("fc.weight", test::randomTensor({ 4, 3 }, 5));
    parameters.insert("fc.bias", test::randomTensor({ 4 }, 6));
    network.loadParameters(parameters, "test");
    const at::Tensor x = test::randomTensor({ 2, 3, 5, 6 }, 7);
    const at::Tensor y = forward(network, x);
    const at::Tensor atOnePosition
        = at::linear(x.select(3, 4).select(2, 1), parameters["fc.weight"], parameters["fc.bias"]);
    QVERIFY(at::allclose(y.select(3, 4).select(2, 1), atOnePosition, 1e-5, 1e-6));
    const at::Tensor plain = applyWeight(network.node(1), x, parameters["fc.weight"]);
    QVERIFY(at::allclose(plain + parameters["fc.bias"].view({ 4, 1, 1 }), y, 1e-5, 1e-6));
}

QTEST_GUILESS_MAIN(ForwardTest)
#include "tst_forward.moc"
