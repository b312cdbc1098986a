// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/runs/run_database.h"
#include "ui/settings/settings_state.h"
#include "ui/window/engine_tasks.h"
#include "ui/window/run_session.h"
#include "ui/workspace/workspace.h"

#include <QMainWindow>

#include <memory>

class QCustomPlot;

namespace latticeq::ui {

class AccuracyPlot;
class CompareView;
class ConvergencePlot;
class DeviceLabel;
class DistributionPlot;
class TradeOffView;
class ErrorPlot;
class LatticeView;
class LayersView;
class LogView;
class PlannedRun;
class RunBar;
class RunController;
class RunSeries;
class RunLibrary;
class RunsView;
class SettingsForm;
class Stage;
class WindowActions;
class WindowLayout;
struct NamedPlot;
struct NoticeAction;

/** Where the window finds what it needs; all empty: the user's own places. */
struct WindowPlaces
{
    QString database; // file of the runs
    QString runsFolder; // where new runs are written
};

/** The program's window. It makes the views and wires them; what they do stands in their own files. */
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    explicit MainWindow(RunSession::Opener opener, const WindowPlaces& places = {}, QWidget* parent = nullptr);
    ~MainWindow() override;

    /** Opens a built-in model's name, a checkpoint, a run folder or a folder of images. */
    void open(const QString& nameOrPath);
    /** Runs the settings in the form, or resumes a paused run. */
    void run();
    /** The plots under the names that they are exported by, drawn anew; that of a comparison where there is one. */
    QList<NamedPlot> plots();

    Workspace& workspace() { return *m_workspace; }
    SettingsState& settings() { return *m_settings; }
    RunController& controller() { return *m_controller; }
    RunLibrary& library() { return *m_library; }
    RunSession& session() { return *m_session; }
    Stage& stage() { return *m_stage; }
    WindowLayout& windowLayout() { return *m_layout; }

protected:
    void showEvent(QShowEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void changeEvent(QEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    enum class FolderUse { OpenRun, Data, Runs };

    void makeViews();
    void wireEngine();
    void wireDevice();
    void wireRuns();
    void wireLibrary();
    void wireSettings();
    void wireActions();
    void wireViewActions();
    void wireRunBar();
    void retranslate();
    void restoreSettings();

    void showEngineReady();
    void listDevices();
    void updateRunBar();
    void updateTitle();
    void tellEnd(const RunDocumentPtr& run);
    void tellSeries(const RunSeries& series);
    void learnSpeed(const RunResult& result);
    void tellModelProblem();
    QList<NoticeAction> waysOut(const QString& modelProblem);
    void tellFailure(const RunDocumentPtr& run);
    void tellError(const QString& sentence);
    void openStopped(const QString& folder);
    void offerResume(const RunDocumentPtr& run);
    void resumeStopped(const RunDocumentPtr& run);
    void chooseFile();
    void chooseFolder(FolderUse use);
    void exportRun(const RunDocumentPtr& run);
    void copyCommand(const RunSettings& settings);
    void stepLayer(int step);
    void stepArea(int step);
    void askToClose();
    void showAbout();

    // Questions may wait for the session's promise, so their pool ends after the session (see the destructor).
    std::unique_ptr<EngineTasks> m_tasks;
    std::unique_ptr<RunSession> m_session;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<SettingsState> m_settings;
    std::unique_ptr<RunDatabase> m_database;
    std::unique_ptr<RunController> m_controller;
    std::unique_ptr<RunLibrary> m_library;
    std::unique_ptr<PlannedRun> m_planned;

    RunBar* m_runBar = nullptr;
    Stage* m_stage = nullptr;
    WindowLayout* m_layout = nullptr;
    WindowActions* m_actions = nullptr;
    ErrorPlot* m_errors = nullptr;
    LatticeView* m_lattices = nullptr;
    CompareView* m_compare = nullptr;
    ConvergencePlot* m_convergence = nullptr;
    DistributionPlot* m_distribution = nullptr;
    TradeOffView* m_tradeOff = nullptr;
    AccuracyPlot* m_accuracy = nullptr;
    LayersView* m_layers = nullptr;
    RunsView* m_runs = nullptr;
    LogView* m_log = nullptr;
    SettingsForm* m_form = nullptr;
    DeviceLabel* m_device = nullptr;
    QString m_modelProblem; // the sentence about the network's weights, as it was told
    bool m_opened = false; // the engine was asked for
    bool m_closing = false; // as soon as the run has stopped
};

} // namespace latticeq::ui
