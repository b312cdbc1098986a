// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>

namespace latticeq {

/**
 * Path of a file or folder that ships with the program: in $LATTICEQ_RESOURCES, beside the program
 * (../share/latticeq), or in the source tree it was built from, wherever it is started. Throws std::invalid_argument
 * with the places that were looked at.
 */
std::filesystem::path resourcePath(const std::string& name);

} // namespace latticeq
