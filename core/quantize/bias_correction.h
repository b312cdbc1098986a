// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ATen/core/Tensor.h>

namespace latticeq {

/** What bias correction does to each output channel: Q becomes scale·Q + shift, both [O]. */
struct ChannelCorrection
{
    at::Tensor scale;
    at::Tensor shift;
};

/**
 * The correction of Banner et al. per output channel (design item 9): scale η = ‖W - mean(W)‖ / (‖Q - mean(Q)‖ +
 * 1e-6), shift η·(mean(W) - mean(Q)). η = 1 where Q is constant in a channel. Shapes [O, …], any device.
 */
ChannelCorrection channelCorrection(const at::Tensor& weight, const at::Tensor& quantized);

/** scale·Q + shift for Q [O, …]. */
at::Tensor corrected(const at::Tensor& quantized, const ChannelCorrection& correction);

} // namespace latticeq
