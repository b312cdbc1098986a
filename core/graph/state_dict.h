// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ATen/core/Tensor.h>
#include <torch/ordered_dict.h>

#include <string>

namespace latticeq {

/** Named tensors in the order of their file. */
using StateDict = torch::OrderedDict<std::string, at::Tensor>;

/** "10 × 512", or "a single number" for no dimensions. */
std::string shapeText(at::IntArrayRef shape);

} // namespace latticeq
