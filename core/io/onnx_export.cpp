// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/onnx_export.h"

#include "core/graph/forward.h"
#include "core/io/network_json.h"
#include "core/io/onnx_operations.h"

#include <ATen/ATen.h>
#include <onnx/checker.h>

#include <stdexcept>

namespace latticeq {

namespace {

constexpr int64_t kOpset = 13;
constexpr int64_t kIrVersion = 7;

void describe(onnx::ValueInfoProto& value, const char* name, const std::vector<int64_t>& shape)
{
    value.set_name(name);
    auto& type = *value.mutable_type()->mutable_tensor_type();
    type.set_elem_type(onnx::TensorProto_DataType_FLOAT);
    type.mutable_shape()->add_dim()->set_dim_param("N");
    for (size_t i = 1; i < shape.size(); ++i)
        type.mutable_shape()->add_dim()->set_dim_value(shape[i]);
}

/** The shape of every node's output for one image. */
std::vector<std::vector<int64_t>> outputShapes(const Network& network, const std::vector<int64_t>& images)
{
    std::vector<std::vector<int64_t>> shapes(network.nodes().size());
    ForwardTaps taps;
    taps.onOutput = [&](NodeId node, const at::Tensor& output) { shapes[node] = output.sizes().vec(); };
    forward(network, at::zeros(images), taps);
    return shapes;
}

void putNodes(onnx::GraphProto& proto, const Network& network, const QuantizedModel& model,
    const std::vector<std::vector<int64_t>>& shapes)
{
    OnnxGraph graph(proto);
    std::vector<std::string> values { "images" };
    for (NodeId id = 1; id < network.nodes().size(); ++id) {
        const Node& node = network.node(id);
        graph.begin(node.name);
        const std::vector<int64_t>& shape = shapes[node.inputs[0]];
        const auto quantizer = model.activations.find(node.name);
        std::vector<std::string> inputs;
        for (const NodeId input : node.inputs) {
            inputs.push_back(values[input]);
            if (quantizer != model.activations.end())
                inputs.back()
                    = putQuantizer(graph, quantizer->second, inputs.back(), static_cast<int64_t>(shapes[input].size()));
        }
        values.push_back(putOperation({ graph, network, node, inputs, shape }));
    }
    graph.renameLast("logits");
}

int64_t bytesOf(const StateDict& parameters)
{
    int64_t bytes = 0;
    for (const auto& item : parameters)
        bytes += static_cast<int64_t>(item.value().nbytes());
    return bytes;
}

} // namespace

std::string onnxModel(const QuantizedModel& model)
{
    Network network = bareNetwork(model);
    network.loadParameters(fullParameters(model), "the quantized model");
    constexpr int64_t kMost = 2'000'000'000; // a message of Protocol Buffers ends at 2 GB
    if (bytesOf(network.parameters()) > kMost)
        throw std::invalid_argument(
            network.title() + " has more than 2 GB of weights, which one ONNX file cannot hold");
    const ModelInfo& info = infoOf(model);
    const std::vector<int64_t> images { 1, info.inputChannels, info.inputSize, info.inputSize };
    if (programOf(network))
        throw std::invalid_argument("a network that is a TorchScript module as a whole cannot be written as ONNX");
    const auto shapes = outputShapes(network, images);
    onnx::ModelProto proto;
    proto.set_ir_version(kIrVersion);
    proto.set_producer_name("LatticeQ Explorer");
    proto.add_opset_import()->set_version(kOpset);
    onnx::GraphProto& graph = *proto.mutable_graph();
    graph.set_name(network.title());
    describe(*graph.add_input(), "images", images);
    describe(*graph.add_output(), "logits", shapes.back());
    putNodes(graph, network, model, shapes);
    onnx::checker::check_model(proto);
    return proto.SerializeAsString();
}

} // namespace latticeq
