// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/graph/network.h"
#include "tests/support/sample_files.h"

#include <ATen/ATen.h>

#include <limits>

namespace latticeq::test {

inline void fillRandomly(Network& network)
{
    StateDict parameters;
    uint64_t seed = 1;
    for (const ParameterSpec& spec : network.parameterSpecs()) {
        if (spec.shape.empty())
            continue;
        const at::Tensor values = randomTensor(spec.shape, seed++);
        parameters.insert(spec.name, spec.name.ends_with("running_var") ? values.abs() : values);
    }
    network.loadParameters(parameters, "test");
}

/** A network of every operation that computes, on images of 4 channels, with random parameters. */
inline Network everyOperation()
{
    Network n("all");
    Convolution c { 4, 4, { 3, 3 } };
    c.padding = { 1, 1 };
    c.groups = 2;
    NodeId x = n.add("conv", c, { 0 });
    const auto then = [&](const char* name, Operation operation) { x = n.add(name, std::move(operation), { x }); };
    then("bn", BatchNorm { 4, 1e-3, 0.2 });
    then("ln", LayerNorm { 4, 1e-4 });
    then("gn", GroupNorm { 4, 2, 1e-4 });
    then("scale", Scale { 4 });
    then("tanh", Tanh {});
    then("leaky", LeakyRelu { 0.2 });
    then("elu", Elu { 0.5 });
    then("clamp", Clamp { -std::numeric_limits<double>::infinity(), 0.7 });
    then("round", Round {});
    then("abs", Absolute {});
    then("times", Arithmetic { ArithmeticKind::Multiply, 0.3 });
    then("minus", Arithmetic { ArithmeticKind::SubtractFrom, 0, { "shift", { 1, 4, 1, 1 }, { 4, 1, 1 } } });
    then("pad", Pad { { 1, 0 }, { 0, 2 }, 0.5 });
    then("max", MaxPool { { 2, 2 }, { 1, 1 } });
    then("mean", AveragePool { { 2, 2 }, { 1, 1 }, { 1, 1 }, false, false });
    const NodeId first = n.add("first", SliceChannels { 0, 2 }, { x });
    const NodeId second = n.add("second", SliceChannels { 2, 2 }, { x });
    const NodeId difference = n.add("difference", Subtract {}, { first, second });
    x = n.add("joined", Concatenate {}, { difference, second });
    then("shuffled", ShuffleChannels { 2 });
    const NodeId largest = n.add("largest", AdaptiveMaxPool {}, { x });
    const NodeId vector = n.add("vector", Flatten {}, { largest });
    const NodeId gate = n.add("gate", Unflatten {}, { n.add("sigmoid", Sigmoid {}, { vector }) });
    x = n.add("gated", Multiply {}, { x, gate });
    then("pool", AdaptiveAveragePool {});
    then("flat", Flatten {});
    then("fc", Linear { 4, 3, false });
    then("softmax", Softmax { true });
    n.accept({ { "aux.weight", { 2 } } });
    fillRandomly(n);
    return n;
}

} // namespace latticeq::test
