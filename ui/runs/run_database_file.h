// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSqlDatabase>
#include <QString>

namespace latticeq::ui {

/** How the file of remembered runs could be opened. */
struct OpenedRunDatabase
{
    bool readOnly = false;
    QString notice; // one sentence where it is not as it should be, else empty
};

/** The version of the tables that this program writes. */
inline constexpr int kRunDatabaseVersion = 1;

/**
 * Opens `path` on a connection of the QSQLITE driver and leaves it usable in every case: a damaged file is moved aside
 * and a new one begun, a newer version is only read, and where no file can be had the runs of this session are kept in
 * memory. The notice says so.
 */
OpenedRunDatabase openRunDatabase(QSqlDatabase database, const QString& path);

} // namespace latticeq::ui
