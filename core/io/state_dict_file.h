// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/graph/state_dict.h"

#include <filesystem>

namespace latticeq {

/** Reads a state dictionary by its suffix: .safetensors, otherwise a PyTorch checkpoint. */
StateDict readStateDict(const std::filesystem::path& path);

} // namespace latticeq
