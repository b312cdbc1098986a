// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/quantize/activation_quantizer.h"

namespace latticeq {

/** What an exported graph computes a quantization with: round(clamp(x / alpha) · steps) · step · scale, all [1] or [C].
 */
struct QuantizerConstants
{
    at::Tensor alpha;
    at::Tensor steps; // of the unit interval
    at::Tensor step; // 1 / steps
    at::Tensor scale; // alpha; 0, as step, in channels without bits
};

QuantizerConstants quantizerConstants(const ActivationQuantizer& quantizer);

} // namespace latticeq
