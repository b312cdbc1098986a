// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/run_series.h"
#include "ui/window/run_session.h"
#include "ui/workspace/workspace.h"

namespace latticeq::ui {

/**
 * Starts, resumes and ends runs: makes each run's document the current one, feeds it the session's events, keeps the
 * selection on the layer that is searched, and tells when a run began and ended.
 */
class RunController : public QObject
{
    Q_OBJECT
public:
    RunController(RunSession& session, Workspace& workspace, QObject* parent = nullptr);

    /** Where runs without a folder of their own go; the program's data folder by default. */
    void setRunsFolder(const QString& folder) { m_runsFolder = folder; }
    const QString& runsFolder() const { return m_runsFolder; }

    /**
     * Begins a new run with the planned layers of `model`, if they are known, in a folder of its own; or as many as
     * settings.repeats asks for, one after the other.
     */
    void start(RunSettings settings, const std::optional<ModelDescription>& model);
    /**
     * Goes on with a stopped or failed run in its folder, under its own id; with the rest of its series too, where it
     * was the last that began.
     */
    void resumeRun(const RunDocumentPtr& stopped);
    /** Fills in the layers still to come of a run that began before its network was known, or that was resumed. */
    void learnModel(const ModelDescription& model);
    void pause();
    void resume();
    /** Ends the run, and the series that it belongs to. */
    void stop();

    bool isRunning() const { return m_session.isRunning(); }
    const RunDocumentPtr& running() const { return m_run; } // the run that goes on or ended last; may be null

signals:
    void runStarted(const latticeq::ui::RunDocumentPtr& run);
    void runEnded(const latticeq::ui::RunDocumentPtr& run);
    /** After the last run of a series. */
    void seriesEnded(const latticeq::ui::RunSeries& series);

private:
    void beginNext();
    void begin(const RunDocumentPtr& run, const RunSettings& settings);
    void followSearch();
    void end();

    RunSession& m_session;
    Workspace& m_workspace;
    QString m_runsFolder;
    RunDocumentPtr m_run;
    bool m_stopAsked = false;
    std::optional<RunSeries> m_series; // that m_run belongs to
    std::optional<ModelDescription> m_model; // of the series
};

/** A folder below `parent` that does not exist yet: "resnet20-fashion-mnist-W4A8B8-20261124-120000". */
QString newRunFolder(const QString& parent, const RunSettings& settings, const QDateTime& time);

} // namespace latticeq::ui
