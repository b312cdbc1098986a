// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ATen/core/Tensor.h>
#include <c10/util/ArrayRef.h>

#include <vector>

namespace latticeq {

/**
 * Linearly interpolated quantile of |x| of each channel of an input [N, C, …] of float32 in any layout, whole or in
 * slices along N: [C], on the processor. Exact for any number of values, in memory that does not grow with it: half a megabyte a thread.
 * `quantiles` has one entry from 0 to 1 per channel. An input on a card is sorted there.
 */
at::Tensor channelQuantiles(at::TensorList slices, const std::vector<double>& quantiles);

/** The way of a card, on any device: the same values by sorting a bounded number of them at once. */
at::Tensor sortedChannelQuantiles(at::TensorList slices, const std::vector<double>& quantiles);

} // namespace latticeq
