// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace latticeq {

/**
 * Writes a file whole or not at all: under a temporary name beside it, flushed to the disk, then renamed. Throws
 * std::runtime_error with the path and the system's reason; then the temporary file is gone and an older file of
 * that name is untouched.
 */
void writeFileAtomically(const std::filesystem::path& path, std::string_view bytes);

/** Throws std::invalid_argument where a file of this path cannot be written, before hours are spent on its content. */
void checkWritable(const std::filesystem::path& path);

/** The whole of a file. Throws std::invalid_argument with the path and the system's reason. */
std::string readFile(const std::filesystem::path& path);

} // namespace latticeq
