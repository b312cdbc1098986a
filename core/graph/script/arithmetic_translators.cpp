// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/script/script_operators.h"

#include <ATen/ATen.h>

namespace latticeq {

namespace {

/** A constant of any shape as it broadcasts to [C, …], where the operator sees it beside `layout`. */
at::Tensor constantFor(const ScriptCall& call, at::Tensor constant, TensorLayout layout, int64_t dimensions)
{
    if (layout == TensorLayout::ChannelsLast) {
        if (constant.dim() > 1)
            call.refuse("its constant is not one number per channel");
        return constant.reshape({ -1, 1, 1 });
    }
    if (layout != TensorLayout::Plain)
        call.refuse("its input is reshaped");
    while (constant.dim() >= dimensions && constant.size(0) == 1)
        constant = constant.squeeze(0);
    if (constant.dim() >= dimensions)
        call.refuse("its constant differs from image to image");
    return constant;
}

/** The module's name of a layer scale, as torchvision's ConvNeXt has them; empty for any other constant. */
std::string scaleName(const ScriptCall& call, const at::Tensor& constant, const at::Tensor& value)
{
    constexpr std::string_view kSuffix = ".layer_scale";
    const auto named = call.trace().names.find(constant.unsafeGetTensorImpl());
    const bool perChannel = value.dim() == 3 && value.size(1) == 1 && value.size(2) == 1;
    if (!perChannel || named == call.trace().names.end() || !named->second.ends_with(kSuffix))
        return {};
    const std::string name = named->second.substr(0, named->second.size() - kSuffix.size());
    return call.trace().network.find(name) ? std::string() : name;
}

/** With a tensor of the module under its own name there, or one of the code under the node's. */
Operation withTensor(
    const ScriptCall& call, const at::Tensor& constant, const at::Tensor& value, ArithmeticKind kind, std::string& name)
{
    const std::string scale = kind == ArithmeticKind::Multiply ? scaleName(call, constant, value) : std::string();
    name = scale.empty() ? call.freeName() : scale;
    if (!scale.empty()) {
        call.setParameter(name, "layer_scale", value);
        return Scale { value.size(0) };
    }
    const auto named = call.trace().names.find(constant.unsafeGetTensorImpl());
    const std::string full = named == call.trace().names.end() ? name + ".constant" : named->second;
    call.setParameter(full, constant);
    return Arithmetic { kind, 0, { full, constant.sizes().vec(), value.sizes().vec() } };
}

void putWithConstant(const ScriptCall& call, const char* images, const at::IValue& constant, ArithmeticKind kind)
{
    TracedTensor traced = call.traced(images);
    std::string name = call.freeName();
    Operation operation = Arithmetic { kind };
    if (constant.isScalar()) {
        operation = Arithmetic { kind, constant.toScalar().toDouble() };
    } else if (constant.toTensor().numel() == 1) {
        operation = Arithmetic { kind, constant.toTensor().item().toDouble() };
    } else {
        const at::Tensor value = constantFor(call, constant.toTensor(), traced.layout, call.tensor(images).dim());
        operation = withTensor(call, constant.toTensor(), value, kind, name);
    }
    traced.node = call.trace().network.add(name, std::move(operation), { traced.node });
    call.show(traced);
}

void putOfTwo(const ScriptCall& call, Operation operation, bool swapped)
{
    const TracedTensor first = call.traced(swapped ? "other" : "self");
    const TracedTensor second = call.traced(swapped ? "self" : "other");
    if (first.layout != second.layout || first.groups != second.groups)
        call.refuse("its inputs are reshaped differently");
    TracedTensor output = first;
    output.node = call.trace().network.add(call.freeName(), std::move(operation), { first.node, second.node });
    call.show(output);
}

/** The larger tensor first: the second may be one number per channel. */
bool isSecondLarger(const ScriptCall& call)
{
    return call.tensor("other").numel() > call.tensor("self").numel();
}

void checkFactor(const ScriptCall& call)
{
    if (call.has("alpha") && call.number("alpha") != 1)
        call.refuse("only an alpha of 1 is known");
}

void combine(const ScriptCall& call, Operation ofTwo, ArithmeticKind right, ArithmeticKind left, bool commutes)
{
    checkFactor(call);
    if (call.isTraced("self") && call.isTraced("other"))
        putOfTwo(call, std::move(ofTwo), commutes && isSecondLarger(call));
    else if (call.isTraced("self"))
        putWithConstant(call, "self", call.value("other"), right);
    else
        putWithConstant(call, "other", call.value("self"), left);
}

void divide(const ScriptCall& call)
{
    if (call.has("rounding_mode") || (call.isTraced("self") && call.isTraced("other")))
        call.refuse("only division by a constant is known");
    combine(call, Add {}, ArithmeticKind::Divide, ArithmeticKind::DivideInto, false);
}

void subtractFrom(const ScriptCall& call)
{
    checkFactor(call);
    if (call.isTraced("self") && call.isTraced("other"))
        putOfTwo(call, Subtract {}, true);
    else if (call.isTraced("self"))
        putWithConstant(call, "self", call.value("other"), ArithmeticKind::SubtractFrom);
    else
        putWithConstant(call, "other", call.value("self"), ArithmeticKind::Subtract);
}

} // namespace

ScriptTranslators arithmeticTranslators()
{
    using Kind = ArithmeticKind;
    return {
        { "add", [](const ScriptCall& call) { combine(call, Add {}, Kind::Add, Kind::Add, true); } },
        { "sub",
            [](const ScriptCall& call) { combine(call, Subtract {}, Kind::Subtract, Kind::SubtractFrom, false); } },
        { "mul", [](const ScriptCall& call) { combine(call, Multiply {}, Kind::Multiply, Kind::Multiply, true); } },
        { "multiply",
            [](const ScriptCall& call) { combine(call, Multiply {}, Kind::Multiply, Kind::Multiply, true); } },
        { "div", divide },
        { "rsub", subtractFrom },
        { "reciprocal",
            [](const ScriptCall& call) { putWithConstant(call, "self", at::IValue(1.0), Kind::DivideInto); } },
        { "neg", [](const ScriptCall& call) { putWithConstant(call, "self", at::IValue(-1.0), Kind::Multiply); } },
    };
}

} // namespace latticeq
