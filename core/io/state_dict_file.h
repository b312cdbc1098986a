// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/graph/state_dict.h"

#include <filesystem>

namespace latticeq {

/**
 * Reads a state dictionary by its suffix: .safetensors, otherwise a PyTorch checkpoint or a TorchScript module's
 * parameters; names as withPlainNames() gives them. Throws std::invalid_argument with the file and the reason.
 */
StateDict readStateDict(const std::filesystem::path& path);

} // namespace latticeq
