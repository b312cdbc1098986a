// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/graph/model_catalog.h"
#include "core/graph/network.h"

namespace latticeq {

/** An architecture that no table holds, taken from a TorchScript module. */
struct ImportedModel
{
    ModelInfo info;
    Network network; // without parameters
};

} // namespace latticeq
