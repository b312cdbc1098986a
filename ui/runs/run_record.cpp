// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/run_record.h"

#include <QDir>
#include <QFileInfo>

namespace latticeq::ui {

QString settingsSummary(const RunSettings& settings)
{
    return QStringLiteral("%1 %2×%3")
        .arg(QString::fromStdString(settingsTitle(settings)))
        .arg(settings.steps)
        .arg(settings.restarts);
}

QString recordedFolder(const QString& folder)
{
    if (folder.isEmpty())
        return folder;
    const QString canonical = QFileInfo(folder).canonicalFilePath();
    return canonical.isEmpty() ? QDir::cleanPath(QFileInfo(folder).absoluteFilePath()) : canonical;
}

} // namespace latticeq::ui
