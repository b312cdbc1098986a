// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/run_files.h"

#include "core/io/atomic_file.h"
#include "core/io/run_json.h"

#include <stdexcept>

namespace latticeq {

namespace fs = std::filesystem;

namespace {

RunSettings readSettings(const fs::path& path)
{
    const auto json = nlohmann::ordered_json::parse(readFile(path), nullptr, /*allow_exceptions=*/false);
    if (!json.is_object())
        throw std::invalid_argument(path.string() + " is not valid JSON");
    return settingsFromJson(json, path.string());
}

} // namespace

RunSettings readRunSettings(const fs::path& folder)
{
    return hasStoppedRun(folder) ? readSettings(folder / kJournal / kSettingsFile) : readFinishedSettings(folder);
}

RunSettings readFinishedSettings(const fs::path& folder)
{
    return readSettings(folder / kSettingsFile);
}

bool hasStoppedRun(const fs::path& folder)
{
    return fs::exists(folder / kJournal / kSettingsFile);
}

} // namespace latticeq
