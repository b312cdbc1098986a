// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/run_controller.h"

#include "core/graph/model_catalog.h"

#include <QDir>
#include <QStandardPaths>
#include <QUuid>

#include <algorithm>

namespace latticeq::ui {

QString newRunFolder(const QString& parent, const RunSettings& settings, const QDateTime& time)
{
    const QString name
        = QStringLiteral("%1-%2-%3")
              .arg(QString::fromStdString(shortName(settings.model)), QString::fromStdString(settingsTitle(settings)),
                  time.toString(QStringLiteral("yyyyMMdd-HHmmss")));
    const QDir folder(parent);
    QString candidate = folder.filePath(name);
    for (int i = 2; QFileInfo::exists(candidate); ++i)
        candidate = folder.filePath(QStringLiteral("%1-%2").arg(name).arg(i));
    return candidate;
}

RunController::RunController(RunSession& session, Workspace& workspace, QObject* parent)
    : QObject(parent)
    , m_session(session)
    , m_workspace(workspace)
    , m_runsFolder(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + QStringLiteral("/runs"))
{
    connect(&session, &RunSession::eventsArrived, this, [this](const std::vector<RunEvent>& events) {
        m_run->apply(events);
        followSearch();
    });
    connect(&session, &RunSession::ended, this, [this](const RunResult& result) {
        m_run->finish(result);
        end();
    });
    connect(&session, &RunSession::failed, this, [this](const QString& sentence) {
        m_run->fail(sentence);
        end();
    });
}

void RunController::start(RunSettings settings, const std::optional<ModelDescription>& model)
{
    if (settings.outputFolder.empty())
        settings.outputFolder = newRunFolder(m_runsFolder, settings, QDateTime::currentDateTime()).toStdString();
    settings.resume = false;
    m_series.emplace(settings);
    m_model = model;
    beginNext();
}

void RunController::beginNext()
{
    const bool single = m_series->count() == 1;
    RunSettings settings = m_series->nextSettings();
    if (single)
        settings.outputFolder = m_series->folder();
    auto run = std::make_shared<RunDocument>(settings);
    run->id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    run->started = QDateTime::currentDateTime();
    if (!single) {
        run->place = m_series->nextPlace();
        run->name = tr("%1 · seed %2").arg(run->name).arg(settings.seed);
    }
    if (m_model)
        run->plan(*m_model);
    begin(run, settings);
}

void RunController::resumeRun(const RunDocumentPtr& stopped)
{
    RunSettings settings = stopped->settings();
    settings.resume = true;
    auto run = std::make_shared<RunDocument>(settings);
    run->id = stopped->id;
    run->name = stopped->name;
    run->started = stopped->started;
    run->colorSlot = stopped->colorSlot;
    run->place = stopped->place;
    if (stopped != m_run)
        m_series.reset();
    begin(run, settings);
}

void RunController::learnModel(const ModelDescription& model)
{
    if (!isRunning() || m_run->settings().model != model.name)
        return;
    const auto isPlanned = [](const LayerState& layer) { return layer.report.weights > 0; };
    if (m_run->layers().empty() || !std::ranges::all_of(m_run->layers(), isPlanned))
        m_run->plan(model);
}

void RunController::begin(const RunDocumentPtr& run, const RunSettings& settings)
{
    m_run = run;
    m_stopAsked = false;
    m_run->setState(RunDocument::State::Running);
    m_workspace.selection().setFollowing(true);
    m_workspace.setCurrent(m_run);
    emit runStarted(m_run);
    RunSettings asked = settings;
    asked.rememberAccuracy = true;
    m_session.start(asked);
}

void RunController::stop()
{
    m_stopAsked = true;
    m_session.stop();
}

void RunController::pause()
{
    m_session.pause();
    if (m_session.isPaused())
        m_run->setState(RunDocument::State::Paused);
}

void RunController::resume()
{
    if (!m_session.isPaused())
        return;
    m_session.resume();
    m_run->setState(RunDocument::State::Running);
}

void RunController::followSearch()
{
    LayerSelection& selection = m_workspace.selection();
    const int layer = m_run->searchedLayer();
    if (selection.following() && layer >= 0 && m_workspace.current() == m_run)
        selection.set(m_run->layers()[static_cast<size_t>(layer)].name());
}

void RunController::end()
{
    LayerSelection& selection = m_workspace.selection();
    const QString worst = m_run->worstLayer();
    if (selection.following() && !worst.isEmpty() && m_workspace.current() == m_run)
        selection.set(worst);
    const RunDocumentPtr ended = m_run;
    emit runEnded(ended);
    if (!m_series || m_series->count() == 1 || ended != m_run || isRunning())
        return;
    m_series->take(ended);
    if (m_series->isComplete())
        emit seriesEnded(*m_series);
    else if (ended->state() == RunDocument::State::Finished && !m_stopAsked)
        beginNext();
}

} // namespace latticeq::ui
