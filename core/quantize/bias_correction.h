// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ATen/core/Tensor.h>

namespace latticeq {

/** What bias correction does to each output channel: Q becomes gain·(Q + offset), both [O]. */
struct ChannelCorrection
{
    at::Tensor gain;
    at::Tensor offset;
};

/**
 * The correction of Banner et al. per output channel (design item 9): gain η = ‖W - mean(W)‖ / (‖Q - mean(Q)‖ +
 * 1e-6), offset mean(W - Q). η = 1 where Q is constant in a channel. Shapes [O, …], any device.
 */
ChannelCorrection channelCorrection(const at::Tensor& weight, const at::Tensor& quantized);

/** gain·(Q + offset) for Q [O, …]. */
at::Tensor corrected(const at::Tensor& quantized, const ChannelCorrection& correction);

} // namespace latticeq
