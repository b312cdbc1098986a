// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/temporary_folder.h"

#include <QDir>

#include <stdexcept>

namespace latticeq::test {

TemporaryFolder::TemporaryFolder()
{
    if (!m_folder.isValid())
        throw std::runtime_error("no temporary folder");
}

std::filesystem::path TemporaryFolder::path(const std::string& name) const
{
    return std::filesystem::path(m_folder.path().toStdString()) / name;
}

QStringList TemporaryFolder::entries() const
{
    return QDir(m_folder.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name);
}

} // namespace latticeq::test
