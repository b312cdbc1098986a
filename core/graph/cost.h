// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/graph/network.h"

namespace latticeq {

/** Multiply-adds of all convolutions and linear layers for one image [C, H, W]; parameters must be loaded. */
int64_t multiplyAddsPerImage(const Network& network, const std::vector<int64_t>& imageShape);

} // namespace latticeq
