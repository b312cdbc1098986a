// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ATen/core/Tensor.h>

namespace latticeq {

/**
 * Integer coordinates [O, m, n] of vectors [O, m, n] by Babai's nearest plane (design item 4): basis [K, n, n] with
 * K = O or 1, `bits` [O] of a coordinate. On any device.
 */
at::Tensor nearestPlane(const at::Tensor& vectors, const at::Tensor& basis, const at::Tensor& bits);

/** The lattice points [O, m, n] of coordinates [O, m, n] under a basis [K, n, n]. */
at::Tensor latticePoints(const at::Tensor& coordinates, const at::Tensor& basis);

/** Sum over each channel of |V - Q|³ (design item 6): [O] from two tensors of equal shape [O, …]. */
at::Tensor cubicError(const at::Tensor& weights, const at::Tensor& quantized);

} // namespace latticeq
