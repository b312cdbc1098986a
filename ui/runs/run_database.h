// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/runs/run_record.h"

#include <QObject>
#include <QStringList>

class QSqlQuery;

namespace latticeq::ui {

/**
 * Remembers every run in an SQLite file. Two windows of the program may use one file at once. Nothing throws: what
 * goes wrong is told in one sentence, by notice() for the opening and by failed() afterwards.
 */
class RunDatabase : public QObject
{
    Q_OBJECT
public:
    /** Opens `path`, or the user's own file where it is empty. */
    explicit RunDatabase(const QString& path = {}, QObject* parent = nullptr);
    ~RunDatabase() override;

    /** runs.sqlite in the user's folder of application data. */
    static QString defaultPath();

    const QString& path() const { return m_path; }
    bool isReadOnly() const { return m_readOnly; }
    const QString& notice() const { return m_notice; }

    /** All runs, the newest first. */
    QList<RunRecord> all();
    /** Runs that are marked as going on, in this process or another, which may have died. */
    QList<RunRecord> goingOn();
    std::optional<RunRecord> find(const QString& id);
    /** The newest run of a folder. */
    std::optional<RunRecord> byFolder(const QString& folder);
    /** Ids of the pinned runs, the reference first. */
    QStringList pinned();

    /** Adds a run. Of one that is known already, results are brought up to date; name, note, pin and colour stay. */
    bool insert(const RunRecord& record);
    /** Brings the results of a known run up to date; false where it was removed meanwhile. */
    bool update(const RunRecord& record);
    bool rename(const QString& id, const QString& name);
    bool annotate(const QString& id, const QString& note);
    bool remove(const QStringList& ids);
    /** Pins these runs in this order, at most 8; a run keeps its colour unless an earlier one has it. */
    bool setPinned(const QStringList& ids);
    bool setColorSlot(const QString& id, int slot);

    /** Tells changed() where another window has changed the file since the last look. */
    void refresh();

signals:
    void changed(); // by this window or, after refresh(), by another
    void failed(const QString& sentence);

private:
    QSqlQuery query() const;
    QList<RunRecord> select(const QString& condition, const QVariant& value = {});
    bool execute(QSqlQuery& query);
    bool change(const QString& statement, const QVariantList& values);
    bool fail(const QString& reason);
    qint64 dataVersion() const;

    QString m_path;
    QString m_connection;
    bool m_readOnly = false;
    QString m_notice;
    qint64 m_dataVersion = 0;
};

} // namespace latticeq::ui
