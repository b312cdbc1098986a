// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/run_files.h"

#include "core/io/run_files.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace latticeq::ui {

QString deleteRunFiles(const QString& folder)
{
    const QDir dir(folder);
    if (folder.isEmpty() || !dir.exists())
        return {};
    const auto cannotDelete = [](const QString& path) {
        return QCoreApplication::translate("runs", "%1 cannot be deleted.").arg(QDir::toNativeSeparators(path));
    };
    for (const char* name : kRunFiles) {
        const QString path = dir.filePath(QLatin1String(name));
        if (QFileInfo::exists(path) && !QFile::remove(path))
            return cannotDelete(path);
    }
    QDir journal(dir.filePath(QLatin1String(kJournal)));
    if (journal.exists() && !journal.removeRecursively())
        return cannotDelete(journal.path());
    if (dir.isEmpty())
        QDir().rmdir(folder);
    return {};
}

} // namespace latticeq::ui
