// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/forward.h"

#include "core/graph/script/script_program.h"
#include "core/support/owned_tensor.h"

#include <ATen/ATen.h>

#include <algorithm>

namespace latticeq {

namespace {

at::Tensor convolve(
    const Convolution& c, const at::Tensor& input, const at::Tensor& weight, const c10::optional<at::Tensor>& bias)
{
    return at::conv2d(input, weight, bias, c.stride, c.padding, c.dilation, c.groups);
}

/** A linear layer of the features in dimension 1, which at more than two dimensions is a convolution of 1 × 1. */
at::Tensor applyLinear(const at::Tensor& input, const at::Tensor& weight, const c10::optional<at::Tensor>& bias)
{
    if (input.dim() == 2)
        return at::linear(input, weight, bias);
    return at::conv2d(input, weight.unsqueeze(-1).unsqueeze(-1), bias);
}

at::Tensor normaliseChannels(
    const LayerNorm& l, const at::Tensor& input, const at::Tensor& weight, const at::Tensor& bias)
{
    const at::Tensor channelsLast = at::movedim(input, 1, -1);
    return at::movedim(at::layer_norm(channelsLast, { l.channels }, weight, bias, l.epsilon), -1, 1);
}

at::Tensor compute(const Arithmetic& a, const at::Tensor& x, const at::Tensor& constant)
{
    switch (a.kind) {
    case ArithmeticKind::Add: return x + constant;
    case ArithmeticKind::Subtract: return x - constant;
    case ArithmeticKind::SubtractFrom: return constant - x;
    case ArithmeticKind::Multiply: return x * constant;
    case ArithmeticKind::Divide: return x / constant;
    case ArithmeticKind::DivideInto: return constant / x;
    }
    return {};
}

/** Computes one node from its inputs, which it may consume. */
class Operator
{
public:
    Operator(const Network& network, const Node& node, std::vector<at::Tensor>& inputs, BatchNormMode mode)
        : m_network(network)
        , m_node(node)
        , m_inputs(inputs)
        , m_mode(mode)
    {
    }

    at::Tensor operator()(const InputImages&) const { return m_inputs[0]; }
    at::Tensor operator()(const Convolution& c) const { return convolve(c, m_inputs[0], weight(), bias(c.bias)); }
    at::Tensor operator()(const Linear& l) const { return applyLinear(m_inputs[0], weight(), bias(l.bias)); }
    at::Tensor operator()(const BatchNorm& b) const
    {
        const bool training = m_mode == BatchNormMode::Training;
        if (training && m_network.hasParameter(m_node, "num_batches_tracked"))
            m_network.parameter(m_node, "num_batches_tracked").add_(1);
        return at::batch_norm(m_inputs[0], weight(), bias(true), m_network.parameter(m_node, "running_mean"),
            m_network.parameter(m_node, "running_var"), training, b.momentum, b.epsilon, /*cudnn_enabled=*/true);
    }
    at::Tensor operator()(const Relu&) const
    {
        return isOwnedAlone(m_inputs[0]) ? at::relu_(m_inputs[0]) : at::relu(m_inputs[0]);
    }
    at::Tensor operator()(const LayerNorm& l) const { return normaliseChannels(l, m_inputs[0], weight(), *bias(true)); }
    at::Tensor operator()(const Scale&) const { return m_inputs[0] * m_network.parameter(m_node, "layer_scale"); }
    at::Tensor operator()(const Relu6&) const { return at::hardtanh(m_inputs[0], 0, 6); }
    at::Tensor operator()(const HardSwish&) const { return at::hardswish(m_inputs[0]); }
    at::Tensor operator()(const HardSigmoid&) const { return at::hardsigmoid(m_inputs[0]); }
    at::Tensor operator()(const Sigmoid&) const { return at::sigmoid(m_inputs[0]); }
    at::Tensor operator()(const Silu&) const { return at::silu(m_inputs[0]); }
    at::Tensor operator()(const Gelu&) const { return at::gelu(m_inputs[0]); }
    at::Tensor operator()(const GroupNorm& g) const
    {
        return at::group_norm(m_inputs[0], g.groups, weight(), *bias(true), g.epsilon);
    }
    at::Tensor operator()(const Tanh&) const { return at::tanh(m_inputs[0]); }
    at::Tensor operator()(const LeakyRelu& l) const { return at::leaky_relu(m_inputs[0], l.slope); }
    at::Tensor operator()(const Elu& e) const { return at::elu(m_inputs[0], e.alpha); }
    at::Tensor operator()(const Clamp& c) const { return at::clamp(m_inputs[0], c.low, c.high); }
    at::Tensor operator()(const Round&) const { return at::round(m_inputs[0]); }
    at::Tensor operator()(const Absolute&) const { return at::abs(m_inputs[0]); }
    at::Tensor operator()(const Softmax& s) const
    {
        return s.logarithm ? at::log_softmax(m_inputs[0], 1) : at::softmax(m_inputs[0], 1);
    }
    at::Tensor operator()(const Arithmetic& a) const
    {
        if (a.constant.name.empty())
            return compute(a, m_inputs[0], at::scalar_tensor(a.number, m_inputs[0].options().device(at::kCPU)));
        return compute(a, m_inputs[0], m_network.parameters()[a.constant.name].reshape(a.constant.broadcast));
    }
    at::Tensor operator()(const MaxPool& p) const
    {
        return at::max_pool2d(m_inputs[0], p.kernel, p.stride, p.padding, p.dilation, p.ceilMode);
    }
    at::Tensor operator()(const AveragePool& p) const
    {
        return at::avg_pool2d(m_inputs[0], p.kernel, p.stride, p.padding, p.ceilMode, p.countPadding);
    }
    at::Tensor operator()(const AdaptiveAveragePool& p) const
    {
        return at::adaptive_avg_pool2d(m_inputs[0], p.outputSize);
    }
    at::Tensor operator()(const AdaptiveMaxPool& p) const
    {
        return std::get<0>(at::adaptive_max_pool2d(m_inputs[0], p.outputSize));
    }
    at::Tensor operator()(const Pad& p) const
    {
        return at::constant_pad_nd(m_inputs[0], { p.before[1], p.after[1], p.before[0], p.after[0] }, p.value);
    }
    at::Tensor operator()(const Add&) const
    {
        return isOwnedAlone(m_inputs[0]) ? m_inputs[0].add_(m_inputs[1]) : m_inputs[0] + m_inputs[1];
    }
    at::Tensor operator()(const Subtract&) const { return m_inputs[0] - m_inputs[1]; }
    at::Tensor operator()(const Multiply&) const { return m_inputs[0] * m_inputs[1]; }
    at::Tensor operator()(const Concatenate&) const { return at::cat(m_inputs, 1); }
    at::Tensor operator()(const SliceChannels& s) const { return m_inputs[0].narrow(1, s.first, s.count); }
    at::Tensor operator()(const ShuffleChannels& s) const { return at::channel_shuffle(m_inputs[0], s.groups); }
    at::Tensor operator()(const Flatten& f) const { return at::flatten(m_inputs[0], f.firstDimension); }
    at::Tensor operator()(const Unflatten&) const { return m_inputs[0].unsqueeze(-1).unsqueeze(-1); }
    at::Tensor operator()(const Script& s) const { return s.program->run(m_network.parameters(), m_inputs[0]); }

private:
    const at::Tensor& weight() const { return m_network.parameter(m_node, "weight"); }
    c10::optional<at::Tensor> bias(bool present) const
    {
        return present ? c10::optional<at::Tensor>(m_network.parameter(m_node, "bias")) : c10::nullopt;
    }

    const Network& m_network;
    const Node& m_node;
    std::vector<at::Tensor>& m_inputs;
    BatchNormMode m_mode;
};

/** For every node, the last one that reads it. */
std::vector<NodeId> lastReaders(const Network& network)
{
    std::vector<NodeId> readers(network.nodes().size(), 0);
    for (NodeId id = 0; id < network.nodes().size(); ++id) {
        for (const NodeId input : network.node(id).inputs)
            readers[input] = id;
    }
    return readers;
}

/** A node's inputs, moved out of `values` where this node is the last to read them. */
template <typename Value>
std::vector<Value> takeInputs(
    const Network& network, NodeId id, const std::vector<NodeId>& readers, std::vector<Value>& values)
{
    const std::vector<NodeId>& ids = network.node(id).inputs;
    std::vector<Value> inputs;
    for (const NodeId input : ids) {
        const bool last = readers[input] == id && std::count(ids.begin(), ids.end(), input) == 1;
        inputs.push_back(last ? std::move(values[input]) : values[input]);
    }
    return inputs;
}

/** Whether a node is computed at all: it is the input or reads something. */
bool isComputed(const Network& network, NodeId id)
{
    return !network.node(id).inputs.empty() || id == network.input();
}

} // namespace

at::Tensor forward(const Network& network, const at::Tensor& images, const ForwardTaps& taps, BatchNormMode batchNorm)
{
    const std::vector<NodeId> readers = lastReaders(network);
    std::vector<at::Tensor> values(network.nodes().size());
    for (NodeId id = 0; id < network.nodes().size(); ++id) {
        if (!isComputed(network, id))
            continue;
        const Node& node = network.node(id);
        std::vector<at::Tensor> inputs = takeInputs(network, id, readers, values);
        if (id == network.input())
            inputs.push_back(images);
        if (taps.onInput) {
            for (size_t index = 0; index < inputs.size(); ++index)
                inputs[index] = taps.onInput(id, index, inputs[index]);
        }
        values[id] = std::visit(Operator(network, node, inputs, batchNorm), node.operation);
        if (taps.onOutput)
            taps.onOutput(id, values[id]);
    }
    return values[network.output()];
}

std::vector<at::Tensor> forwardSlices(
    const Network& network, std::vector<at::Tensor> slices, const SliceTap& onInput, BatchNormMode batchNorm,
    const std::function<bool()>& proceed)
{
    const std::vector<NodeId> readers = lastReaders(network);
    const size_t count = slices.size();
    std::vector<std::vector<at::Tensor>> values(network.nodes().size());
    for (NodeId id = 0; id < network.nodes().size(); ++id) {
        if (!isComputed(network, id))
            continue;
        const Node& node = network.node(id);
        std::vector<std::vector<at::Tensor>> inputs = takeInputs(network, id, readers, values);
        if (id == network.input())
            inputs.push_back(std::move(slices));
        for (size_t index = 0; index < inputs.size(); ++index)
            onInput(id, index, inputs[index]);
        for (size_t slice = 0; slice < count; ++slice) {
            if (proceed && !proceed())
                return {};
            std::vector<at::Tensor> own;
            for (std::vector<at::Tensor>& input : inputs)
                own.push_back(std::move(input[slice]));
            values[id].push_back(std::visit(Operator(network, node, own, batchNorm), node.operation));
        }
    }
    return values[network.output()];
}

at::Tensor applyWeight(const Node& node, const at::Tensor& input, const at::Tensor& weight)
{
    if (const auto* convolution = std::get_if<Convolution>(&node.operation))
        return convolve(*convolution, input, weight, c10::nullopt);
    return applyLinear(input, weight, c10::nullopt);
}

} // namespace latticeq
