// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/script_archive.h"

#include <algorithm>
#include <fstream>
#include <string>

namespace latticeq {

namespace {

constexpr size_t kDirectoryBytes = 1 << 20; // at an archive's end, with the names of all entries

/** Only TorchScript archives hold code and a table of its constants. */
bool namesCode(std::string_view directory)
{
    return directory.find("/code/") != std::string_view::npos
        && directory.find("/constants.pkl") != std::string_view::npos;
}

} // namespace

bool isScriptArchive(std::string_view bytes)
{
    return bytes.starts_with("PK") && namesCode(bytes.substr(bytes.size() - std::min(bytes.size(), kDirectoryBytes)));
}

bool isScriptFile(const std::filesystem::path& path)
{
    std::ifstream file(path, std::ios::binary | std::ios::ate);
    const std::streamoff size = file.tellg();
    if (!file || size < 2)
        return false;
    std::string mark(2, '\0');
    file.seekg(0).read(mark.data(), 2);
    std::string directory(std::min(static_cast<size_t>(size), kDirectoryBytes), '\0');
    file.seekg(-static_cast<std::streamoff>(directory.size()), std::ios::end)
        .read(directory.data(), static_cast<std::streamsize>(directory.size()));
    return file && mark == "PK" && namesCode(directory);
}

} // namespace latticeq
