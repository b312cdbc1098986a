// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lattice/lattice_picture.h"

#include <span>

namespace latticeq {

/**
 * Histograms of weights before and after quantization in `bins` equal bins (at least one) about 0, and of the errors
 * in bins of their own.
 */
WeightDistribution weightDistribution(
    const std::string& layer, std::span<const float> before, std::span<const float> after, int bins);

} // namespace latticeq
