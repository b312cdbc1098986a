// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/graph/network.h"

#include <string>
#include <vector>

namespace latticeq {

/** A module as a network with its parameters, under the module's own names where they are a layer's usual ones. */
struct ImportedNetwork
{
    Network network;
    int64_t classes = 0; // that the logits tell apart
    std::string unknown; // the operator for which the module stays as it is, with its place; empty: none
    std::vector<std::string> remarks; // one sentence each
};

/**
 * A TorchScript archive, scripted or traced, as a network: it is interpreted once on images of `imageShape` [C, H, W],
 * and what they run through becomes nodes. Where an operator cannot become one, the network is the module itself with
 * its convolutions and linear layers as nodes for their weights. Throws std::invalid_argument, naming `source`, where
 * the archive holds no module that turns one batch of images into logits, or where the network does not give the
 * module's logits.
 */
ImportedNetwork importScript(
    const std::string& archive, const std::string& source, const std::vector<int64_t>& imageShape);

/** The channels that a module's first convolution expects; 3 where it has none. Throws as importScript(). */
int64_t scriptInputChannels(const std::string& archive, const std::string& source);

/** A module's parameters and buffers by name. Throws as importScript(). */
StateDict scriptTensors(const std::string& archive, const std::string& source);

} // namespace latticeq
