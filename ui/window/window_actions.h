// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QObject>

class QActionGroup;
class QMainWindow;
class QMenu;
class QUndoStack;

namespace latticeq::ui {

class RunBar;

/** The menus and their actions; the window connects them. */
class WindowActions : public QObject
{
    Q_OBJECT
public:
    WindowActions(QMainWindow& window, RunBar& runBar, QUndoStack& undoStack);

    QAction* openFile;
    QAction* openFolder;
    QAction* newWindow;
    QAction* quit;
    QAction* copyCommand;
    QAction* findLayer;
    QAction* newRun;
    QAction* useSettings;
    QAction* follow;
    QAction* previousLayer;
    QAction* nextLayer;
    QAction* previousChannel;
    QAction* nextChannel;
    QAction* nextArea;
    QAction* previousArea;
    QAction* stageAlone;
    QAction* resetLayout;
    QAction* keys;
    QAction* about;
    QList<QAction*> pages; // Errors, Lattices, Compare
    QList<QAction*> sideViews; // in the order of SideView
    QActionGroup* theme; // data: ThemeChoice
    QActionGroup* language; // data: "", "en", "fr"
    QMenu* recentMenu;

    void retranslate();

signals:
    void recentChosen(const QString& path);

private:
    QAction* make(const QString& name, const QString& shortcut = {});
    void makeFileMenu(QMainWindow& window, RunBar& runBar);
    void makeEditMenu(QMainWindow& window, QUndoStack& undoStack);
    void makeViewMenu(QMainWindow& window);
    void makeRunMenu(QMainWindow& window, RunBar& runBar);
    void makeHelpMenu(QMainWindow& window);
    void fillRecentMenu();
    QActionGroup* makeChoices(QMenu* menu, const QStringList& names, const QVariantList& data, const QVariant& chosen);

    QMenu* m_file;
    QMenu* m_edit;
    QMenu* m_view;
    QMenu* m_run;
    QMenu* m_help;
    QMenu* m_themeMenu;
    QMenu* m_languageMenu;
    QAction* m_undo;
    QAction* m_redo;
};

} // namespace latticeq::ui
