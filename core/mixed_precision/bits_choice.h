// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mixed_precision/layer_sensitivity.h"

#include <map>

namespace latticeq {

/** Bits for every layer of a network that are worth their bytes: no others of that size promise less divergence. */
struct TradeOffPoint
{
    int64_t bytes = 0; // of the packed checkpoint
    double meanBits = 0; // of the coordinates of these layers
    double divergence = 0; // summed over the layers, nats per image
    std::optional<double> top1; // percent, of the whole network with these bits; only where it was tried
    std::map<std::string, int> layerBits;
};

/** Why a layer has the bits it has. */
struct BitsChoice
{
    std::vector<LayerSensitivity> sensitivities;
    std::vector<TradeOffPoint> curve; // by rising bytes
    TradeOffPoint chosen;
};

} // namespace latticeq
