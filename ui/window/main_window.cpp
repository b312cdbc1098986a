// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/main_window.h"

#include "core/graph/model_catalog.h"
#include "core/io/run_json.h"
#include "ui/bits/trade_off_plot.h"
#include "ui/bits/trade_off_view.h"
#include "ui/lattices/lattice_view.h"
#include "ui/layers/layers_view.h"
#include "ui/layers/log_view.h"
#include "ui/plots/accuracy_plot.h"
#include "ui/plots/convergence_plot.h"
#include "ui/plots/distribution_plot.h"
#include "ui/plots/error_plot.h"
#include "ui/report/export_sheet.h"
#include "ui/runs/compare_view.h"
#include "ui/runs/runs_view.h"
#include "ui/settings/network_choice.h"
#include "ui/settings/settings_form.h"
#include "ui/window/device_label.h"
#include "ui/window/notice_bar.h"
#include "ui/window/open_request.h"
#include "ui/window/planned_run.h"
#include "ui/window/preferences.h"
#include "ui/window/run_bar.h"
#include "ui/window/run_library.h"
#include "ui/window/stage.h"
#include "ui/window/window_actions.h"
#include "ui/window/window_layout.h"
#include "ui/workspace/phase_text.h"

#include <QCloseEvent>
#include <QDockWidget>
#include <QLocale>
#include <QMimeData>
#include <QStatusBar>

namespace latticeq::ui {

namespace {

constexpr auto kSettingsKey = "lastSettings";
constexpr auto kLayersKey = "layersTable";
constexpr auto kGroupsKey = "openSettingsGroups";

} // namespace

MainWindow::MainWindow(RunSession::Opener opener, const WindowPlaces& places, QWidget* parent)
    : QMainWindow(parent)
    , m_tasks(std::make_unique<EngineTasks>())
    , m_session(std::make_unique<RunSession>(std::move(opener)))
    , m_workspace(std::make_unique<Workspace>())
    , m_settings(std::make_unique<SettingsState>())
    , m_database(std::make_unique<RunDatabase>(places.database))
    , m_controller(std::make_unique<RunController>(*m_session, *m_workspace))
{
    m_tasks->setEngine(m_session->engine());
    if (!places.runsFolder.isEmpty())
        m_controller->setRunsFolder(places.runsFolder);
    m_library = std::make_unique<RunLibrary>(*m_database, *m_controller, *m_tasks, *m_workspace);
    m_planned = std::make_unique<PlannedRun>(*m_settings, *m_tasks, *m_workspace);
    setAcceptDrops(true);
    restoreSettings();
    makeViews();
    wireEngine();
    wireDevice();
    wireRuns();
    wireLibrary();
    wireSettings();
    wireActions();
    wireViewActions();
    wireRunBar();
    m_layout->restore();
    m_lattices->restoreChoices(loadLatticeChoices());
    m_layers->restoreState(preferences::value(QLatin1String(kLayersKey)));
    if (preferences::contains(QLatin1String(kGroupsKey))) // a person may have closed them all
        m_form->setOpenGroups(
            QString::fromLatin1(preferences::value(QLatin1String(kGroupsKey))).split(u' ', Qt::SkipEmptyParts));
    retranslate();
    m_planned->show();
    if (!m_database->notice().isEmpty())
        tellError(m_database->notice());
}

MainWindow::~MainWindow()
{
    // Answers that come too late find nobody: first the run and what was asked beside it, then their receivers.
    m_session.reset();
    m_tasks.reset();
    // Views look at the workspace to their last moment.
    qDeleteAll(findChildren<QDockWidget*>(QString(), Qt::FindDirectChildrenOnly));
    delete takeCentralWidget();
}

void MainWindow::makeViews()
{
    Workspace& workspace = *m_workspace;
    m_runBar = new RunBar(this);
    addToolBar(Qt::TopToolBarArea, m_runBar);
    m_stage = new Stage(this);
    setCentralWidget(m_stage);
    m_stage->addPage(m_errors = new ErrorPlot(workspace), QString());
    m_stage->addPage(m_lattices = new LatticeView(workspace), QString());
    m_stage->addPage(m_compare = new CompareView(workspace), QString());
    m_compare->setDatabase(m_database.get());
    m_layout = new WindowLayout(*this);
    m_layout->add(SideView::Settings, m_form = new SettingsForm(*m_settings));
    m_layout->add(SideView::Convergence, m_convergence = new ConvergencePlot(workspace));
    m_layout->add(SideView::Distribution, m_distribution = new DistributionPlot(workspace));
    m_layout->add(SideView::TradeOff, m_tradeOff = new TradeOffView(workspace));
    m_layout->add(SideView::Accuracy, m_accuracy = new AccuracyPlot(workspace));
    m_layout->add(SideView::Layers, m_layers = new LayersView(workspace));
    m_layout->add(SideView::Runs, m_runs = new RunsView(*m_database));
    m_layout->add(SideView::Log, m_log = new LogView(workspace));
    m_actions = new WindowActions(*this, *m_runBar, m_settings->undoStack());
    statusBar()->setSizeGripEnabled(false);
    // Permanent: messages come and go beside it.
    statusBar()->addPermanentWidget(m_device = new DeviceLabel(this));
}

QList<NamedPlot> MainWindow::plots()
{
    // Pages and tabs that were never shown have no size of their own yet.
    for (int page = 0; page < m_stage->pages(); ++page)
        m_stage->page(page)->resize(m_stage->page(m_stage->current())->size());
    if (!m_distribution->isVisible())
        m_distribution->resize(m_convergence->size());
    m_lattices->refresh();
    for (PlotView* view : std::initializer_list<PlotView*> { m_errors, m_convergence, m_distribution, m_accuracy })
        view->refresh();
    // A wide one before a narrow one: so they fill the lines of a report.
    QList<NamedPlot> plots { { tr("Errors"), &m_errors->plot() }, { tr("Convergence"), &m_convergence->plot() },
        { tr("Lattices"), &m_lattices->plot() }, { tr("Distribution"), &m_distribution->plot() },
        { tr("Accuracy"), &m_accuracy->plot() } };
    if (const BitsChoice* choice = m_workspace->current()->bitsChoice(); choice && !choice->curve.empty()) {
        if (!m_tradeOff->isVisible())
            m_tradeOff->plot().resize(m_convergence->size());
        m_tradeOff->plot().refresh();
        plots.append({ tr("Trade-off"), &m_tradeOff->plot().plot() });
    }
    if (m_workspace->shown().size() > 1) {
        m_compare->refresh();
        plots.append({ tr("Compare"), &m_compare->plot() });
    }
    return plots;
}

void MainWindow::restoreSettings()
{
    const QByteArray stored = preferences::value(QLatin1String(kSettingsKey));
    if (stored.isEmpty())
        return;
    try {
        const auto json = nlohmann::ordered_json::parse(stored.toStdString());
        m_settings->change(tr("Last settings"), settingsFromJson(json, kSettingsKey));
        m_settings->undoStack().clear();
    } catch (const std::exception&) {
        statusBar()->showMessage(tr("The last settings could not be read; the demo's are shown."));
    }
}

void MainWindow::open(const QString& nameOrPath)
{
    using Kind = OpenRequest::Kind;
    const OpenRequest request = classifyOpenRequest(nameOrPath);
    RunSettings settings = m_settings->settings();
    switch (request.kind) {
    case Kind::Unusable: tellError(request.problem); return;
    case Kind::RunFolder: m_library->openFolder(request.target); break;
    case Kind::StoppedRun: openStopped(request.target); break;
    case Kind::PackedCheckpoint: m_library->openPacked(request.target); break;
    case Kind::Network:
        changeNetwork(settings, request.target.toStdString());
        m_settings->change(tr("Open %1").arg(QString::fromStdString(modelTitle(settings.model))), settings);
        break;
    case Kind::Weights:
        settings.weights = request.target.toStdString();
        m_settings->change(tr("Open weights"), settings);
        break;
    case Kind::DataFolder:
        settings.data = request.target.toStdString();
        m_settings->change(tr("Open data"), settings);
        break;
    }
    if (request.kind != Kind::Network || latticeq::isModelFile(settings.model))
        preferences::addRecentFile(request.target);
    const bool editsSettings
        = request.kind == Kind::Network || request.kind == Kind::Weights || request.kind == Kind::DataFolder;
    if (editsSettings && !m_controller->isRunning())
        m_planned->show();
}

void MainWindow::run()
{
    if (m_controller->isRunning()) {
        m_controller->resume();
        return;
    }
    const QString problem = m_form->estimatePanel().problem();
    if (!problem.isEmpty()) {
        if (m_planned->problem().isEmpty())
            tellError(problem);
        else
            tellModelProblem(); // nothing else can be judged before it
        return;
    }
    m_stage->notice().clear();
    m_controller->start(m_settings->settings(), m_planned->model());
}

void MainWindow::updateRunBar()
{
    m_runBar->showRun(
        *m_workspace->current(), m_form->estimatePanel().estimate(), m_controller->running().get());
    updateTitle();
}

void MainWindow::updateTitle()
{
    const RunDocumentPtr& running = m_controller->running();
    const QString progress = running ? m_runBar->titleText(*running) : QString();
    const QString program = tr("LatticeQ Explorer");
    setWindowTitle(progress.isEmpty() ? program : tr("%1 · %2", "progress, program").arg(progress, program));
}

void MainWindow::showEvent(QShowEvent* event)
{
    QMainWindow::showEvent(event);
    if (m_opened)
        return;
    m_opened = true;
    // The window is painted first; the library takes up to a second.
    QTimer::singleShot(0, this, [this] {
        m_layout->resizeAfterShow();
        m_library->showPins();
        QTimer::singleShot(0, m_session.get(), &RunSession::open);
    });
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (m_controller->isRunning() && !m_closing) {
        askToClose();
        event->ignore();
        return;
    }
    m_layout->save();
    storeLatticeChoices(m_lattices->choices());
    preferences::setValue(QLatin1String(kLayersKey), m_layers->saveState());
    preferences::setValue(QLatin1String(kGroupsKey), m_form->openGroups().join(u' ').toLatin1());
    preferences::setValue(
        QLatin1String(kSettingsKey), QByteArray::fromStdString(settingsToJson(m_settings->settings()).dump()));
    event->accept();
}

void MainWindow::askToClose()
{
    const RunDocument& run = *m_controller->running();
    const QString sentence = run.searchedLayer() >= 0
        ? tr("A run is at layer %1 of %2. Finished layers are kept.")
              .arg(run.searchedLayer() + 1)
              .arg(run.layers().size())
        : tr("A run is at “%1”. Finished layers are kept.").arg(phaseText(run.phase()));
    m_stage->notice().show(NoticeBar::Kind::Warning, sentence,
        { { tr("Stop and close"),
              [this] {
                  m_closing = true;
                  m_controller->stop();
                  m_stage->notice().show(NoticeBar::Kind::Info, tr("Stopping…"));
              } },
            { tr("Keep running"), [] {} } });
    m_stage->notice().setSayAgain([this] {
        if (m_controller->isRunning())
            askToClose();
    });
    m_stage->notice().setFocus();
}

void MainWindow::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange && m_actions) {
        setLocale(QLocale());
        statusBar()->clearMessage(); // said in the other language
        retranslate();
    }
    QMainWindow::changeEvent(event);
}

void MainWindow::retranslate()
{
    m_actions->retranslate();
    m_layout->retranslate();
    const QString titles[] = { tr("Errors"), tr("Lattices"), tr("Compare") };
    for (int page = 0; page < 3; ++page)
        m_stage->setTitle(page, titles[page]);
    updateRunBar();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    if (event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event)
{
    for (const QUrl& url : event->mimeData()->urls()) {
        if (url.isLocalFile())
            open(url.toLocalFile());
    }
}

} // namespace latticeq::ui
