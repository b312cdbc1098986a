// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/graph/network_builder.h"

namespace latticeq {

/** Batch normalisation's epsilon in GoogLeNet and Inception. */
inline constexpr double kInceptionEpsilon = 0.001;

/** torchvision's BasicConv2d: `name.conv`, `name.bn` and a rectifier. Returns where it ends. */
Place addBasicConvolution(NetworkBuilder& builder, const std::string& name, int64_t outputs, const Convolution& form);

/** A convolution that keeps to the inside of the image. */
Convolution unpadded(int64_t kernel, int64_t stride = 1);

} // namespace latticeq
