// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string_view>

namespace latticeq {

/** Whether bytes are an archive of TorchScript code, and not of a state dictionary alone; checks nothing else. */
bool isScriptArchive(std::string_view bytes);

/** The same of a file, of which only the end is read; false where it cannot be. */
bool isScriptFile(const std::filesystem::path& path);

} // namespace latticeq
