// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/graph/state_dict.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace latticeq {

/**
 * Reads a PyTorch state dictionary in the zip layout (PyTorch 1.6 and later) or the older one, also one wrapped as
 * pickledTensors() says. Runs no code and checks every checksum there is. Throws std::invalid_argument with the file
 * and the reason.
 */
StateDict readTorchCheckpoint(const std::filesystem::path& path);

/** The same from the bytes of a file; `source` names it in messages. */
StateDict parseTorchCheckpoint(std::string_view bytes, const std::string& source);

/** Writes a state dictionary that torch.load(weights_only=True) reads, whole or not at all. */
void writeTorchCheckpoint(const std::filesystem::path& path, const StateDict& tensors);

} // namespace latticeq
