// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/graph/model_catalog.h"
#include "core/graph/network.h"

namespace latticeq {

/** The nodes of a built-in network of any family, with torchvision's parameter names, without parameters yet. */
Network buildNetwork(const ModelInfo& info);

} // namespace latticeq
