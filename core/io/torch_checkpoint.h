// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/graph/state_dict.h"

#include <filesystem>

namespace latticeq {

/**
 * Reads a PyTorch state dictionary in the zip layout (PyTorch 1.6 and later), also one wrapped as `state_dict`,
 * `model` or `net`. Runs no code. Throws std::invalid_argument with the file and
 * the reason.
 */
StateDict readTorchCheckpoint(const std::filesystem::path& path);

/** Writes a state dictionary that torch.load(weights_only=True) reads, whole or not at all. */
void writeTorchCheckpoint(const std::filesystem::path& path, const StateDict& tensors);

} // namespace latticeq
