// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/preferences.h"
#include "ui/window/run_bar.h"
#include "ui/window/window_actions.h"
#include "ui/window/window_layout.h"

#include <QActionGroup>
#include <QCoreApplication>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QUndoStack>

using namespace latticeq::ui;

class TestWindowActions : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void init();
    void cleanup() { m_window.reset(); }

    void everyActionIsInAMenuAndHasAText();
    void noKeyIsUsedTwice();
    void menuTitlesHaveDifferentLetters();
    void pagesAndSideViewsAreNumbered();
    void undoFollowsTheStack();
    void recentFilesAreListedAndChosen();
    void withoutRecentFilesTheMenuSaysSo();
    void themeAndLanguageStartAsRemembered();
    void oneChoiceExcludesTheOthers();

private:
    WindowActions& actions() { return *m_window->findChild<WindowActions*>(); }
    QList<QAction*> inMenus();

    QTemporaryDir m_folder;
    std::unique_ptr<QMainWindow> m_window;
    RunBar* m_bar = nullptr;
    QUndoStack m_undo;
};

void TestWindowActions::initTestCase()
{
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_folder.path());
    QCoreApplication::setOrganizationName("LatticeQ tests");
}

void TestWindowActions::init()
{
    QSettings().clear();
    m_undo.clear();
    m_window = std::make_unique<QMainWindow>();
    m_bar = new RunBar(m_window.get());
    new WindowActions(*m_window, *m_bar, m_undo);
}

/** All actions that a menu or a menu in it shows; submenus and separators left out. */
QList<QAction*> TestWindowActions::inMenus()
{
    QList<QAction*> found;
    QList<QMenu*> menus;
    for (const QAction* top : m_window->menuBar()->actions())
        menus.append(top->menu());
    for (qsizetype i = 0; i < menus.size(); ++i) {
        for (QAction* action : menus[i]->actions()) {
            if (action->menu())
                menus.append(action->menu());
            else if (!action->isSeparator())
                found.append(action);
        }
    }
    return found;
}

void TestWindowActions::everyActionIsInAMenuAndHasAText()
{
    const QList<QAction*> shown = inMenus();
    for (QAction* action : actions().findChildren<QAction*>(QString(), Qt::FindDirectChildrenOnly))
        QVERIFY2(shown.contains(action), qPrintable(action->objectName()));
    for (QAction* action : { m_bar->runAction(), m_bar->pauseAction(), m_bar->stopAction(), m_bar->exportAction() })
        QVERIFY2(shown.contains(action), qPrintable(action->objectName()));
    for (const QAction* action : shown)
        QVERIFY2(!action->text().isEmpty(), qPrintable(action->objectName()));
}

void TestWindowActions::noKeyIsUsedTwice()
{
    QHash<QKeySequence, QString> users;
    for (const QAction* action : inMenus()) {
        for (const QKeySequence& key : action->shortcuts()) {
            QVERIFY2(!users.contains(key), qPrintable(key.toString() + " of " + action->text()));
            users.insert(key, action->text());
        }
    }
    QVERIFY(users.size() > 25);
}

void TestWindowActions::menuTitlesHaveDifferentLetters()
{
    QSet<QChar> letters;
    for (const QAction* menu : m_window->menuBar()->actions()) {
        const qsizetype mark = menu->text().indexOf('&');
        QVERIFY(mark >= 0);
        QVERIFY2(!letters.contains(menu->text().at(mark + 1)), qPrintable(menu->text()));
        letters.insert(menu->text().at(mark + 1));
    }
}

void TestWindowActions::pagesAndSideViewsAreNumbered()
{
    QCOMPARE(actions().pages.size(), 3);
    for (int page = 0; page < 3; ++page)
        QCOMPARE(actions().pages[page]->shortcut(), QKeySequence(QString("Ctrl+%1").arg(page + 1)));
    QCOMPARE(actions().sideViews.size(), 8);
    const std::pair<SideView, const char*> keys[] = { { SideView::Settings, "Ctrl+4" }, { SideView::Layers, "Ctrl+5" },
        { SideView::Runs, "Ctrl+6" }, { SideView::Convergence, "Ctrl+7" }, { SideView::Accuracy, "Ctrl+8" },
        { SideView::Log, "Ctrl+9" }, { SideView::Distribution, "Ctrl+0" }, { SideView::TradeOff, "Ctrl+Shift+T" } };
    for (const auto& [view, key] : keys) {
        const QAction* action = actions().sideViews[static_cast<int>(view)];
        QCOMPARE(action->shortcut(), QKeySequence(QString(key)));
        QCOMPARE(action->text(), sideViewTitle(view));
    }
}

void TestWindowActions::undoFollowsTheStack()
{
    const auto undo = [this] {
        for (QAction* action : inMenus()) {
            if (action->shortcut() == QKeySequence("Ctrl+Z"))
                return action;
        }
        return static_cast<QAction*>(nullptr);
    };
    QVERIFY(undo() && !undo()->isEnabled());
    m_undo.push(new QUndoCommand("Weight bits"));
    QVERIFY(undo()->isEnabled());
    undo()->trigger();
    QVERIFY(!m_undo.canUndo());
}

void TestWindowActions::recentFilesAreListedAndChosen()
{
    preferences::addRecentFile("/models/a.pth");
    preferences::addRecentFile("/runs/b");
    QSignalSpy chosen(&actions(), &WindowActions::recentChosen);
    QMenu& menu = *actions().recentMenu;
    emit menu.aboutToShow();
    QCOMPARE(menu.actions().first()->text(), QString("/runs/b"));
    menu.actions().at(1)->trigger();
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.first().first().toString(), QString("/models/a.pth"));
    menu.actions().last()->trigger();
    QVERIFY(preferences::recentFiles().isEmpty());
    emit menu.aboutToShow();
    QCOMPARE(menu.actions().size(), 1);
}

void TestWindowActions::withoutRecentFilesTheMenuSaysSo()
{
    emit actions().recentMenu->aboutToShow();
    QCOMPARE(actions().recentMenu->actions().size(), 1);
    QVERIFY(!actions().recentMenu->actions().first()->isEnabled());
    QVERIFY(!actions().recentMenu->actions().first()->text().isEmpty());
}

void TestWindowActions::themeAndLanguageStartAsRemembered()
{
    QCOMPARE(actions().theme->checkedAction()->objectName(), QString("themeSystem"));
    QCOMPARE(actions().language->checkedAction()->objectName(), QString("languageSystem"));
    preferences::setTheme(ThemeChoice::Dark);
    preferences::setLanguage("fr");
    QMainWindow window;
    RunBar bar;
    const WindowActions remembered(window, bar, m_undo);
    QCOMPARE(remembered.theme->checkedAction()->data().toInt(), static_cast<int>(ThemeChoice::Dark));
    QCOMPARE(remembered.language->checkedAction()->data().toString(), QString("fr"));
}

void TestWindowActions::oneChoiceExcludesTheOthers()
{
    QSignalSpy triggered(actions().theme, &QActionGroup::triggered);
    for (QAction* action : actions().theme->actions()) {
        action->trigger();
        QCOMPARE(actions().theme->checkedAction(), action);
    }
    QCOMPARE(triggered.size(), 3);
}

QTEST_MAIN(TestWindowActions)
#include "tst_window_actions.moc"
