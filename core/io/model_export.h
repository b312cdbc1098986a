// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>

namespace latticeq {

/**
 * Where exportModel() writes: `target`, with the format's suffix where it has none. Throws std::invalid_argument where
 * the format is none of packed, pth, safetensors, torchscript and onnx.
 */
std::filesystem::path exportPath(const std::string& format, const std::filesystem::path& target);

/**
 * Writes a run folder or packed checkpoint as `format`, whole or not at all, over an older file, and returns its path:
 * packed as it is, the others at full size for other programs, torchscript and onnx with the activations'
 * quantization. Throws std::invalid_argument where the source or the target cannot be used, std::runtime_error where
 * writing fails.
 */
std::filesystem::path exportModel(
    const std::filesystem::path& source, const std::string& format, const std::filesystem::path& target);

/** The packed checkpoint of a run folder, or the file itself. Throws std::invalid_argument where it is neither. */
std::filesystem::path packedFile(const std::filesystem::path& source);

} // namespace latticeq
