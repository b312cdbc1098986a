// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/run_database.h"

#include "ui/runs/run_database_file.h"
#include "ui/runs/run_row.h"
#include "ui/workspace/workspace.h"

#include <QDir>
#include <QSqlError>
#include <QSqlQuery>
#include <QStandardPaths>
#include <QUuid>

#include <algorithm>
#include <array>
#include <stdexcept>

namespace latticeq::ui {

namespace {

/** "a = ?, b = ?" or "a = excluded.a, b = excluded.b". */
QString assignments(const QList<RunColumn>& columns, bool excluded)
{
    QStringList parts;
    for (const auto& [name, value] : columns)
        parts += excluded ? QStringLiteral("%1 = excluded.%1").arg(name) : QStringLiteral("%1 = ?").arg(name);
    return parts.join(QStringLiteral(", "));
}

QStringList namesOf(const QList<RunColumn>& columns)
{
    QStringList names;
    for (const auto& [name, value] : columns)
        names += name;
    return names;
}

QVariantList valuesOf(const QList<RunColumn>& columns)
{
    QVariantList values;
    for (const auto& [name, value] : columns)
        values += value;
    return values;
}

/** The slot if it is free, else the lowest free one. */
int takeSlot(int slot, std::array<bool, Workspace::kMostPinned>& taken)
{
    auto place = taken.begin() + std::clamp(slot, 0, Workspace::kMostPinned - 1);
    if (*place)
        place = std::find(taken.begin(), taken.end(), false);
    *place = true;
    return static_cast<int>(place - taken.begin());
}

} // namespace

RunDatabase::RunDatabase(const QString& path, QObject* parent)
    : QObject(parent)
    , m_path(path.isEmpty() ? defaultPath() : path)
    , m_connection(QStringLiteral("latticeq-runs-") + QUuid::createUuid().toString(QUuid::WithoutBraces))
{
    const auto opened = openRunDatabase(QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_connection), m_path);
    m_readOnly = opened.readOnly;
    m_notice = opened.notice;
    m_dataVersion = dataVersion();
}

RunDatabase::~RunDatabase()
{
    QSqlDatabase::removeDatabase(m_connection);
}

QString RunDatabase::defaultPath()
{
    return QDir(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation))
        .filePath(QStringLiteral("runs.sqlite"));
}

QSqlQuery RunDatabase::query() const
{
    return QSqlQuery(QSqlDatabase::database(m_connection, false));
}

bool RunDatabase::fail(const QString& reason)
{
    emit failed(tr("The list of runs could not be used: %1.").arg(reason));
    return false;
}

bool RunDatabase::execute(QSqlQuery& query)
{
    return query.exec() || fail(query.lastError().databaseText());
}

QList<RunRecord> RunDatabase::select(const QString& condition, const QVariant& value)
{
    QSqlQuery rows = query();
    rows.setForwardOnly(true);
    rows.prepare(QStringLiteral("SELECT * FROM runs %1 ORDER BY started DESC, rowid DESC").arg(condition));
    if (value.isValid())
        rows.addBindValue(value);
    QList<RunRecord> records;
    if (!execute(rows))
        return records;
    while (rows.next()) {
        try {
            records += recordFromRow(rows);
        } catch (const std::exception& error) {
            fail(QString::fromUtf8(error.what()));
        }
    }
    return records;
}

QList<RunRecord> RunDatabase::all()
{
    return select({});
}

QList<RunRecord> RunDatabase::goingOn()
{
    return select(QStringLiteral("WHERE state = 'running'"));
}

std::optional<RunRecord> RunDatabase::find(const QString& id)
{
    const QList<RunRecord> records = select(QStringLiteral("WHERE id = ?"), id);
    return records.isEmpty() ? std::nullopt : std::optional(records.first());
}

std::optional<RunRecord> RunDatabase::byFolder(const QString& folder)
{
    const QList<RunRecord> records = select(QStringLiteral("WHERE folder = ?"), recordedFolder(folder));
    return records.isEmpty() ? std::nullopt : std::optional(records.first());
}

QStringList RunDatabase::pinned()
{
    QList<RunRecord> records = select(QStringLiteral("WHERE pin > 0"));
    std::stable_sort(
        records.begin(), records.end(), [](const RunRecord& a, const RunRecord& b) { return a.pin < b.pin; });
    QStringList ids;
    for (const RunRecord& record : records)
        ids += record.id;
    return ids;
}

bool RunDatabase::change(const QString& statement, const QVariantList& values)
{
    QSqlQuery changing = query();
    changing.prepare(statement);
    for (const QVariant& value : values)
        changing.addBindValue(value);
    if (!execute(changing))
        return false;
    const bool any = changing.numRowsAffected() > 0;
    if (any)
        emit changed();
    return any;
}

bool RunDatabase::insert(const RunRecord& record)
{
    const QList<RunColumn> results = resultColumns(record);
    const QList<RunColumn> all
        = QList<RunColumn> { { QStringLiteral("id"), record.id } } + userColumns(record) + results;
    const QStringList places(all.size(), QStringLiteral("?"));
    return change(QStringLiteral("INSERT INTO runs (%1) VALUES (%2) ON CONFLICT(id) DO UPDATE SET %3")
                      .arg(namesOf(all).join(u','), places.join(u','), assignments(results, true)),
        valuesOf(all));
}

bool RunDatabase::update(const RunRecord& record)
{
    const QList<RunColumn> results = resultColumns(record);
    return change(QStringLiteral("UPDATE runs SET %1 WHERE id = ?").arg(assignments(results, false)),
        valuesOf(results) + QVariantList { record.id });
}

bool RunDatabase::rename(const QString& id, const QString& name)
{
    return change(QStringLiteral("UPDATE runs SET name = ? WHERE id = ?"), { name, id });
}

bool RunDatabase::annotate(const QString& id, const QString& note)
{
    return change(
        QStringLiteral("UPDATE runs SET note = ? WHERE id = ?"), { note.isNull() ? QStringLiteral("") : note, id });
}

bool RunDatabase::remove(const QStringList& ids)
{
    const QStringList places(ids.size(), QStringLiteral("?"));
    return change(QStringLiteral("DELETE FROM runs WHERE id IN (%1)").arg(places.join(u',')),
        QVariantList(ids.begin(), ids.end()));
}

bool RunDatabase::setPinned(const QStringList& ids)
{
    std::array<bool, Workspace::kMostPinned> taken {};
    QSqlQuery statement = query();
    bool done = statement.exec(QStringLiteral("BEGIN IMMEDIATE"))
        && statement.exec(QStringLiteral("UPDATE runs SET pin = 0 WHERE pin > 0"));
    int place = 0;
    for (const QString& id : ids.mid(0, Workspace::kMostPinned)) {
        const std::optional<RunRecord> record = find(id);
        if (!done || !record)
            continue;
        statement.prepare(QStringLiteral("UPDATE runs SET pin = ?, color_slot = ? WHERE id = ?"));
        statement.addBindValue(++place);
        statement.addBindValue(takeSlot(record->colorSlot, taken));
        statement.addBindValue(id);
        done = statement.exec();
    }
    done = done && statement.exec(QStringLiteral("COMMIT"));
    if (!done) {
        const QString reason = statement.lastError().databaseText();
        statement.exec(QStringLiteral("ROLLBACK"));
        return fail(reason);
    }
    emit changed();
    return true;
}

bool RunDatabase::setColorSlot(const QString& id, int slot)
{
    return change(
        QStringLiteral("UPDATE runs SET color_slot = ? WHERE id = ? AND color_slot <> ?"), { slot, id, slot });
}

qint64 RunDatabase::dataVersion() const
{
    QSqlQuery version = query();
    return version.exec(QStringLiteral("PRAGMA data_version")) && version.next() ? version.value(0).toLongLong() : 0;
}

void RunDatabase::refresh()
{
    const qint64 version = dataVersion();
    if (version == m_dataVersion)
        return;
    m_dataVersion = version;
    emit changed();
}

} // namespace latticeq::ui
