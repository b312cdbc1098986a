// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/graph/model_catalog.h"
#include "core/graph/network.h"

namespace latticeq {

/** The nodes of a residual network with torchvision's parameter names, without parameters yet. */
Network buildResidualNetwork(const ModelInfo& info);

} // namespace latticeq
