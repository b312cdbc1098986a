// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace latticeq {

/** What a network loses where one layer has so many bits and all others stay at full precision. */
struct BitsOption
{
    int bits = 0; // of a coordinate
    int64_t bytes = 0; // of the layer's coordinates in the packed checkpoint; bases and scales do not depend on it
    double outputMse = 0; // mean squared difference of the layer's output
    double divergence = 0; // Kullback-Leibler from the full-precision class probabilities, nats per image
    std::optional<double> top1; // percent of the images that are put into their class; nothing without their classes
    double kept = 0; // percent of the images that stay in the class that full precision puts them into
    bool measured = false; // otherwise derived: errors fall to a quarter with each bit
};

/** How a network's output suffers from one layer, by bits. */
struct LayerSensitivity
{
    int index = 0; // of the layer, in the network's order
    std::string layer;
    std::vector<BitsOption> options; // by rising bits
};

/** What is known of a layer at so many bits, if anything. */
std::optional<BitsOption> optionOf(const LayerSensitivity& sensitivity, int bits);

} // namespace latticeq
