// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace latticeq {

using NodeId = size_t;
using Pair = std::array<int64_t, 2>; // height, width

/** The images; every network has exactly one. */
struct InputImages
{
};

/** Parameters `weight` [outputs, inputs / groups, kernel…] and, with `bias`, `bias` [outputs]. */
struct Convolution
{
    int64_t inputs = 0; // channels
    int64_t outputs = 0;
    Pair kernel = { 1, 1 };
    Pair stride = { 1, 1 };
    Pair padding = { 0, 0 };
    Pair dilation = { 1, 1 };
    int64_t groups = 1;
    bool bias = false;
};

/** Parameters `weight` [outputs, inputs] and, with `bias`, `bias` [outputs]. */
struct Linear
{
    int64_t inputs = 0; // features
    int64_t outputs = 0;
    bool bias = true;
};

/** Parameters `weight`, `bias`; buffers `running_mean`, `running_var` [channels], `num_batches_tracked` []. */
struct BatchNorm
{
    int64_t channels = 0;
    double epsilon = 1e-5;
    double momentum = 0.1;
};

struct Relu
{
};

struct MaxPool
{
    Pair kernel = { 2, 2 };
    Pair stride = { 2, 2 };
    Pair padding = { 0, 0 };
    Pair dilation = { 1, 1 };
    bool ceilMode = false;
};

struct AdaptiveAveragePool
{
    Pair outputSize = { 1, 1 };
};

struct Add
{
};

struct Flatten
{
    int64_t firstDimension = 1;
};

using Operation
    = std::variant<InputImages, Convolution, Linear, BatchNorm, Relu, MaxPool, AdaptiveAveragePool, Add, Flatten>;

/** One step of a network. Its parameters are named `<name>.<parameter>`, as in the architecture's state dictionary. */
struct Node
{
    std::string name; // unique in the network
    Operation operation;
    std::vector<NodeId> inputs; // earlier nodes
    std::string block; // the residual block it belongs to; empty outside of blocks
};

/** Whether a node has a weight that the method quantizes. */
inline bool hasQuantizedWeight(const Node& node)
{
    return std::holds_alternative<Convolution>(node.operation) || std::holds_alternative<Linear>(node.operation);
}

inline bool isPooling(const Node& node)
{
    return std::holds_alternative<MaxPool>(node.operation)
        || std::holds_alternative<AdaptiveAveragePool>(node.operation);
}

} // namespace latticeq
