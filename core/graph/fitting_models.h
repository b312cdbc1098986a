// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/graph/state_dict.h"

#include <string>
#include <vector>

namespace latticeq {

/** The names of the built-in architectures that take these parameters, in the catalogue's order. */
std::vector<std::string> fittingModels(const StateDict& parameters);

} // namespace latticeq
