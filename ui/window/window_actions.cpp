// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/window_actions.h"

#include "ui/support/icon.h"
#include "ui/window/preferences.h"
#include "ui/window/run_bar.h"
#include "ui/window/window_layout.h"

#include <QActionGroup>
#include <QDir>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QUndoStack>

namespace latticeq::ui {

namespace {

/** Keys of the side views in the order of SideView: Settings, Convergence, Distribution, TradeOff, Accuracy, … */
constexpr const char* kSideViewKeys[]
    = { "Ctrl+4", "Ctrl+7", "Ctrl+0", "Ctrl+Shift+T", "Ctrl+8", "Ctrl+5", "Ctrl+6", "Ctrl+9" };
constexpr int kSideViews = 8;

} // namespace

WindowActions::WindowActions(QMainWindow& window, RunBar& runBar, QUndoStack& undoStack)
    : QObject(&window)
{
    makeFileMenu(window, runBar);
    makeEditMenu(window, undoStack);
    makeViewMenu(window);
    makeRunMenu(window, runBar);
    makeHelpMenu(window);
    retranslate();
}

QAction* WindowActions::make(const QString& name, const QString& shortcut)
{
    auto* action = new QAction(this);
    action->setObjectName(name);
    if (!shortcut.isEmpty())
        action->setShortcut(QKeySequence(shortcut));
    return action;
}

void WindowActions::makeFileMenu(QMainWindow& window, RunBar& runBar)
{
    openFile = make(QStringLiteral("openFile"), QStringLiteral("Ctrl+O"));
    openFile->setIcon(icon(QStringLiteral("open")));
    openFolder = make(QStringLiteral("openFolder"), QStringLiteral("Ctrl+Shift+O"));
    newWindow = make(QStringLiteral("newWindow"), QStringLiteral("Ctrl+Shift+N"));
    quit = make(QStringLiteral("quit"), QStringLiteral("Ctrl+Q"));
    quit->setMenuRole(QAction::QuitRole);
    m_file = window.menuBar()->addMenu(QString());
    m_file->addActions({ openFile, openFolder });
    recentMenu = m_file->addMenu(QString());
    connect(recentMenu, &QMenu::aboutToShow, this, &WindowActions::fillRecentMenu);
    m_file->addSeparator();
    m_file->addAction(runBar.exportAction());
    m_file->addSeparator();
    m_file->addActions({ newWindow, quit });
}

void WindowActions::fillRecentMenu()
{
    recentMenu->clear();
    for (const QString& path : preferences::recentFiles()) {
        QAction* action = recentMenu->addAction(QDir::toNativeSeparators(path));
        connect(action, &QAction::triggered, this, [this, path] { emit recentChosen(path); });
    }
    if (recentMenu->isEmpty()) {
        recentMenu->addAction(tr("Nothing was opened yet"))->setEnabled(false);
        return;
    }
    recentMenu->addSeparator();
    connect(recentMenu->addAction(tr("Clear this list")), &QAction::triggered, &preferences::clearRecentFiles);
}

void WindowActions::makeEditMenu(QMainWindow& window, QUndoStack& undoStack)
{
    m_undo = undoStack.createUndoAction(this);
    m_undo->setShortcut(QKeySequence(QStringLiteral("Ctrl+Z")));
    m_redo = undoStack.createRedoAction(this);
    m_redo->setShortcut(QKeySequence(QStringLiteral("Ctrl+Shift+Z")));
    copyCommand = make(QStringLiteral("copyCommand"), QStringLiteral("Ctrl+Shift+C"));
    copyCommand->setIcon(icon(QStringLiteral("copy")));
    findLayer = make(QStringLiteral("findLayer"), QStringLiteral("Ctrl+F"));
    findLayer->setIcon(icon(QStringLiteral("search")));
    m_edit = window.menuBar()->addMenu(QString());
    m_edit->addActions({ m_undo, m_redo });
    m_edit->addSeparator();
    m_edit->addActions({ copyCommand, findLayer });
}

QActionGroup* WindowActions::makeChoices(
    QMenu* menu, const QStringList& names, const QVariantList& data, const QVariant& chosen)
{
    auto* group = new QActionGroup(this);
    for (qsizetype i = 0; i < names.size(); ++i) {
        QAction* action = menu->addAction(QString());
        action->setObjectName(names[i]);
        action->setCheckable(true);
        action->setData(data[i]);
        action->setChecked(data[i] == chosen);
        group->addAction(action);
    }
    return group;
}

void WindowActions::makeViewMenu(QMainWindow& window)
{
    m_view = window.menuBar()->addMenu(QString());
    for (int page = 0; page < 3; ++page)
        pages.append(make(QStringLiteral("page%1").arg(page), QStringLiteral("Ctrl+%1").arg(page + 1)));
    m_view->addActions(pages);
    m_view->addSeparator();
    for (int view = 0; view < kSideViews; ++view)
        sideViews.append(make(QStringLiteral("sideView%1").arg(view), QString::fromLatin1(kSideViewKeys[view])));
    m_view->addActions(sideViews);
    m_view->addSeparator();
    m_themeMenu = m_view->addMenu(QString());
    theme = makeChoices(
        m_themeMenu, { "themeSystem", "themeLight", "themeDark" }, { 0, 1, 2 }, static_cast<int>(preferences::theme()));
    m_languageMenu = m_view->addMenu(QString());
    language = makeChoices(m_languageMenu, { "languageSystem", "languageEnglish", "languageFrench" },
        { QString(), QStringLiteral("en"), QStringLiteral("fr") }, preferences::language());
    m_view->addSeparator();
    nextArea = make(QStringLiteral("nextArea"), QStringLiteral("F6"));
    previousArea = make(QStringLiteral("previousArea"), QStringLiteral("Shift+F6"));
    stageAlone = make(QStringLiteral("stageAlone"), QStringLiteral("F11"));
    stageAlone->setCheckable(true);
    resetLayout = make(QStringLiteral("resetLayout"));
    m_view->addActions({ nextArea, previousArea, stageAlone, resetLayout });
}

void WindowActions::makeRunMenu(QMainWindow& window, RunBar& runBar)
{
    newRun = make(QStringLiteral("newRun"), QStringLiteral("Ctrl+N"));
    useSettings = make(QStringLiteral("useSettings"), QStringLiteral("Ctrl+Shift+U"));
    follow = make(QStringLiteral("followSearch"));
    follow->setCheckable(true);
    follow->setIcon(icon(QStringLiteral("follow")));
    previousLayer = make(QStringLiteral("previousLayer"), QStringLiteral("Alt+PgUp"));
    nextLayer = make(QStringLiteral("nextLayer"), QStringLiteral("Alt+PgDown"));
    previousChannel = make(QStringLiteral("previousChannel"), QStringLiteral("Alt+Left"));
    nextChannel = make(QStringLiteral("nextChannel"), QStringLiteral("Alt+Right"));
    m_run = window.menuBar()->addMenu(QString());
    m_run->addActions({ runBar.runAction(), runBar.pauseAction(), runBar.stopAction(), newRun, useSettings });
    m_run->addSeparator();
    m_run->addActions({ follow, previousLayer, nextLayer, previousChannel, nextChannel });
}

void WindowActions::makeHelpMenu(QMainWindow& window)
{
    keys = make(QStringLiteral("keys"), QStringLiteral("F1"));
    about = make(QStringLiteral("about"));
    about->setMenuRole(QAction::AboutRole);
    m_help = window.menuBar()->addMenu(QString());
    m_help->addActions({ keys, about });
}

void WindowActions::retranslate()
{
    m_file->setTitle(tr("&File"));
    m_edit->setTitle(tr("&Edit"));
    m_view->setTitle(tr("&View"));
    m_run->setTitle(tr("&Run"));
    m_help->setTitle(tr("&Help"));
    m_themeMenu->setTitle(tr("Theme"));
    m_languageMenu->setTitle(tr("Language"));
    recentMenu->setTitle(tr("Open recent"));
    const std::pair<QAction*, QString> texts[] = { { openFile, tr("Open checkpoint…") },
        { openFolder, tr("Open run folder…") }, { newWindow, tr("New window") }, { quit, tr("Quit") },
        { m_undo, tr("Undo setting") }, { m_redo, tr("Redo setting") }, { copyCommand, tr("Copy settings as command") },
        { findLayer, tr("Find layer…") }, { newRun, tr("Plan new run") },
        { useSettings, tr("Use this run's settings") }, { follow, tr("Follow the search") },
        { previousLayer, tr("Previous layer") }, { nextLayer, tr("Next layer") },
        { previousChannel, tr("Previous channel") }, { nextChannel, tr("Next channel") }, { nextArea, tr("Next area") },
        { previousArea, tr("Previous area") }, { stageAlone, tr("Stage alone") }, { resetLayout, tr("Reset layout") },
        { keys, tr("Keys") }, { about, tr("About LatticeQ Explorer") }, { pages[0], tr("Errors") },
        { pages[1], tr("Lattices") }, { pages[2], tr("Compare") } };
    for (const auto& [action, text] : texts)
        action->setText(text);
    for (int view = 0; view < kSideViews; ++view)
        sideViews[view]->setText(sideViewTitle(static_cast<SideView>(view)));
    const QString themes[] = { tr("As the system"), tr("Light"), tr("Dark") };
    // Languages are written in themselves.
    const QString languages[] = { tr("As the system"), QStringLiteral("English"), QStringLiteral("Français") };
    for (int i = 0; i < 3; ++i) {
        theme->actions().at(i)->setText(themes[i]);
        language->actions().at(i)->setText(languages[i]);
    }
}

} // namespace latticeq::ui
