// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quantize/bias_correction.h"

#include <ATen/ATen.h>

namespace latticeq {

namespace {

at::Tensor centredNorm(const at::Tensor& rows)
{
    return (rows - rows.mean(1, true)).norm(2, { 1 });
}

} // namespace

ChannelCorrection channelCorrection(const at::Tensor& weight, const at::Tensor& quantized)
{
    // The order of operations is the published code's: an activation on the edge of a step shows every bit of it.
    const at::Tensor w = weight.flatten(1);
    const at::Tensor q = quantized.flatten(1);
    const at::Tensor eta = centredNorm(w) * (1 / (centredNorm(q) + 1e-6));
    const at::Tensor isConstant = q.amax(1) == q.amin(1);
    return { at::where(isConstant, at::ones_like(eta), eta), (w - q).mean(1) };
}

at::Tensor corrected(const at::Tensor& quantized, const ChannelCorrection& correction)
{
    std::vector<int64_t> perChannel(static_cast<size_t>(quantized.dim()), 1);
    perChannel[0] = quantized.size(0);
    return correction.gain.reshape(perChannel) * (quantized + correction.offset.reshape(perChannel));
}

} // namespace latticeq
