// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ATen/core/Tensor.h>

#include <vector>

namespace latticeq {

/**
 * Thresholds that clip an input [N, C, …], in slices, where uniform quantization of `bits` bits leaves the smallest
 * squared error: [1] for one number of bits, otherwise [C]. Of 128 thresholds up to the largest |x| the best, judged
 * by histograms of 2,048 classes whose own means stand for their values. 0 where |x| is 0 throughout or bits are 0.
 */
at::Tensor leastSquaresAlphas(at::TensorList slices, const std::vector<int>& bits, bool isSigned);

} // namespace latticeq
