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

/**
 * The same tensors without `module.` and `_orig_mod.` before their names, as data-parallel training and torch.compile()
 * leave them. Throws std::invalid_argument with `source` where two names become one.
 */
StateDict withPlainNames(const StateDict& tensors, const std::string& source);

} // namespace latticeq
