// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/graph/network.h"

#include <functional>

namespace latticeq {

/** Taps on a forward pass. An empty function is not called. */
struct ForwardTaps
{
    /** Sees input `index` of a node before it is computed and returns what the node reads instead. */
    std::function<at::Tensor(NodeId node, size_t index, const at::Tensor& input)> onInput;
    /** Sees a node's output. A tensor that it keeps is not changed later. */
    std::function<void(NodeId node, const at::Tensor& output)> onOutput;
};

/** How batch normalisation computes: from its running statistics, or from the batch, which it then follows. */
enum class BatchNormMode { Evaluation, Training };

/**
 * Computes a network on normalised images [N, C, H, W] and returns its output, on the device of images and
 * parameters. With BatchNormMode::Training the network's running statistics move as in PyTorch.
 */
at::Tensor forward(const Network& network, const at::Tensor& images, const ForwardTaps& taps = {},
    BatchNormMode batchNorm = BatchNormMode::Evaluation);

/** Sees input `index` of a node, all slices of a batch in their order, and may put others in their place. */
using SliceTap = std::function<void(NodeId node, size_t index, std::vector<at::Tensor>& slices)>;

/**
 * forward() of a batch that is cut into slices, one node after the other for all of them: a tap sees the whole batch,
 * and beside the values that are still to be read there is one slice of what is being computed. A tap may change the
 * parameters of its node. Ends with nothing once `proceed`, if there is one, says false; that is asked before every
 * slice of every node.
 */
std::vector<at::Tensor> forwardSlices(const Network& network, std::vector<at::Tensor> slices, const SliceTap& onInput,
    BatchNormMode batchNorm = BatchNormMode::Evaluation, const std::function<bool()>& proceed = {});

/** A convolution's or linear layer's output for an input and a weight, without the bias. */
at::Tensor applyWeight(const Node& node, const at::Tensor& input, const at::Tensor& weight);

} // namespace latticeq
