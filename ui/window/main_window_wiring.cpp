// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/model_catalog.h"
#include "ui/lattices/lattice_view.h"
#include "ui/layers/layers_view.h"
#include "ui/report/export_sheet.h"
#include "ui/runs/compare_view.h"
#include "ui/runs/runs_view.h"
#include "ui/settings/machine_speed.h"
#include "ui/settings/network_choice.h"
#include "ui/settings/settings_form.h"
#include "ui/window/device_label.h"
#include "ui/window/language.h"
#include "ui/window/main_window.h"
#include "ui/window/notice_bar.h"
#include "ui/window/planned_run.h"
#include "ui/window/preferences.h"
#include "ui/window/run_bar.h"
#include "ui/window/run_library.h"
#include "ui/window/run_notices.h"
#include "ui/window/shortcut_sheet.h"
#include "ui/window/stage.h"
#include "ui/window/window_actions.h"
#include "ui/window/window_layout.h"


#include <QActionGroup>
#include <QApplication>
#include <QProcess>
#include <QStatusBar>
#include <QThread>

namespace latticeq::ui {

namespace {

constexpr int kComparePage = 2; // of the stage

} // namespace

void MainWindow::wireEngine()
{
    connect(m_session.get(), &RunSession::engineReady, this, &MainWindow::showEngineReady);
    connect(m_session.get(), &RunSession::engineFailed, this, &MainWindow::tellError);
    connect(m_planned.get(), &PlannedRun::modelChanged, this, [this] {
        m_form->estimatePanel().setModel(m_planned->model());
        if (m_planned->model())
            m_controller->learnModel(*m_planned->model());
        tellModelProblem();
        updateRunBar();
    });
}

void MainWindow::showEngineReady()
{
    m_planned->setEngineReady();
    listDevices();
}

void MainWindow::listDevices()
{
    m_tasks->ask([](Engine& engine) { return engine.devices(); })
        .then(this, [this](const std::vector<DeviceDescription>& devices) {
            m_form->setDevices(devices);
            m_device->setDevices(devices);
        });
}

void MainWindow::wireDevice()
{
    const auto showNext = [this] {
        if (!m_controller->isRunning())
            m_device->showWanted(m_settings->settings().device);
    };
    connect(m_settings.get(), &SettingsState::changed, m_device, showNext);
    connect(m_controller.get(), &RunController::runStarted, m_device, [this](const RunDocumentPtr& run) {
        m_device->showWanted(run->settings().device);
        connect(run.get(), &RunDocument::deviceMemoryChanged, m_device,
            [this, run = run.get()] { m_device->showMemory(*run->deviceMemory()); });
    });
    connect(m_controller.get(), &RunController::runEnded, m_device, [this, showNext](const RunDocumentPtr& run) {
        showNext();
        if (run->deviceMemory())
            listDevices(); // the card's free memory is another now
    });
}

void MainWindow::wireRuns()
{
    connect(m_controller.get(), &RunController::runStarted, this, [this](const RunDocumentPtr& run) {
        statusBar()->clearMessage(); // it tells of the run before
        m_form->setRunActive(true);
        m_runs->setActiveRun(run->id);
        updateRunBar();
    });
    connect(m_controller.get(), &RunController::runEnded, this, [this](const RunDocumentPtr& run) {
        m_form->setRunActive(false);
        m_runs->setActiveRun({});
        updateRunBar();
        if (run->state() == RunDocument::State::Finished)
            learnSpeed(*run->result());
        tellEnd(run);
    });
    connect(m_controller.get(), &RunController::seriesEnded, this, &MainWindow::tellSeries);
}

void MainWindow::tellSeries(const RunSeries& series)
{
    if (const QString problem = series.write(); !problem.isEmpty()) {
        tellError(problem);
        return;
    }
    const auto compare = [this, ids = series.finishedIds()] {
        m_library->setPins(ids.mid(0, Workspace::kMostPinned));
        m_stage->setCurrent(kComparePage);
    };
    NoticeBar& notice = m_stage->notice();
    notice.show(NoticeBar::Kind::Good, series.sentence(), { { tr("Compare"), compare } });
    notice.setSayAgain([this, series] { tellSeries(series); });
}

void MainWindow::tellEnd(const RunDocumentPtr& run)
{
    if (m_closing) {
        close();
        return;
    }
    NoticeBar& notice = m_stage->notice();
    if (run->state() == RunDocument::State::Failed) {
        tellFailure(run);
    } else if (run->state() == RunDocument::State::Stopped) {
        QList<NoticeAction> actions;
        if (run->isResumable())
            actions.append({ tr("Resume"), [this, run] { resumeStopped(run); } });
        notice.show(NoticeBar::Kind::Info, stoppedSentence(*run), actions);
    } else {
        notice.show(NoticeBar::Kind::Good, doneSentence(*run),
            { { tr("Show its lattice"),
                  [this, run] {
                      m_workspace->selection().choose(run->worstLayer());
                      m_stage->setCurrent(1);
                  } },
                { tr("Export…"), [this, run] { exportRun(run); } } });
    }
    notice.setSayAgain([this, run] { tellEnd(run); });
}

void MainWindow::learnSpeed(const RunResult& result)
{
    if (result.device.starts_with("cuda"))
        return; // estimates are the processor's
    const int threads = result.settings.threads > 0 ? result.settings.threads : QThread::idealThreadCount();
    if (m_planned->model() && m_planned->model()->name == result.settings.model) {
        rememberSpeed(measuredSpeed(*m_planned->model(), result.settings,
            static_cast<int64_t>(result.evaluatedImages.size()), threads, result.seconds));
        m_form->estimatePanel().estimateAgain();
    }
}

void MainWindow::tellModelProblem()
{
    NoticeBar& notice = m_stage->notice();
    if (!m_planned->problem().isEmpty()) {
        m_modelProblem = failureSentence(m_planned->problem());
        notice.show(NoticeBar::Kind::Error, m_modelProblem, waysOut(m_planned->problem()));
        notice.setSayAgain([this] { tellModelProblem(); });
    } else if (!m_modelProblem.isEmpty() && notice.sentence() == m_modelProblem) {
        m_modelProblem.clear();
        notice.clear();
    }
}

/** A checkpoint that is another network's can be taken with that network. */
QList<NoticeAction> MainWindow::waysOut(const QString& modelProblem)
{
    constexpr qsizetype kMostOffered = 2;
    QList<NoticeAction> actions;
    for (const QString& name : networksThatFit(modelProblem).first(
             std::min(kMostOffered, networksThatFit(modelProblem).size()))) {
        const std::string model = name.toStdString();
        actions.append({ tr("Use %1").arg(QString::fromStdString(modelTitle(model))), [this, model] {
                            RunSettings settings = m_settings->settings();
                            const std::string weights = settings.weights;
                            changeNetwork(settings, model);
                            settings.weights = weights;
                            m_settings->change(tr("Use the checkpoint's network"), settings);
                        } });
    }
    actions.append({ tr("Choose file…"), [this] { chooseFile(); } });
    return actions;
}

void MainWindow::tellFailure(const RunDocumentPtr& run)
{
    QList<NoticeAction> actions;
    switch (failureSubject(run->failure(), run->settings())) {
    case FailureSubject::Weights: actions.append({ tr("Choose file…"), [this] { chooseFile(); } }); break;
    case FailureSubject::Data:
        actions.append({ tr("Choose folder…"), [this] { chooseFolder(FolderUse::Data); } });
        break;
    case FailureSubject::OutputFolder:
        actions.append({ tr("Save elsewhere…"), [this] { chooseFolder(FolderUse::Runs); } });
        break;
    case FailureSubject::Other: break;
    }
    if (run->isResumable())
        actions.append({ tr("Resume"), [this, run] { resumeStopped(run); } });
    m_stage->notice().show(NoticeBar::Kind::Error, failureSentence(run->failure()), actions);
}

void MainWindow::tellError(const QString& sentence)
{
    m_stage->notice().show(NoticeBar::Kind::Error, failureSentence(sentence));
}

void MainWindow::resumeStopped(const RunDocumentPtr& run)
{
    if (m_controller->isRunning())
        return;
    m_controller->resumeRun(run);
    if (m_planned->model())
        m_controller->learnModel(*m_planned->model());
}

void MainWindow::wireLibrary()
{
    connect(m_library.get(), &RunLibrary::failed, this, &MainWindow::tellError);
    connect(m_library.get(), &RunLibrary::opened, this, [this](const RunDocumentPtr& run) {
        m_stage->notice().clear();
        m_workspace->selection().set(run->worstLayer());
        if (run->state() == RunDocument::State::Stopped)
            offerResume(run); // how many layers it holds is known once it goes on
        updateRunBar();
    });
    connect(m_database.get(), &RunDatabase::failed, this, &MainWindow::tellError);
    connect(m_runs, &RunsView::openAsked, m_library.get(), &RunLibrary::open);
    connect(m_compare, &CompareView::openAsked, m_library.get(), &RunLibrary::open);
    connect(m_runs, &RunsView::pinsChanged, m_library.get(), &RunLibrary::setPins);
    connect(m_runs, &RunsView::removeAsked, m_library.get(), &RunLibrary::remove);
    connect(m_runs, &RunsView::lookedForChanges, m_library.get(), &RunLibrary::markAbandonedRuns);
    connect(m_runs, &RunsView::openFolderAsked, this, [this] { chooseFolder(FolderUse::OpenRun); });
    connect(m_runs, &RunsView::folderDropped, this, &MainWindow::open);
    connect(m_runs, &RunsView::resumeAsked, this, [this](const QString& id) {
        if (const RunDocumentPtr run = m_library->document(id))
            resumeStopped(run);
    });
    connect(m_runs, &RunsView::exportAsked, this, [this](const QString& id) {
        if (const RunDocumentPtr run = m_library->document(id))
            exportRun(run);
    });
    connect(m_runs, &RunsView::copyCommandAsked, this, [this](const QString& id) {
        if (const auto record = m_database->find(id))
            copyCommand(record->settings);
    });
}

void MainWindow::wireSettings()
{
    connect(m_settings.get(), &SettingsState::changed, this, &MainWindow::updateRunBar);
    connect(&m_form->estimatePanel(), &EstimatePanel::estimateChanged, this, &MainWindow::updateRunBar);
    connect(&m_form->estimatePanel(), &EstimatePanel::estimateLost, this, &MainWindow::updateRunBar);
    connect(m_layers, &LayersView::overrideAsked, this,
        [this](const QString& layer, int bits) { m_settings->setLayerBits(layer, bits); });
}

void MainWindow::wireRunBar()
{
    connect(m_runBar->runAction(), &QAction::triggered, this, &MainWindow::run);
    connect(m_runBar->pauseAction(), &QAction::triggered, m_controller.get(), &RunController::pause);
    connect(m_runBar->stopAction(), &QAction::triggered, m_controller.get(), &RunController::stop);
    connect(m_runBar->exportAction(), &QAction::triggered, this, [this] { exportRun(m_workspace->current()); });
    connect(m_workspace.get(), &Workspace::currentChanged, this, [this] {
        const RunDocumentPtr& run = m_workspace->current();
        for (const auto signal : { &RunDocument::progressChanged, &RunDocument::phaseChanged,
                 &RunDocument::stateChanged, &RunDocument::accuracyChanged })
            connect(run.get(), signal, this, &MainWindow::updateRunBar, Qt::UniqueConnection);
        updateRunBar();
    });
    connect(m_workspace.get(), &Workspace::stateChanged, this, [this](RunDocument* run) {
        if (run == m_workspace->current().get() && run->state() == RunDocument::State::Finished)
            statusBar()->showMessage(doneSentence(*run));
    });
}

void MainWindow::wireActions()
{
    const WindowActions& a = *m_actions;
    connect(a.openFile, &QAction::triggered, this, &MainWindow::chooseFile);
    connect(a.openFolder, &QAction::triggered, this, [this] { chooseFolder(FolderUse::OpenRun); });
    connect(m_actions, &WindowActions::recentChosen, this, &MainWindow::open);
    connect(a.newWindow, &QAction::triggered, this,
        [] { QProcess::startDetached(QCoreApplication::applicationFilePath(), {}); });
    connect(a.quit, &QAction::triggered, this, &MainWindow::close);
    connect(a.copyCommand, &QAction::triggered, this, [this] { copyCommand(m_settings->settings()); });
    connect(a.newRun, &QAction::triggered, this, [this] {
        if (!m_controller->isRunning())
            m_planned->show();
    });
    connect(a.useSettings, &QAction::triggered, this, [this] {
        RunSettings settings = m_workspace->current()->settings();
        settings.outputFolder.clear();
        settings.resume = false;
        m_settings->change(tr("Use settings of %1").arg(m_workspace->current()->name), settings);
    });
    connect(a.findLayer, &QAction::triggered, this, [this] {
        m_layout->raise(SideView::Layers);
        m_layers->focusFilter();
    });
    connect(a.keys, &QAction::triggered, this, [this] {
        auto* sheet = new ShortcutSheet(this);
        sheet->setAttribute(Qt::WA_DeleteOnClose);
        sheet->show();
    });
    connect(a.about, &QAction::triggered, this, &MainWindow::showAbout);
    connect(a.theme, &QActionGroup::triggered, this, [](const QAction* action) {
        const auto choice = static_cast<ThemeChoice>(action->data().toInt());
        preferences::setTheme(choice);
        applyTheme(choice);
    });
    connect(a.language, &QActionGroup::triggered, this, [](const QAction* action) {
        preferences::setLanguage(action->data().toString());
        applyLanguage(action->data().toString());
    });
}

void MainWindow::wireViewActions()
{
    const WindowActions& a = *m_actions;
    for (int page = 0; page < 3; ++page)
        connect(a.pages[page], &QAction::triggered, this, [this, page] { m_stage->setCurrent(page); });
    for (int view = 0; view < a.sideViews.size(); ++view) {
        connect(a.sideViews[view], &QAction::triggered, this,
            [this, view] { m_layout->raise(static_cast<SideView>(view)); });
    }
    connect(a.stageAlone, &QAction::toggled, m_layout, &WindowLayout::setStageAlone);
    connect(m_layout, &WindowLayout::stageAloneChanged, a.stageAlone, &QAction::setChecked);
    connect(a.resetLayout, &QAction::triggered, m_layout, &WindowLayout::applyDefaults);
    connect(a.nextArea, &QAction::triggered, this, [this] { stepArea(1); });
    connect(a.previousArea, &QAction::triggered, this, [this] { stepArea(-1); });
    connect(a.nextLayer, &QAction::triggered, this, [this] { stepLayer(1); });
    connect(a.previousLayer, &QAction::triggered, this, [this] { stepLayer(-1); });
    connect(a.nextChannel, &QAction::triggered, this, [this] { m_lattices->stepChannel(1); });
    connect(a.previousChannel, &QAction::triggered, this, [this] { m_lattices->stepChannel(-1); });
    LayerSelection& selection = m_workspace->selection();
    connect(a.follow, &QAction::triggered, &selection, &LayerSelection::setFollowing);
    connect(&selection, &LayerSelection::followingChanged, a.follow, &QAction::setChecked);
    a.follow->setChecked(selection.following());
    connect(&selection, &LayerSelection::latticeAsked, this, [this] { m_stage->setCurrent(1); });
}

} // namespace latticeq::ui
