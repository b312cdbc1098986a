// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <memory>
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

/**
 * Of the features in dimension 1, at every position where there are more: [N, inputs] or [N, inputs, H, W].
 * Parameters `weight` [outputs, inputs] and, with `bias`, `bias` [outputs].
 */
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

/** Normalises every position over its channels, dimension 1. Parameters `weight`, `bias` [channels]. */
struct LayerNorm
{
    int64_t channels = 0;
    double epsilon = 1e-5;
};

/** Normalises groups of channels over their positions. Parameters `weight`, `bias` [channels]. */
struct GroupNorm
{
    int64_t channels = 0;
    int64_t groups = 1;
    double epsilon = 1e-5;
};

/** Multiplies every channel by a number of its own: parameter `layer_scale` [channels, 1, 1]. */
struct Scale
{
    int64_t channels = 0;
};

struct Relu
{
};

struct Relu6
{
};

struct HardSwish
{
};

struct HardSigmoid
{
};

struct Sigmoid
{
};

struct Silu
{
};

/** The exact one, by the error function. */
struct Gelu
{
};

struct Tanh
{
};

/** Multiplies what is below 0 by `slope`. */
struct LeakyRelu
{
    double slope = 0.01;
};

/** alpha · (exp(x) - 1) below 0. */
struct Elu
{
    double alpha = 1;
};

struct Clamp
{
    double low = 0;
    double high = 1;
};

/** To the nearest whole number, half to even. */
struct Round
{
};

struct Absolute
{
};

/** Over the channels; with `logarithm` its logarithm. */
struct Softmax
{
    bool logarithm = false;
};

/** The From and Into forms have the constant on the left: constant - x, constant / x. */
enum class ArithmeticKind { Add, Subtract, SubtractFrom, Multiply, Divide, DivideInto };

/** A parameter under its own full name, which need not begin with the node's. */
struct NamedConstant
{
    std::string name;
    std::vector<int64_t> shape; // in the state dictionary
    std::vector<int64_t> broadcast; // as it meets [C, …]
};

/** With a number, or with a constant where that has a name. */
struct Arithmetic
{
    ArithmeticKind kind = ArithmeticKind::Add;
    double number = 0;
    NamedConstant constant = {};
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

struct AveragePool
{
    Pair kernel = { 2, 2 };
    Pair stride = { 2, 2 };
    Pair padding = { 0, 0 };
    bool ceilMode = false;
    bool countPadding = true; // zeros of the padding count in the mean
};

/** The largest values of a grid of cells. */
struct AdaptiveMaxPool
{
    Pair outputSize = { 1, 1 };
};

/** Constants around every channel. */
struct Pad
{
    Pair before = { 0, 0 }; // rows above, columns left
    Pair after = { 0, 0 };
    double value = 0;
};

struct Add
{
};

/** The second of two inputs from the first. */
struct Subtract
{
};

/** Of two inputs; the second may be one number per channel, [N, channels, 1, 1]. */
struct Multiply
{
};

/** Of any number of inputs, along their channels. */
struct Concatenate
{
};

/** `count` channels from `first` on. */
struct SliceChannels
{
    int64_t first = 0;
    int64_t count = 0;
};

/** Deals the channels of `groups` equal groups out in turn. */
struct ShuffleChannels
{
    int64_t groups = 2;
};

struct Flatten
{
    int64_t firstDimension = 1;
};

/** [N, C] as [N, C, 1, 1]. */
struct Unflatten
{
};

class ScriptProgram;

/** A TorchScript module as it is, which reads the weights of the network's other nodes. */
struct Script
{
    std::shared_ptr<const ScriptProgram> program;
};

using Operation = std::variant<InputImages, Convolution, Linear, BatchNorm, LayerNorm, GroupNorm, Scale, Relu, Relu6,
    HardSwish, HardSigmoid, Sigmoid, Silu, Gelu, Tanh, LeakyRelu, Elu, Clamp, Round, Absolute, Softmax, Arithmetic,
    MaxPool, AveragePool, AdaptiveAveragePool, AdaptiveMaxPool, Pad, Add, Subtract, Multiply, Concatenate,
    SliceChannels, ShuffleChannels, Flatten, Unflatten, Script>;

/** One step of a network. Its parameters are named `<name>.<parameter>`, as in the architecture's state dictionary. */
struct Node
{
    std::string name; // unique in the network
    Operation operation;
    std::vector<NodeId> inputs; // earlier nodes; none where a Script node computes with the weight
    std::string block; // the residual block it belongs to; empty outside of blocks
};

/** Whether a node has a weight that the method quantizes. */
inline bool hasQuantizedWeight(const Node& node)
{
    return std::holds_alternative<Convolution>(node.operation) || std::holds_alternative<Linear>(node.operation);
}

inline bool isPooling(const Node& node)
{
    return std::holds_alternative<MaxPool>(node.operation) || std::holds_alternative<AveragePool>(node.operation)
        || std::holds_alternative<AdaptiveAveragePool>(node.operation)
        || std::holds_alternative<AdaptiveMaxPool>(node.operation);
}

} // namespace latticeq
