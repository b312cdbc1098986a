// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/resources.h"

#include <cstdlib>
#include <stdexcept>
#include <vector>

namespace latticeq {

namespace {

namespace fs = std::filesystem;

std::vector<fs::path> resourceFolders()
{
    std::vector<fs::path> folders;
    if (const char* chosen = std::getenv("LATTICEQ_RESOURCES"))
        folders.emplace_back(chosen);
    std::error_code error;
    const fs::path program = fs::read_symlink("/proc/self/exe", error);
    if (!error)
        folders.push_back(program.parent_path().parent_path() / "share" / "latticeq");
    folders.emplace_back(LATTICEQ_SOURCE_DIR "/resources");
    folders.emplace_back(LATTICEQ_SOURCE_DIR "/tests");
    return folders;
}

} // namespace

fs::path resourcePath(const std::string& name)
{
    std::string places;
    for (const fs::path& folder : resourceFolders()) {
        if (fs::exists(folder / name))
            return folder / name;
        places += (places.empty() ? "" : ", ") + folder.string();
    }
    throw std::invalid_argument("the program's own file " + name + " is in none of " + places);
}

} // namespace latticeq
