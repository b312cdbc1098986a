// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/run_database_file.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QSqlError>
#include <QSqlQuery>

namespace latticeq::ui {

namespace {

constexpr const char* kBusyTimeout = "QSQLITE_BUSY_TIMEOUT=5000"; // ms that another window's writing is waited for
constexpr const char* kReadOnlyOptions = "QSQLITE_BUSY_TIMEOUT=5000;QSQLITE_OPEN_READONLY";

constexpr const char* kCreateRuns = "CREATE TABLE IF NOT EXISTS runs ("
                                    "id TEXT PRIMARY KEY NOT NULL, name TEXT NOT NULL, note TEXT NOT NULL DEFAULT '', "
                                    "model TEXT NOT NULL, model_title TEXT NOT NULL, settings TEXT NOT NULL, "
                                    "started TEXT NOT NULL, seconds REAL NOT NULL, state TEXT NOT NULL, "
                                    "top1 REAL, top1_low REAL, top1_high REAL, fp32_top1 REAL, "
                                    "fp32_bytes INTEGER NOT NULL, packed_bytes INTEGER NOT NULL, "
                                    "effective_bits REAL NOT NULL, folder TEXT NOT NULL, device TEXT NOT NULL, "
                                    "pin INTEGER NOT NULL DEFAULT 0, color_slot INTEGER NOT NULL DEFAULT 0)";

QString translated(const char* text)
{
    return QCoreApplication::translate("runs", text);
}

/** Whether an answer of SQLite means a damaged file or no database at all. */
bool meansDamage(const QSqlError& error)
{
    constexpr int kCorrupt = 11; // SQLITE_CORRUPT
    constexpr int kNotADatabase = 26; // SQLITE_NOTADB
    const int code = error.nativeErrorCode().toInt() & 0xff;
    return code == kCorrupt || code == kNotADatabase;
}

bool isDamaged(const QSqlDatabase& database)
{
    QSqlQuery check(database);
    if (!check.exec(QStringLiteral("PRAGMA quick_check(1)")) || !check.next())
        return meansDamage(check.lastError());
    return check.value(0).toString() != u"ok";
}

int versionOf(const QSqlDatabase& database)
{
    QSqlQuery query(database);
    return query.exec(QStringLiteral("PRAGMA user_version")) && query.next() ? query.value(0).toInt() : 0;
}

/** The new name, or nothing where the file could not be moved. */
QString moveAside(const QString& path)
{
    const QString aside = QStringLiteral("%1.damaged-%2")
                              .arg(path, QDateTime::currentDateTime().toString(QStringLiteral("yyyyMMdd-HHmmss")));
    if (!QFile::rename(path, aside))
        return {};
    for (const QString& suffix : { QStringLiteral("-wal"), QStringLiteral("-shm") })
        QFile::rename(path + suffix, aside + suffix);
    return aside;
}

bool createTables(const QSqlDatabase& database)
{
    QSqlQuery query(database);
    query.exec(QStringLiteral("PRAGMA journal_mode = WAL"));
    query.finish();
    if (versionOf(database) == kRunDatabaseVersion)
        return true;
    const bool done = query.exec(QStringLiteral("BEGIN IMMEDIATE")) && query.exec(QLatin1String(kCreateRuns))
        && query.exec(QStringLiteral("PRAGMA user_version = %1").arg(kRunDatabaseVersion))
        && query.exec(QStringLiteral("COMMIT"));
    if (!done)
        query.exec(QStringLiteral("ROLLBACK"));
    return done;
}

OpenedRunDatabase openReadOnly(QSqlDatabase& database, const QString& notice)
{
    database.close();
    database.setConnectOptions(QLatin1String(kReadOnlyOptions));
    database.open();
    return { true, notice };
}

OpenedRunDatabase openInMemory(QSqlDatabase& database, const QString& path)
{
    database.close();
    database.setDatabaseName(QStringLiteral(":memory:"));
    database.setConnectOptions();
    database.open();
    createTables(database);
    return { false,
        translated(
            QT_TRANSLATE_NOOP("runs",
                "The list of runs cannot be kept in %1; runs of this session are listed until the window closes."))
            .arg(QDir::toNativeSeparators(path)) };
}

OpenedRunDatabase beginAnew(QSqlDatabase& database, const QString& path)
{
    database.close();
    const QString aside = moveAside(path);
    if (aside.isEmpty() || !database.open() || !createTables(database))
        return openInMemory(database, path);
    return { false,
        translated(QT_TRANSLATE_NOOP("runs",
                       "The list of runs was damaged. It was kept as %1, and a new list was begun; run folders are "
                       "untouched and can be opened again."))
            .arg(QDir::toNativeSeparators(aside)) };
}

} // namespace

OpenedRunDatabase openRunDatabase(QSqlDatabase database, const QString& path)
{
    const QFileInfo file(path);
    QDir().mkpath(file.absolutePath());
    database.setDatabaseName(path);
    database.setConnectOptions(QLatin1String(kBusyTimeout));
    const bool lockedAway = file.exists() && !file.isWritable();
    if (lockedAway)
        database.setConnectOptions(QLatin1String(kReadOnlyOptions));
    if (file.isDir() || !database.open())
        return openInMemory(database, path);
    if (isDamaged(database))
        return beginAnew(database, path);
    if (versionOf(database) > kRunDatabaseVersion) {
        return openReadOnly(database,
            translated(QT_TRANSLATE_NOOP("runs",
                "A newer version of the program keeps the list of runs; here it can be read but not changed.")));
    }
    if (lockedAway) {
        return { true,
            translated(QT_TRANSLATE_NOOP("runs", "The list of runs in %1 is read-only; new runs are not remembered."))
                .arg(QDir::toNativeSeparators(path)) };
    }
    return createTables(database) ? OpenedRunDatabase {} : openInMemory(database, path);
}

} // namespace latticeq::ui
