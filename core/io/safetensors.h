// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/graph/state_dict.h"

#include <filesystem>
#include <map>

namespace latticeq {

/** The content of a .safetensors file. */
struct SafetensorsFile
{
    StateDict tensors; // contiguous, on the CPU, in the order of their data
    std::map<std::string, std::string> metadata;
};

/**
 * Reads a .safetensors file. Throws std::invalid_argument with the file, what was found and what was expected where
 * the header, or a tensor's place, type or shape does not hold, names repeat, or bytes belong to no tensor.
 */
SafetensorsFile readSafetensors(const std::filesystem::path& path);

/** The same from the bytes of a file; `source` names it in messages. */
SafetensorsFile parseSafetensors(std::string_view bytes, const std::string& source);

/** The bytes of a .safetensors file: equal content gives equal bytes. */
std::string safetensorsBytes(const SafetensorsFile& content);

/** Writes a .safetensors file whole or not at all. */
void writeSafetensors(const std::filesystem::path& path, const SafetensorsFile& content);

} // namespace latticeq
