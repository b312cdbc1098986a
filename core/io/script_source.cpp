// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/script_source.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <stdexcept>

namespace latticeq {

namespace {

std::string text(int64_t value)
{
    return std::to_string(value);
}

std::string text(bool value)
{
    return value ? "True" : "False";
}

/** The shortest text that reads back as the same number and is no integer. */
std::string text(double value)
{
    if (std::isinf(value))
        return value < 0 ? "float(\"-inf\")" : "float(\"inf\")";
    char buffer[40];
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, value).ptr;
    std::string digits(buffer, end);
    if (digits.find_first_of(".en") == std::string::npos)
        digits += ".0";
    return digits;
}

template <typename List> std::string listText(const List& values)
{
    std::string list;
    for (const int64_t value : values) {
        list += list.empty() ? "[" : ", ";
        list += text(value);
    }
    return list.empty() ? "[]" : list + "]";
}

/** `torch.<name>(<arguments>)`. */
template <typename... Arguments> std::string call(const char* name, const Arguments&... arguments)
{
    std::string list;
    const auto append = [&list](const std::string& argument) {
        list += list.empty() ? "" : ", ";
        list += argument;
    };
    (append(arguments), ...);
    return std::string("torch.").append(name).append("(").append(list).append(")");
}

std::string binary(const std::string& left, const char* sign, const std::string& right)
{
    std::string line = left;
    return line.append(" ").append(sign).append(" ").append(right);
}

/** Runs `function` with the channels as the last dimension. */
template <typename Function> std::string onChannelsLast(const std::string& x, int64_t dimensions, Function function)
{
    if (dimensions == 2)
        return function(x);
    return function(x + ".permute(0, 2, 3, 1)") + ".permute(0, 3, 1, 2)";
}

/** Whether a tensor broadcasts in its own shape as it does in the other. */
bool broadcastsAlike(std::vector<int64_t> shape, const std::vector<int64_t>& other, int64_t dimensions)
{
    if (static_cast<int64_t>(shape.size()) > dimensions)
        return false;
    while (shape.size() > other.size() && shape.front() == 1)
        shape.erase(shape.begin());
    return shape == other;
}

/** The expression of one operation on inputs that are names of variables. */
struct Expression
{
    const Node& node;
    const std::vector<std::string>& inputs;
    int64_t dimensions; // of the first input

    const std::string& x() const { return inputs.at(0); }
    std::string own(const char* parameter) const { return scriptPath(node.name + "." + parameter); }
    std::string bias(bool present) const { return present ? own("bias") : std::string("None"); }

    std::string operator()(const InputImages&) const { return x(); }
    std::string operator()(const Convolution& c) const
    {
        return call("conv2d", x(), own("weight"), bias(c.bias), listText(c.stride), listText(c.padding),
            listText(c.dilation), text(c.groups));
    }
    std::string operator()(const Linear& l) const
    {
        return onChannelsLast(x(), dimensions,
            [&](const std::string& input) { return call("linear", input, own("weight"), bias(l.bias)); });
    }
    std::string operator()(const BatchNorm& b) const
    {
        return call("batch_norm", x(), own("weight"), own("bias"), own("running_mean"), own("running_var"), text(false),
            text(b.momentum), text(b.epsilon), text(true));
    }
    std::string operator()(const LayerNorm& l) const
    {
        return onChannelsLast(x(), dimensions, [&](const std::string& input) {
            return call(
                "layer_norm", input, listText(std::vector { l.channels }), own("weight"), own("bias"), text(l.epsilon));
        });
    }
    std::string operator()(const GroupNorm& g) const
    {
        return call("group_norm", x(), text(g.groups), own("weight"), own("bias"), text(g.epsilon));
    }
    std::string operator()(const Scale&) const { return binary(x(), "*", own("layer_scale")); }
    std::string operator()(const Relu&) const { return call("relu", x()); }
    std::string operator()(const Relu6&) const { return call("hardtanh", x(), text(0.0), text(6.0)); }
    std::string operator()(const HardSwish&) const { return call("hardswish", x()); }
    std::string operator()(const HardSigmoid&) const { return call("hardsigmoid", x()); }
    std::string operator()(const Sigmoid&) const { return call("sigmoid", x()); }
    std::string operator()(const Silu&) const { return call("silu", x()); }
    std::string operator()(const Gelu&) const { return call("gelu", x()); }
    std::string operator()(const Tanh&) const { return call("tanh", x()); }
    std::string operator()(const LeakyRelu& l) const { return call("leaky_relu", x(), text(l.slope)); }
    std::string operator()(const Elu& e) const { return call("elu", x(), text(e.alpha)); }
    std::string operator()(const Clamp& c) const { return call("clamp", x(), text(c.low), text(c.high)); }
    std::string operator()(const Round&) const { return call("round", x()); }
    std::string operator()(const Absolute&) const { return call("abs", x()); }
    std::string operator()(const Softmax& s) const
    {
        return call(s.logarithm ? "log_softmax" : "softmax", x(), text(int64_t { 1 }));
    }
    std::string operator()(const Arithmetic& a) const
    {
        const NamedConstant& c = a.constant;
        // A tensor on the left of a division: TorchScript computes a number divided by a tensor in two steps.
        const bool isDivided = a.kind == ArithmeticKind::DivideInto;
        std::string constant = isDivided ? call("tensor", text(a.number)) : text(a.number);
        if (!c.name.empty()) {
            constant = scriptPath(c.name);
            if (!broadcastsAlike(c.shape, c.broadcast, dimensions))
                constant += ".reshape(" + listText(c.broadcast) + ")";
        }
        switch (a.kind) {
        case ArithmeticKind::Add: return binary(x(), "+", constant);
        case ArithmeticKind::Subtract: return binary(x(), "-", constant);
        case ArithmeticKind::SubtractFrom: return binary(constant, "-", x());
        case ArithmeticKind::Multiply: return binary(x(), "*", constant);
        case ArithmeticKind::Divide: return binary(x(), "/", constant);
        case ArithmeticKind::DivideInto: return call("div", constant, x());
        }
        return {};
    }
    std::string operator()(const MaxPool& p) const
    {
        return call("max_pool2d", x(), listText(p.kernel), listText(p.stride), listText(p.padding),
            listText(p.dilation), text(p.ceilMode));
    }
    std::string operator()(const AveragePool& p) const
    {
        return call("avg_pool2d", x(), listText(p.kernel), listText(p.stride), listText(p.padding), text(p.ceilMode),
            text(p.countPadding));
    }
    std::string operator()(const AdaptiveAveragePool& p) const
    {
        return call("adaptive_avg_pool2d", x(), listText(p.outputSize));
    }
    std::string operator()(const AdaptiveMaxPool& p) const
    {
        return call("adaptive_max_pool2d", x(), listText(p.outputSize)) + "[0]";
    }
    std::string operator()(const Pad& p) const
    {
        const std::vector<int64_t> sizes { p.before[1], p.after[1], p.before[0], p.after[0] };
        return call("constant_pad_nd", x(), listText(sizes), text(p.value));
    }
    std::string operator()(const Add&) const { return binary(x(), "+", inputs.at(1)); }
    std::string operator()(const Subtract&) const { return binary(x(), "-", inputs.at(1)); }
    std::string operator()(const Multiply&) const { return binary(x(), "*", inputs.at(1)); }
    std::string operator()(const Concatenate&) const
    {
        std::string list;
        for (const std::string& input : inputs)
            list.append(list.empty() ? "[" : ", ").append(input);
        return call("cat", list + "]", text(int64_t { 1 }));
    }
    std::string operator()(const SliceChannels& s) const
    {
        return call("narrow", x(), text(int64_t { 1 }), text(s.first), text(s.count));
    }
    std::string operator()(const ShuffleChannels& s) const { return call("channel_shuffle", x(), text(s.groups)); }
    std::string operator()(const Flatten& f) const { return call("flatten", x(), text(f.firstDimension)); }
    std::string operator()(const Unflatten&) const { return x() + ".unsqueeze(-1).unsqueeze(-1)"; }
    std::string operator()(const Script&) const
    {
        throw std::invalid_argument("node " + node.name + " is a TorchScript module of its own, expected an operation");
    }
};

std::string variable(NodeId id)
{
    return std::string("x").append(std::to_string(id));
}

/** Lines that put the quantized input into `target`: the arithmetic of quantizeActivationReference(), step by step. */
std::string quantizerLines(const ScriptQuantizer& quantizer, const std::string& input, const std::string& target)
{
    const auto constant
        = [&](const char* name) { return scriptPath(quantizer.path + "." + name) + ".to(" + input + ".device)"; };
    const std::string indent = std::string("    ").append(target).append(" = ");
    std::string lines = indent + "torch.clamp(" + input + " / " + constant("alpha")
        + (quantizer.isSigned ? ", -1.0, 1.0)\n" : ", 0.0, 1.0)\n");
    if (quantizer.isSigned)
        lines += indent + "(" + target + " + 1.0) * 0.5\n";
    lines += indent + "torch.round(" + target + " * " + constant("steps") + ") * " + constant("step") + "\n";
    const std::string unit = quantizer.isSigned ? "(" + target + " * 2.0 - 1.0)" : target;
    return lines + indent + unit + " * " + constant("scale") + "\n";
}

} // namespace

std::string scriptPath(const std::string& dottedName)
{
    std::string path = "self";
    for (size_t begin = 0; begin <= dottedName.size();) {
        const size_t end = std::min(dottedName.find('.', begin), dottedName.size());
        const std::string part = dottedName.substr(begin, end - begin);
        const bool isNumber = !part.empty() && part[0] >= '0' && part[0] <= '9'; // no name in Python
        path = isNumber ? "getattr(" + path + ", \"" + part + "\")" : path + "." + part;
        begin = end + 1;
    }
    return path;
}

std::vector<int64_t> outputDimensions(const Network& network)
{
    std::vector<int64_t> dimensions;
    for (const Node& node : network.nodes()) {
        if (const auto* flatten = std::get_if<Flatten>(&node.operation))
            dimensions.push_back(flatten->firstDimension + 1);
        else if (node.inputs.empty() || std::holds_alternative<Unflatten>(node.operation))
            dimensions.push_back(4);
        else
            dimensions.push_back(dimensions.at(node.inputs[0]));
    }
    return dimensions;
}

std::string forwardSource(const Network& network, const std::vector<ScriptQuantizer>& quantizers)
{
    const std::vector<int64_t> dimensions = outputDimensions(network);
    std::string source = "def forward(self, images: Tensor) -> Tensor:\n    x0 = images\n";
    for (NodeId id = 1; id < network.nodes().size(); ++id) {
        const Node& node = network.node(id);
        std::vector<std::string> inputs;
        for (size_t i = 0; i < node.inputs.size(); ++i) {
            inputs.push_back(variable(node.inputs[i]));
            if (quantizers.at(id).path.empty())
                continue;
            const std::string quantized = variable(id) + "_input" + (i == 0 ? std::string() : std::to_string(i));
            source += quantizerLines(quantizers[id], inputs.back(), quantized);
            inputs.back() = quantized;
        }
        const Expression expression { node, inputs, node.inputs.empty() ? 4 : dimensions[node.inputs[0]] };
        source += "    " + variable(id) + " = " + std::visit(expression, node.operation) + "\n";
    }
    return source + "    return " + variable(network.output()) + "\n";
}

} // namespace latticeq
