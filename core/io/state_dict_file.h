// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/graph/state_dict.h"

#include <filesystem>

namespace latticeq {

/**
 * Reads a state dictionary by its suffix: .safetensors, otherwise a PyTorch checkpoint. A `module.` before the names,
 * as data-parallel training leaves it, is taken away.
 */
StateDict readStateDict(const std::filesystem::path& path);

} // namespace latticeq
