// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/script/script_operators.h"

#include <limits>

namespace latticeq {

namespace {

/** A function of every single value: keeps whatever layout its input has. */
void putPointwise(const ScriptCall& call, Operation operation)
{
    const TracedTensor input = call.traced("self");
    const std::string name = call.freeName();
    TracedTensor output = input;
    output.node = call.trace().network.add(name, std::move(operation), { input.node });
    call.show(output);
}

template <typename Simple> void pointwise(const ScriptCall& call)
{
    putPointwise(call, Simple {});
}

void clamp(const ScriptCall& call, const char* low, const char* high)
{
    constexpr double kNone = std::numeric_limits<double>::infinity();
    const auto limit = [&](const char* name, double none) {
        if (call.has(name) && !call.value(name).isScalar())
            call.refuse("its limits are tensors");
        return call.has(name) ? call.number(name) : none;
    };
    const Clamp limits { limit(low, -kNone), limit(high, kNone) };
    if (limits.low == 0 && limits.high == 6)
        putPointwise(call, Relu6 {});
    else if (limits.low == 0 && limits.high == kNone)
        putPointwise(call, Relu {});
    else
        putPointwise(call, limits);
}

void gelu(const ScriptCall& call)
{
    if (call.has("approximate") && call.value("approximate").toStringRef() != "none")
        call.refuse("only the exact form is known");
    putPointwise(call, Gelu {});
}

void elu(const ScriptCall& call)
{
    if (call.number("scale") != 1 || call.number("input_scale") != 1)
        call.refuse("only a scale of 1 is known");
    putPointwise(call, Elu { call.number("alpha") });
}

void softmax(const ScriptCall& call, bool logarithm)
{
    const int64_t dimensions = call.tensor("self").dim();
    const int64_t dimension = call.integer("dim");
    if (call.traced("self").layout != TensorLayout::Plain || (dimension < 0 ? dimension + dimensions : dimension) != 1)
        call.refuse("it does not run over the channels");
    putPointwise(call, Softmax { logarithm });
}

} // namespace

ScriptTranslators activationTranslators()
{
    return {
        { "relu", pointwise<Relu> },
        { "relu6", pointwise<Relu6> },
        { "hardswish", pointwise<HardSwish> },
        { "hardsigmoid", pointwise<HardSigmoid> },
        { "sigmoid", pointwise<Sigmoid> },
        { "silu", pointwise<Silu> },
        { "tanh", pointwise<Tanh> },
        { "round", pointwise<Round> },
        { "abs", pointwise<Absolute> },
        { "gelu", gelu },
        { "elu", elu },
        { "leaky_relu",
            [](const ScriptCall& call) { putPointwise(call, LeakyRelu { call.number("negative_slope") }); } },
        { "hardtanh", [](const ScriptCall& call) { clamp(call, "min_val", "max_val"); } },
        { "clamp", [](const ScriptCall& call) { clamp(call, "min", "max"); } },
        { "clamp_min", [](const ScriptCall& call) { clamp(call, "min", "max"); } },
        { "clamp_max", [](const ScriptCall& call) { clamp(call, "min", "max"); } },
        { "softmax", [](const ScriptCall& call) { softmax(call, false); } },
        { "log_softmax", [](const ScriptCall& call) { softmax(call, true); } },
    };
}

} // namespace latticeq
