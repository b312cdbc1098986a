// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/quantize/quantized_weight.h"

namespace latticeq {

/**
 * The bases [K, n, n] that a stored weight was searched with, for normalised weights. With bias correction a file holds
 * only the product of a quantized basis' T and the correction's η, so T is worked out from the full-precision
 * `weight`: from the means where they tell it, else by least squares.
 */
at::Tensor searchedBases(const QuantizedWeight& stored, const at::Tensor& weight);

} // namespace latticeq
