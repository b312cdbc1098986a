// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ATen/core/Tensor.h>

namespace latticeq {

/** Thresholds and bits of one layer's input, set once by calibration (design item 11). */
struct ActivationQuantizer
{
    at::Tensor alpha; // [1], or [C] per channel
    at::Tensor bits; // int64, [1] or [C]; 0 bits make a channel 0
    bool isSigned = false; // on [-alpha, alpha] instead of [0, alpha]
};

/**
 * Uniform quantization of an input [N, C, …] with 2^bits - 1 steps; values beyond alpha are clipped. One threshold
 * on the processor takes the fused kernel, everything else a tensor version; both give the same bits.
 */
at::Tensor quantizeActivation(const ActivationQuantizer& quantizer, const at::Tensor& input);

/** The tensor version as the design writes it, on any device. */
at::Tensor quantizeActivationReference(const ActivationQuantizer& quantizer, const at::Tensor& input);

} // namespace latticeq
