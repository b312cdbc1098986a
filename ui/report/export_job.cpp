// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/export_job.h"

#include <QTimer>
#include <QtConcurrent>

namespace latticeq::ui {

namespace {

/** What a task ended with: a path, or a sentence. */
struct Outcome
{
    QString path;
    QString failure;
};

Outcome carryOut(const std::function<QString()>& write)
{
    try {
        return { write(), {} };
    } catch (const std::exception& error) {
        return { {}, QString::fromUtf8(error.what()) };
    }
}

} // namespace

void ExportJob::start(QList<ExportTask> tasks)
{
    m_tasks = std::move(tasks);
    m_next = 0;
    m_running = true;
    next();
}

void ExportJob::cancel()
{
    m_next = static_cast<int>(m_tasks.size());
}

void ExportJob::next()
{
    if (m_next >= m_tasks.size()) {
        m_running = false;
        emit finished();
        return;
    }
    const int task = m_next++;
    emit begun(task);
    const auto report = [this, task](const Outcome& outcome) {
        if (outcome.failure.isEmpty())
            emit written(task, outcome.path);
        else
            emit failed(task, outcome.failure);
        next();
    };
    if (m_tasks[task].onWorker)
        QtConcurrent::run(carryOut, m_tasks[task].write).then(this, report);
    else // after the events that paint what begun() changed
        QTimer::singleShot(0, this, [this, task, report] { report(carryOut(m_tasks[task].write)); });
}

} // namespace latticeq::ui
