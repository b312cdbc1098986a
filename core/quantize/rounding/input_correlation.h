// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/graph/network.h"

#include <functional>
#include <optional>
#include <vector>

namespace latticeq {

/** No larger correlation is gathered whole; a first linear layer of vgg's 25,088 features would take 2.5 GB. */
inline constexpr int64_t kLargestCorrelationBytes = int64_t(256) << 20;

/**
 * Correlation X·Xᵀ of a layer's input per position, for each of its groups of channels: squares along the diagonal of
 * a matrix over the weights of an output channel, one square where it fits the memory limit.
 */
struct InputCorrelation
{
    at::Tensor squares; // float32 [groups, blocks, columns, columns], on the input's device
    int64_t groups() const { return squares.size(0); }
    int64_t blocks() const { return squares.size(1); }
    int64_t columns() const { return squares.size(2); }
};

/** Squares on the diagonal that keep a correlation of `weights` columns in groups of n within `bytes`. */
int64_t correlationBlocks(int64_t groups, int64_t weights, int64_t n, int64_t bytes);

/**
 * Gathers a convolution's or linear layer's correlation from its input [N, C, …], in slices. `n` is the layer's group
 * dimension: no block divides a vector of n weights. Nothing once `proceed`, asked several times a second, says false.
 */
std::optional<InputCorrelation> correlate(const Node& node, const at::Tensor& weight,
    const std::vector<at::Tensor>& slices, int64_t n, const std::function<bool()>& proceed,
    int64_t mostBytes = kLargestCorrelationBytes);

} // namespace latticeq
