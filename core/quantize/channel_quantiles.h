// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ATen/core/Tensor.h>

#include <vector>

namespace latticeq {

/**
 * Linearly interpolated quantile of |x| of each channel of an input [N, C, …] of float32 in any layout: [C], on the
 * processor. Exact for any number of values, in memory that does not grow with it: half a megabyte a thread.
 * `quantiles` has one entry from 0 to 1 per channel. An input on a card is sorted there.
 */
at::Tensor channelQuantiles(const at::Tensor& input, const std::vector<double>& quantiles);

/** The way of a card, on any device: the same values by sorting a bounded number of them at once. */
at::Tensor sortedChannelQuantiles(const at::Tensor& input, const std::vector<double>& quantiles);

} // namespace latticeq
