// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ATen/core/Tensor.h>

namespace latticeq {

/**
 * Tensor operations on batches of bases [K, n, n] with rows as basis vectors, K = 1 (per layer) or the channels.
 * They work on any device and are the reference that the fused kernels are tested against.
 */

/** Gram-Schmidt orthogonalisation of the rows, not normalised (Babai's b*, design item 4). */
at::Tensor gramSchmidt(const at::Tensor& basis);

/** Basis quantization to `bits` bits with T of each basis (design item 5). */
at::Tensor quantizeBasis(const at::Tensor& basis, int bits);

/** True [K] where a basis may be used: every <b*_i, b*_i> is above 0 and has a finite reciprocal. */
at::Tensor isUsableBasis(const at::Tensor& orthogonal);

/** Condition numbers [K] of bases: the largest singular value by the smallest; infinity for dependent rows. */
at::Tensor conditionNumbers(const at::Tensor& basis);

} // namespace latticeq
