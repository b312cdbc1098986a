// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/run_library.h"

#include "ui/runs/run_files.h"
#include "ui/runs/run_records.h"

#include <QFileInfo>
#include <QLockFile>
#include <QSet>

namespace latticeq::ui {

namespace {

/** The name, or with a number behind it where a remembered run has it already. */
QString freeName(const QString& name, const QList<RunRecord>& records)
{
    QSet<QString> taken;
    for (const RunRecord& record : records)
        taken.insert(record.name);
    QString candidate = name;
    for (int number = 2; taken.contains(candidate); ++number)
        candidate = QStringLiteral("%1 (%2)").arg(name).arg(number);
    return candidate;
}

} // namespace

RunLibrary::RunLibrary(
    RunDatabase& database, RunController& controller, EngineTasks& tasks, Workspace& workspace, QObject* parent)
    : QObject(parent)
    , m_database(database)
    , m_controller(controller)
    , m_tasks(tasks)
    , m_workspace(workspace)
{
    markAbandonedRuns();
    connect(&controller, &RunController::runStarted, this, [this](const RunDocumentPtr& run) {
        m_runLock = std::make_unique<QLockFile>(lockPath(run->id));
        m_runLock->setStaleLockTime(0);
        m_runLock->tryLock(0);
        remember(run);
    });
    connect(&controller, &RunController::runEnded, this, [this](const RunDocumentPtr& run) {
        // A run that left nothing behind is not worth a line.
        const bool empty = run->state() == RunDocument::State::Stopped && !run->isResumable();
        if (empty)
            m_database.remove({ run->id });
        else
            m_database.update(recordOf(*run));
        m_runLock.reset();
    });
}

RunLibrary::~RunLibrary() = default;

QString RunLibrary::lockPath(const QString& id) const
{
    return QFileInfo(m_database.path()).absoluteDir().filePath(QStringLiteral("run-%1.lock").arg(id));
}

void RunLibrary::markAbandonedRuns()
{
    if (m_database.isReadOnly())
        return;
    for (RunRecord record : m_database.goingOn()) {
        QLockFile lock(lockPath(record.id));
        lock.setStaleLockTime(0);
        if (!lock.tryLock(0))
            continue;
        record.state = RunRecord::State::Stopped;
        m_database.update(record);
    }
}

void RunLibrary::remember(const RunDocumentPtr& run)
{
    if (!m_database.find(run->id))
        run->name = freeName(run->name, m_database.all());
    m_database.insert(recordOf(*run));
}

RunDocumentPtr RunLibrary::document(const QString& id)
{
    if (const RunDocumentPtr shown = m_workspace.find(id); shown && !id.isEmpty())
        return shown;
    if (m_controller.running() && m_controller.running()->id == id)
        return m_controller.running();
    const std::optional<RunRecord> record = m_database.find(id);
    if (!record)
        return nullptr;
    try {
        const RunDocumentPtr run = openRecord(*record);
        addLattices(run, record->folder);
        return run;
    } catch (const std::exception& error) {
        emit failed(QString::fromUtf8(error.what()));
        return nullptr;
    }
}

void RunLibrary::open(const QString& id)
{
    const RunDocumentPtr run = document(id);
    if (!run)
        return;
    m_workspace.setCurrent(run);
    emit opened(run);
}

void RunLibrary::openFolder(const QString& folder)
{
    if (const auto known = m_database.byFolder(recordedFolder(folder))) {
        open(known->id);
        return;
    }
    try {
        const RunDocumentPtr run = openRunFolder(folder);
        addLattices(run, folder);
        remember(run);
        m_workspace.setCurrent(run);
        emit opened(run);
    } catch (const std::exception& error) {
        emit failed(QString::fromUtf8(error.what()));
    }
}

void RunLibrary::openPacked(const QString& file)
{
    m_tasks.ask([path = file.toStdString()](Engine& engine) { return engine.openPacked(path); })
        .then(this,
            [this, file](const RunResult& result) {
                auto run = std::make_shared<RunDocument>(result.settings);
                run->id = file;
                run->name = QFileInfo(file).completeBaseName();
                run->open(result);
                addLattices(run, file);
                m_workspace.setCurrent(run);
                emit opened(run);
            })
        .onFailed(this, [this](const std::exception& error) { emit failed(QString::fromUtf8(error.what())); });
}

void RunLibrary::addLattices(const RunDocumentPtr& run, const QString& source)
{
    const auto question = [path = source.toStdString(), settings = run->settings()](
                              Engine& engine) { return engine.openLayers(path, settings); };
    m_tasks.ask(question)
        .then(this, [run](const std::shared_ptr<const RunLayers>& layers) { run->setLattices(layers); })
        .onFailed(this, [this, run](const std::exception& error) {
            emit failed(tr("The lattices of %1 cannot be shown: %2").arg(run->name, QString::fromUtf8(error.what())));
        });
}

void RunLibrary::showPins()
{
    QList<RunDocumentPtr> pinned;
    for (const QString& id : m_database.pinned()) {
        const std::optional<RunRecord> record = m_database.find(id);
        if (!record || record->state != RunRecord::State::Finished)
            continue;
        if (const RunDocumentPtr run = document(id)) {
            run->colorSlot = record->colorSlot;
            pinned.append(run);
        }
    }
    m_workspace.setPinned(pinned);
    for (const RunDocumentPtr& run : m_workspace.pinned())
        m_database.setColorSlot(run->id, run->colorSlot);
}

void RunLibrary::setPins(const QStringList& ids)
{
    m_database.setPinned(ids);
    showPins();
}

void RunLibrary::remove(const QStringList& ids, bool withFiles)
{
    if (m_controller.isRunning() && ids.contains(m_controller.running()->id))
        return;
    QStringList folders;
    for (const QString& id : ids) {
        if (const auto record = m_database.find(id))
            folders.append(record->folder);
    }
    if (!m_database.remove(ids))
        return;
    for (const QString& folder : withFiles ? folders : QStringList()) {
        const QString sentence = deleteRunFiles(folder);
        if (!sentence.isEmpty())
            emit failed(sentence);
    }
    showPins();
}

} // namespace latticeq::ui
