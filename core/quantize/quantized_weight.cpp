// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quantize/quantized_weight.h"

#include <ATen/ATen.h>

namespace latticeq {

namespace {

constexpr int64_t kFloatBits = 32;
constexpr int64_t kBitCountBits = 8; // one byte says how many bits a channel has, where they differ

} // namespace

bool hasUniformBits(const QuantizedWeight& weight)
{
    return weight.bits.min().item<int64_t>() == weight.bits.max().item<int64_t>();
}

bool hasSharedScales(const QuantizedWeight& weight)
{
    return weight.basisBits > 0 && weight.basisCodes.size(0) > 1 && weight.gain.numel() == 1;
}

int64_t QuantizedWeight::packedBits() const
{
    const int64_t perChannel = coordinates.size(1) * coordinates.size(2);
    int64_t sum = bits.sum().item<int64_t>() * perChannel;
    sum += basisBits > 0 ? basisCodes.numel() * basisBits : basis.numel() * kFloatBits;
    sum += (unit.numel() + gain.numel() + (offset.defined() ? offset.numel() : 0)) * kFloatBits;
    return hasUniformBits(*this) ? sum : sum + bits.numel() * kBitCountBits;
}

at::Tensor dequantize(const QuantizedWeight& weight)
{
    const double last = static_cast<double>((int64_t(1) << weight.basisBits) - 1);
    const at::Tensor basis = weight.basisBits > 0 ? 2 * weight.basisCodes.to(at::kFloat) / last - 1 : weight.basis;
    at::Tensor points = at::matmul(weight.coordinates.to(at::kFloat), basis) * weight.unit;
    if (weight.offset.defined())
        points = points + weight.offset.reshape({ -1, 1, 1 });
    return (weight.gain.reshape({ -1, 1, 1 }) * points).reshape(weight.shape);
}

} // namespace latticeq
