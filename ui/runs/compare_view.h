// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/workspace/workspace.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

class QCheckBox;
class QCustomPlot;
class QLabel;
class QStackedWidget;
class QTableView;
class QToolButton;

namespace latticeq::ui {

class CompareModel;
class RunDatabase;
class SizeScatter;
struct SizePoint;

/**
 * The page "Compare": the pinned runs, and the current one beside them if it has a result, as a table of differences,
 * and below it what every remembered run of the same model reaches at which size.
 */
class CompareView : public QWidget
{
    Q_OBJECT
public:
    explicit CompareView(Workspace& workspace, QWidget* parent = nullptr);

    /** Where the other runs of the scatter plot come from; it must outlive the view or be taken away. */
    void setDatabase(RunDatabase* database);
    /** The runs that are compared, the reference first; fewer than two where there is nothing to compare. */
    QList<RunDocumentPtr> runs() const;
    CompareModel& model() { return *m_model; }
    QCustomPlot& plot();
    /** Brings table and plot up to date, also while the view is hidden: an export draws them all the same. */
    void refresh();

public slots:
    /** The table as text onto the clipboard (Ctrl+C). */
    void copy() const;

signals:
    void openAsked(const QString& id); // a double click on a run in the scatter plot

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void buildTable();
    QWidget* buildPage();
    void markDirty();
    void updateTable(const QList<RunDocumentPtr>& runs);
    void updateScatter(const QList<RunDocumentPtr>& runs);
    std::vector<SizePoint> otherRuns(const QList<RunDocumentPtr>& runs) const;
    void retranslate();

    Workspace& m_workspace;
    QPointer<RunDatabase> m_database;
    CompareModel* m_model;
    QStackedWidget* m_pages;
    QLabel* m_empty;
    QCheckBox* m_differencesOnly;
    QToolButton* m_copy;
    QTableView* m_table;
    QLabel* m_footnote;
    SizeScatter* m_scatter;
    QTimer m_update;
    bool m_dirty = true;
};

} // namespace latticeq::ui
