// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/runs/runs_model.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QLineEdit;
class QStackedWidget;
class QToolButton;

namespace latticeq::ui {

class DeleteBar;
class RunsActions;
class RunsFilter;
class RunsTable;

/**
 * The list of remembered runs: search, sort, rename, annotate, pin, open, delete. Pins, names and notes go into the
 * database at once; everything that needs the rest of the window is asked for by a signal.
 */
class RunsView : public QWidget
{
    Q_OBJECT
public:
    explicit RunsView(RunDatabase& database, QWidget* parent = nullptr);

    /** The run that goes on in this window: it cannot be deleted and no other can be resumed; empty where none does. */
    void setActiveRun(const QString& id);
    QStringList selectedIds() const;
    QStringList pinnedIds() const; // the reference first
    /** Selects a run and scrolls to it, if it is shown. */
    void select(const QString& id);
    /** One sentence above the list, until the next choice. */
    void tell(const QString& sentence);

signals:
    void openAsked(const QString& id);
    void pinsChanged(const QStringList& idsInOrder); // the database has them already
    void resumeAsked(const QString& id);
    void exportAsked(const QString& id);
    void copyCommandAsked(const QString& id);
    void removeAsked(const QStringList& ids, bool withFiles); // the user has confirmed it
    void openFolderAsked(); // a folder is to be chosen
    void folderDropped(const QString& folder);
    void lookedForChanges(); // as every two seconds while the list is shown; processes may have died since

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void buildLayout();
    void connectActions();
    void search(const QString& text);
    void lookForChanges();
    void updateStates();
    void updateActions();
    void openCurrent();
    void togglePins();
    void showFolder() const;
    void askToDelete();
    void showMenu(const QPoint& position);
    void retranslate();

    RunDatabase& m_database;
    RunsModel* m_model;
    RunsFilter* m_filter;
    QLineEdit* m_search;
    QLabel* m_count;
    QToolButton* m_openFolder;
    QLabel* m_message;
    DeleteBar* m_deleteBar;
    QStackedWidget* m_pages;
    RunsTable* m_table;
    QLabel* m_empty;
    RunsActions* m_actions;
    QTimer m_poll; // looks for changes by other windows
    QString m_activeRun;
    int m_rowsFitted = -1; // how many runs there were when the columns were made to fit
};

} // namespace latticeq::ui
