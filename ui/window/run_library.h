// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/runs/run_database.h"
#include "ui/window/engine_tasks.h"
#include "ui/window/run_controller.h"

class QLockFile;

namespace latticeq::ui {

/**
 * Keeps the database and the workspace in step: remembers every run that starts and ends, brings remembered runs and
 * run folders into the workspace with their lattices, and holds the documents of the pinned ones.
 */
class RunLibrary : public QObject
{
    Q_OBJECT
public:
    RunLibrary(RunDatabase& database, RunController& controller, EngineTasks& tasks, Workspace& workspace,
        QObject* parent = nullptr);
    ~RunLibrary() override;

    /** Makes a remembered run the current one. */
    void open(const QString& id);
    /** Remembers a finished run's folder, if it is new, and makes it the current one. */
    void openFolder(const QString& folder);
    /** Makes a packed checkpoint's layers the current run. */
    void openPacked(const QString& file);
    /** Shows the runs that the database holds as pinned. */
    void showPins();
    void setPins(const QStringList& ids);
    /** Deletes runs, and on request what is in their folders of the program's own files. */
    void remove(const QStringList& ids, bool withFiles);

    /** Runs of a process that ended without telling are stopped, not running. */
    void markAbandonedRuns();

    /** A remembered run, from the workspace or its folder; null with failed() where it cannot be read. */
    RunDocumentPtr document(const QString& id);

signals:
    void opened(const latticeq::ui::RunDocumentPtr& run);
    void failed(const QString& sentence);

private:
    QString lockPath(const QString& id) const;
    void remember(const RunDocumentPtr& run);
    void addLattices(const RunDocumentPtr& run, const QString& source);

    RunDatabase& m_database;
    RunController& m_controller;
    EngineTasks& m_tasks;
    Workspace& m_workspace;
    std::unique_ptr<QLockFile> m_runLock; // tells other windows that the run still goes on
};

} // namespace latticeq::ui
