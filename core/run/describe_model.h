// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/model_description.h"

namespace latticeq {

class Network;
struct ModelInfo;

/** The weights of a network's convolutions and linear layers, in its order. */
std::vector<LayerShape> layerShapes(const Network& network);

/** A network with its parameters as far as estimates and tables need it. */
ModelDescription describeNetwork(const Network& network, const ModelInfo& info);

/** The settings' network with its checkpoint, which is read and checked. Throws std::invalid_argument as that does. */
ModelDescription describeModel(const RunSettings& settings);

} // namespace latticeq
