// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/data_problem.h"

#include "core/data/data_kind.h"

#include <stdexcept>

namespace latticeq::ui {

namespace {

bool isFolder(const std::string& data)
{
    std::error_code missing;
    return !data.empty() && std::filesystem::is_directory(data, missing);
}

} // namespace

QString dataProblem(const RunSettings& settings)
{
    try {
        if (isFolder(settings.data))
            labelledDataKind(settings.data);
        if (isFolder(settings.calibrationData))
            dataKind(settings.calibrationData);
    } catch (const std::exception& error) { // the folder's content, or that it cannot be listed
        return QString::fromUtf8(error.what());
    }
    return {};
}

} // namespace latticeq::ui
