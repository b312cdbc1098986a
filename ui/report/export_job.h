// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/report/export_task.h"

#include <QObject>

namespace latticeq::ui {

/**
 * Writes files one after the other: those of the engine on a worker thread, the others between two events of the
 * window. A failure does not keep the next ones from being written.
 */
class ExportJob : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    bool isRunning() const { return m_running; }
    void start(QList<ExportTask> tasks);
    /** Leaves out what has not begun; finished() still comes. */
    void cancel();

signals:
    void begun(int task);
    void written(int task, const QString& path);
    void failed(int task, const QString& sentence);
    void finished();

private:
    void next();

    QList<ExportTask> m_tasks;
    int m_next = 0;
    bool m_running = false;
};

} // namespace latticeq::ui
