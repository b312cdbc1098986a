// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

namespace latticeq {

/**
 * The group dimension n of a layer (design item 2): 3 for 3×3 kernels, `aggregation` for 1×1 convolutions and linear
 * layers; for other kernels the largest of 4, 3, 2 that divides the kernel's size, else of 3, 2 that divides the
 * weights per channel, else 1. Where that does not divide the weights per channel, the largest smaller n that does.
 * `shape` is the weight's: [O, I, kh, kw] or [O, I].
 */
int groupDimension(const std::vector<int64_t>& shape, int aggregation);

/** The n that the rule names before it is made to divide the weights per channel. */
int wantedGroupDimension(const std::vector<int64_t>& shape, int aggregation);

/** Weights of one output channel: the product of all sizes but the first. */
int64_t weightsPerChannel(const std::vector<int64_t>& shape);

} // namespace latticeq
