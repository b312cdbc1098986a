// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/onnx_operations.h"

#include "core/io/quantizer_constants.h"

#include <ATen/ATen.h>

#include <cmath>
#include <stdexcept>

namespace latticeq {

namespace {

std::vector<int64_t> list(const Pair& pair)
{
    return { pair[0], pair[1] };
}

std::vector<int64_t> onBothSides(const Pair& pair)
{
    return { pair[0], pair[1], pair[0], pair[1] };
}

struct Putter
{
    const OnnxOperation& o;

    OnnxGraph& graph() const { return o.graph; }
    const std::string& x() const { return o.inputs.at(0); }
    bool isVector() const { return o.shape.size() == 2; }
    std::string put(const char* type, const OnnxGraph::Names& inputs) const { return graph().put(type, inputs); }
    std::string own(const char* parameter) const
    {
        return graph().constant(o.node.name + "." + parameter, o.network.parameter(o.node, parameter));
    }
    /** [C] as it meets [N, C, …]. */
    std::string alongChannels(const char* parameter) const
    {
        if (isVector())
            return own(parameter);
        return put("Unsqueeze", { own(parameter), graph().integers({ 1, 2 }) });
    }
    std::string affine(const std::string& normalised) const
    {
        return put("Add", { put("Mul", { normalised, alongChannels("weight") }), alongChannels("bias") });
    }

    std::string operator()(const InputImages&) const { return x(); }
    std::string operator()(const Convolution& c) const
    {
        OnnxGraph::Names inputs { x(), own("weight") };
        if (c.bias)
            inputs.push_back(own("bias"));
        const std::string value = put("Conv", inputs);
        graph().set("kernel_shape", list(c.kernel));
        graph().set("strides", list(c.stride));
        graph().set("pads", onBothSides(c.padding));
        graph().set("dilations", list(c.dilation));
        graph().set("group", c.groups);
        return value;
    }
    std::string operator()(const Linear& l) const
    {
        OnnxGraph::Names inputs { x(), own("weight") };
        if (!isVector())
            inputs[1] = put("Unsqueeze", { inputs[1], graph().integers({ 2, 3 }) });
        if (l.bias)
            inputs.push_back(own("bias"));
        const std::string value = put(isVector() ? "Gemm" : "Conv", inputs);
        if (isVector())
            graph().set("transB", int64_t { 1 });
        return value;
    }
    std::string operator()(const BatchNorm& b) const
    {
        const std::string value
            = put("BatchNormalization", { x(), own("weight"), own("bias"), own("running_mean"), own("running_var") });
        graph().set("epsilon", b.epsilon);
        return value;
    }
    std::string channelMean(const std::string& value) const
    {
        const std::string mean = put("ReduceMean", { value });
        graph().set("axes", std::vector<int64_t> { 1 });
        return mean;
    }
    std::string operator()(const LayerNorm& l) const // opset 13 has none
    {
        const std::string centred = put("Sub", { x(), channelMean(x()) });
        const std::string variance = channelMean(put("Mul", { centred, centred }));
        const std::string deviation = put("Sqrt", { put("Add", { variance, graph().number(l.epsilon) }) });
        return affine(put("Div", { centred, deviation }));
    }
    std::string operator()(const GroupNorm& g) const // instance normalisation of groups as channels
    {
        const std::string grouped = put("Reshape", { x(), graph().integers({ 0, g.groups, -1 }) });
        const std::string ones = graph().constant(at::ones({ g.groups }));
        const std::string zeros = graph().constant(at::zeros({ g.groups }));
        const std::string normalised = put("InstanceNormalization", { grouped, ones, zeros });
        graph().set("epsilon", g.epsilon);
        return affine(put("Reshape", { normalised, put("Shape", { x() }) }));
    }
    std::string operator()(const Scale&) const { return put("Mul", { x(), own("layer_scale") }); }
    std::string operator()(const Relu&) const { return put("Relu", { x() }); }
    std::string clip(double low, double high) const
    {
        return put("Clip",
            { x(), std::isinf(low) ? std::string() : graph().number(low),
                std::isinf(high) ? std::string() : graph().number(high) });
    }
    std::string operator()(const Relu6&) const { return clip(0, 6); }
    std::string operator()(const HardSigmoid&) const
    {
        const std::string value = put("HardSigmoid", { x() });
        graph().set("alpha", 1.0 / 6);
        graph().set("beta", 0.5);
        return value;
    }
    std::string operator()(const HardSwish&) const { return put("Mul", { x(), (*this)(HardSigmoid {}) }); }
    std::string operator()(const Sigmoid&) const { return put("Sigmoid", { x() }); }
    std::string operator()(const Silu&) const { return put("Mul", { x(), put("Sigmoid", { x() }) }); }
    std::string operator()(const Gelu&) const
    {
        const std::string error = put("Erf", { put("Mul", { x(), graph().number(std::sqrt(0.5)) }) });
        const std::string half = put("Mul", { x(), graph().number(0.5) });
        return put("Mul", { half, put("Add", { error, graph().number(1) }) });
    }
    std::string operator()(const Tanh&) const { return put("Tanh", { x() }); }
    std::string withAlpha(const char* type, double alpha) const
    {
        const std::string value = put(type, { x() });
        graph().set("alpha", alpha);
        return value;
    }
    std::string operator()(const LeakyRelu& l) const { return withAlpha("LeakyRelu", l.slope); }
    std::string operator()(const Elu& e) const { return withAlpha("Elu", e.alpha); }
    std::string operator()(const Clamp& c) const { return clip(c.low, c.high); }
    std::string operator()(const Round&) const { return put("Round", { x() }); }
    std::string operator()(const Absolute&) const { return put("Abs", { x() }); }
    std::string operator()(const Softmax& s) const
    {
        const std::string value = put(s.logarithm ? "LogSoftmax" : "Softmax", { x() });
        graph().set("axis", int64_t { 1 });
        return value;
    }
    std::string operator()(const Arithmetic& a) const
    {
        std::string constant;
        if (a.constant.name.empty())
            constant = graph().number(a.number);
        else
            constant = put("Reshape",
                { graph().constant(a.constant.name, o.network.parameters()[a.constant.name]),
                    graph().integers(a.constant.broadcast) });
        switch (a.kind) {
        case ArithmeticKind::Add: return put("Add", { x(), constant });
        case ArithmeticKind::Subtract: return put("Sub", { x(), constant });
        case ArithmeticKind::SubtractFrom: return put("Sub", { constant, x() });
        case ArithmeticKind::Multiply: return put("Mul", { x(), constant });
        case ArithmeticKind::Divide: return put("Div", { x(), constant });
        case ArithmeticKind::DivideInto: return put("Div", { constant, x() });
        }
        return {};
    }
    void setWindow(const Pair& kernel, const Pair& stride, const Pair& padding, bool ceilMode) const
    {
        graph().set("kernel_shape", list(kernel));
        graph().set("strides", list(stride));
        graph().set("pads", onBothSides(padding));
        graph().set("ceil_mode", int64_t { ceilMode });
    }
    std::string operator()(const MaxPool& p) const
    {
        const std::string value = put("MaxPool", { x() });
        setWindow(p.kernel, p.stride, p.padding, p.ceilMode);
        graph().set("dilations", list(p.dilation));
        return value;
    }
    std::string operator()(const AveragePool& p) const
    {
        const std::string value = put("AveragePool", { x() });
        setWindow(p.kernel, p.stride, p.padding, p.ceilMode);
        graph().set("count_include_pad", int64_t { p.countPadding });
        return value;
    }
    /** One axis reduced to `cells` overlapping stretches as PyTorch cuts them. */
    std::string reduceCells(const char* reduction, const std::string& value, int64_t axis, int64_t cells) const
    {
        const int64_t size = o.shape.at(static_cast<size_t>(axis));
        if (size == cells)
            return value;
        OnnxGraph::Names parts;
        for (int64_t i = 0; i < cells; ++i) {
            const int64_t end = ((i + 1) * size + cells - 1) / cells;
            const std::string part = put("Slice",
                { value, graph().integers({ i * size / cells }), graph().integers({ end }),
                    graph().integers({ axis }) });
            parts.push_back(put(reduction, { part }));
            graph().set("axes", std::vector<int64_t> { axis });
        }
        const std::string joined = put("Concat", parts);
        graph().set("axis", axis);
        return joined;
    }
    std::string reduceGrid(const char* globally, const char* reduction, const Pair& size) const
    {
        if (size == Pair { 1, 1 })
            return put(globally, { x() });
        return put("Identity", { reduceCells(reduction, reduceCells(reduction, x(), 2, size[0]), 3, size[1]) });
    }
    std::string operator()(const AdaptiveAveragePool& p) const
    {
        return reduceGrid("GlobalAveragePool", "ReduceMean", p.outputSize);
    }
    std::string operator()(const AdaptiveMaxPool& p) const
    {
        return reduceGrid("GlobalMaxPool", "ReduceMax", p.outputSize);
    }
    std::string operator()(const Pad& p) const
    {
        return put("Pad",
            { x(), graph().integers({ 0, 0, p.before[0], p.before[1], 0, 0, p.after[0], p.after[1] }),
                graph().number(p.value) });
    }
    std::string operator()(const Add&) const { return put("Add", { x(), o.inputs.at(1) }); }
    std::string operator()(const Subtract&) const { return put("Sub", { x(), o.inputs.at(1) }); }
    std::string operator()(const Multiply&) const { return put("Mul", { x(), o.inputs.at(1) }); }
    std::string operator()(const Concatenate&) const
    {
        const std::string value = put("Concat", o.inputs);
        graph().set("axis", int64_t { 1 });
        return value;
    }
    std::string operator()(const SliceChannels& s) const
    {
        return put("Slice",
            { x(), graph().integers({ s.first }), graph().integers({ s.first + s.count }), graph().integers({ 1 }) });
    }
    std::string operator()(const ShuffleChannels& s) const
    {
        const at::Tensor order = at::arange(o.shape.at(1), at::kLong).reshape({ s.groups, -1 }).t().reshape({ -1 });
        const std::string value = put("Gather", { x(), graph().constant(order) });
        graph().set("axis", int64_t { 1 });
        return value;
    }
    std::string operator()(const Flatten& f) const
    {
        std::vector<int64_t> shape(static_cast<size_t>(f.firstDimension), 0);
        shape.push_back(-1);
        return put("Reshape", { x(), graph().integers(shape) });
    }
    std::string operator()(const Unflatten&) const { return put("Unsqueeze", { x(), graph().integers({ 2, 3 }) }); }
    std::string operator()(const Script&) const
    {
        throw std::invalid_argument("a network that is a TorchScript module as a whole cannot be written as ONNX");
    }
};

} // namespace

std::string putOperation(const OnnxOperation& operation)
{
    return std::visit(Putter { operation }, operation.node.operation);
}

std::string putQuantizer(
    OnnxGraph& graph, const ActivationQuantizer& quantizer, const std::string& input, int64_t dimensions)
{
    const QuantizerConstants c = quantizerConstants(quantizer);
    const bool perChannel = c.alpha.numel() > 1;
    std::vector<int64_t> shape;
    if (perChannel) {
        shape.assign(static_cast<size_t>(dimensions), 1);
        shape.at(1) = c.alpha.numel();
    }
    const auto constant = [&](const at::Tensor& value) { return graph.constant(value.reshape(shape)); };
    // The pair counts whole steps of the unit interval, with the threshold outside of it: with alpha / steps as its
    // scale, values near a half would round to other codes than ours, and signed inputs, whose 2^b - 1 steps are
    // symmetric about 0 and leave 0 out, would have no zero point that is a whole number.
    std::string unit = graph.put("Div", { input, constant(c.alpha) });
    unit = graph.put("Clip", { unit, graph.number(quantizer.isSigned ? -1 : 0), graph.number(1) });
    if (quantizer.isSigned)
        unit = graph.put("Mul", { graph.put("Add", { unit, graph.number(1) }), graph.number(0.5) });
    unit = graph.put("Mul", { unit, constant(c.steps) });
    if (c.steps.max().item<float>() <= 255) {
        const std::string zero = graph.constant(at::zeros({}, at::kByte));
        unit = graph.put("QuantizeLinear", { unit, graph.number(1), zero });
        const at::Tensor zeros = at::zeros(perChannel ? c.step.sizes() : at::IntArrayRef {}, at::kByte);
        unit = graph.put("DequantizeLinear",
            { unit, graph.constant(perChannel ? c.step : c.step.reshape({})), graph.constant(zeros) });
        if (perChannel)
            graph.set("axis", int64_t { 1 });
    } else { // more codes than a byte has
        unit = graph.put("Mul", { graph.put("Round", { unit }), constant(c.step) });
    }
    if (quantizer.isSigned)
        unit = graph.put("Sub", { graph.put("Mul", { unit, graph.number(2) }), graph.number(1) });
    return graph.put("Mul", { unit, constant(c.scale) });
}

} // namespace latticeq
