// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/save_file.h"

#include "ui/report/report_text.h"

#include <QDir>
#include <QSaveFile>

#include <stdexcept>

namespace latticeq::ui {

void saveFile(const QString& path, const QByteArray& bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()) {
        throw std::runtime_error(ReportText::tr("Cannot write %1: %2.")
                                     .arg(QDir::toNativeSeparators(path), file.errorString())
                                     .toStdString());
    }
}

void makeFolder(const QString& path)
{
    if (!QDir().mkpath(path)) {
        throw std::runtime_error(
            ReportText::tr("Cannot make the folder %1.").arg(QDir::toNativeSeparators(path)).toStdString());
    }
}

} // namespace latticeq::ui
