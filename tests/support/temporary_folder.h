// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTemporaryDir>

#include <filesystem>
#include <string>

namespace latticeq::test {

/** A folder of a test's own that is gone afterwards. */
class TemporaryFolder
{
public:
    TemporaryFolder();

    std::filesystem::path path(const std::string& name = {}) const;
    /** Names of everything directly in it, sorted. */
    QStringList entries() const;

private:
    QTemporaryDir m_folder;
};

} // namespace latticeq::test
