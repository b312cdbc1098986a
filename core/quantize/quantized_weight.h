// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ATen/core/Tensor.h>

namespace latticeq {

/**
 * A layer's weight as lattice points: gain_o · (unit · (c · U) + offset_o) with whole coordinates c, a basis U and the
 * layer's largest weight as unit. With quantized bases U = 2·code/(2^basisBits - 1) - 1 and the gain holds the basis'
 * T, one for each basis or for all of them; otherwise U is a float32 basis. Bias correction's η is in the gain, its
 * mean in the offset.
 */
struct QuantizedWeight
{
    std::vector<int64_t> shape; // of the weight
    at::Tensor bits; // int64 [O], of a coordinate
    at::Tensor coordinates; // int32 [O, m, n]
    int basisBits = 0; // 0: not quantized
    at::Tensor basisCodes; // int32 [K, n, n], K = O or 1; only with quantized bases
    at::Tensor basis; // float32 [K, n, n]; only without
    at::Tensor unit; // float32 [1]
    at::Tensor gain; // float32 [O] or [1]
    at::Tensor offset; // float32 [O]; undefined without bias correction

    int64_t n() const { return coordinates.size(2); }
    bool perLayer() const { return (basisBits > 0 ? basisCodes : basis).size(0) == 1 && shape[0] != 1; }

    /** Bits of everything that the packed checkpoint stores of this weight. */
    int64_t packedBits() const;
};

/** Whether quantized bases have one T for all channels. */
bool hasSharedScales(const QuantizedWeight& weight);

/** The weight in its own shape, float32; the same bits for the same stored values. */
at::Tensor dequantize(const QuantizedWeight& weight);

/** Whether all channels have the same number of bits, which then is stored once. */
bool hasUniformBits(const QuantizedWeight& weight);

} // namespace latticeq
