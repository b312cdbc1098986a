// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/graph/model_catalog.h"
#include "core/graph/network.h"

#include <filesystem>

namespace latticeq {

/** The checkpoint of a built-in model: `weights` if given, the bundled one, or torchvision's in $TORCH_HOME. */
std::filesystem::path weightsPath(const ModelInfo& info, const std::string& weights);

/**
 * A built-in network with the parameters of its checkpoint. Throws std::invalid_argument that names the file and
 * what does not fit.
 */
Network loadNetwork(const ModelInfo& info, const std::string& weights);

} // namespace latticeq
