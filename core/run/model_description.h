// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/quantize/layer_plan.h"

namespace latticeq {

/** A network as far as estimates and tables need it. Plain values. */
struct ModelDescription
{
    std::string name; // the built-in name
    std::string title;
    std::vector<LayerShape> layers; // convolutions and linear layers in the network's order
    std::vector<std::string> tensors; // names of all parameters
    int64_t parameterBytes = 0; // of all parameters at full precision
    int64_t multiplyAdds = 0; // of one image
    int inputs = 0; // activations that are quantized where activations are
};

} // namespace latticeq
