// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ATen/core/Tensor.h>

namespace latticeq {

/**
 * A layer's weight as lattice points. Channel o's weight is scale_o · (c · U) + shift_o with whole coordinates c and a
 * basis U: with quantized bases U = 2·code/(2^basisBits - 1) - 1 and the scale holds the basis' T, the layer's
 * largest weight and bias correction's η; otherwise U is a float32 basis.
 */
struct QuantizedWeight
{
    std::vector<int64_t> shape; // of the weight
    at::Tensor bits; // int64 [O], of a coordinate
    at::Tensor coordinates; // int32 [O, m, n]
    int basisBits = 0; // 0: not quantized
    at::Tensor basisCodes; // int32 [K, n, n], K = O or 1; only with quantized bases
    at::Tensor basis; // float32 [K, n, n]; only without
    at::Tensor scale; // float32 [O] or [1]
    at::Tensor shift; // float32 [O]; undefined without bias correction

    int64_t n() const { return coordinates.size(2); }
    bool perLayer() const { return (basisBits > 0 ? basisCodes : basis).size(0) == 1 && shape[0] != 1; }

    /** Bits of everything that the packed checkpoint stores of this weight. */
    int64_t packedBits() const;
};

/** The weight in its own shape, float32; the same bits for the same stored values. */
at::Tensor dequantize(const QuantizedWeight& weight);

/** Whether all channels have the same number of bits, which then is stored once. */
bool hasUniformBits(const QuantizedWeight& weight);

} // namespace latticeq
