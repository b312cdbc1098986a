// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/version.h"
#include "ui/layers/layers_view.h"
#include "ui/report/export_sheet.h"
#include "ui/runs/run_records.h"
#include "ui/settings/quantize_command.h"
#include "ui/settings/settings_form.h"
#include "ui/window/focus_into.h"
#include "ui/window/main_window.h"
#include "ui/window/notice_bar.h"
#include "ui/window/planned_run.h"
#include "ui/window/run_library.h"
#include "ui/window/run_notices.h"
#include "ui/window/stage.h"
#include "ui/window/window_layout.h"

#include <QApplication>
#include <QClipboard>
#include <QDockWidget>
#include <QFileDialog>
#include <QMessageBox>
#include <QStatusBar>
#include <QUuid>

#include <algorithm>

namespace latticeq::ui {

void MainWindow::chooseFile()
{
    auto* dialog = new QFileDialog(this, tr("Open checkpoint"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setNameFilters({ tr("Checkpoints (*.pth *.pt *.safetensors)"), tr("All files (*)") });
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &MainWindow::open);
    dialog->open();
}

void MainWindow::chooseFolder(FolderUse use)
{
    const QString titles[]
        = { tr("Open run folder"), tr("Choose the folder of images"), tr("Choose the folder for new runs") };
    auto* dialog = new QFileDialog(this, titles[static_cast<int>(use)]);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, [this, use](const QString& folder) {
        if (use == FolderUse::Runs) {
            m_controller->setRunsFolder(folder);
            run();
        } else {
            open(folder);
        }
    });
    dialog->open();
}

void MainWindow::openStopped(const QString& folder)
{
    if (const auto known = m_database->byFolder(recordedFolder(folder))) {
        m_library->open(known->id);
        return;
    }
    m_tasks->ask([path = folder.toStdString()](Engine& engine) { return engine.stoppedRun(path); })
        .then(this,
            [this](const RunSettings& settings) {
                auto run = std::make_shared<RunDocument>(settings);
                run->id = QUuid::createUuid().toString(QUuid::WithoutBraces);
                run->started = QDateTime::currentDateTime();
                offerResume(run);
            })
        .onFailed(this, [this](const std::exception& error) { tellError(QString::fromUtf8(error.what())); });
}

void MainWindow::offerResume(const RunDocumentPtr& run)
{
    m_stage->notice().show(NoticeBar::Kind::Info,
        tr("%1 holds a run that was stopped.").arg(QString::fromStdString(run->settings().outputFolder)),
        { { tr("Resume"), [this, run] { resumeStopped(run); } } });
    m_stage->notice().setSayAgain([this, run] { offerResume(run); });
}

void MainWindow::exportRun(const RunDocumentPtr& run)
{
    if (!run->result())
        return;
    const auto exporter = [engine = m_session->engine()](const std::string& source, const std::string& format,
                              const std::string& target) { return engine.get()->exportModel(source, format, target); };
    auto* sheet = new ExportSheet(run, plots(), exporter, this);
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    sheet->setAllRuns(m_workspace->shown());
    sheet->setCommand(quantizeCommand(run->settings()));
    sheet->open();
}

void MainWindow::copyCommand(const RunSettings& settings)
{
    QApplication::clipboard()->setText(quantizeCommand(settings));
    statusBar()->showMessage(tr("The command is on the clipboard."));
}

void MainWindow::stepLayer(int step)
{
    const RunDocument& run = *m_workspace->current();
    const int count = static_cast<int>(run.layers().size());
    if (count == 0)
        return;
    const int index = std::clamp(run.indexOf(m_workspace->selection().current()) + step, 0, count - 1);
    m_workspace->selection().choose(run.layers()[static_cast<size_t>(index)].name());
}

void MainWindow::stepArea(int step)
{
    QList<QWidget*> areas { m_stage->page(m_stage->current()) };
    for (const QDockWidget* dock : findChildren<QDockWidget*>(QString(), Qt::FindDirectChildrenOnly)) {
        if (dock->isVisible() && !dock->visibleRegion().isEmpty())
            areas.append(dock->widget());
    }
    qsizetype now = 0;
    for (qsizetype i = 0; i < areas.size(); ++i) {
        if (areas[i]->isAncestorOf(QApplication::focusWidget()) || areas[i] == QApplication::focusWidget())
            now = i;
    }
    focusInto(
        *areas[(now + step + areas.size()) % areas.size()], step > 0 ? Qt::TabFocusReason : Qt::BacktabFocusReason);
}

void MainWindow::showAbout()
{
    auto* box = new QMessageBox(QMessageBox::NoIcon, tr("About LatticeQ Explorer"),
        tr("LatticeQ Explorer %1\n\nMakes a convolutional network small by lattice quantization, and shows what that "
           "does to every layer. After LatticeQ (Metz et al., DATE 2023).\n\nGPL-3.0-or-later. Built with Qt, "
           "QCustomPlot and LibTorch.")
            .arg(QLatin1String(kVersion)),
        QMessageBox::Close, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

} // namespace latticeq::ui
