// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/workspace/workspace.h"

#include <QWidget>

class QAction;
class QLabel;
class QTableView;

namespace latticeq::ui {

class ColumnMenu;
class LayersBar;
class LayersFilter;
class LayersModel;

/** The layers of the current run as a table, with its filter, its columns and the workspace's selection. */
class LayersView : public QWidget
{
    Q_OBJECT
public:
    explicit LayersView(Workspace& workspace, QWidget* parent = nullptr);

    /** Shown columns, their order and widths, and the sorting. */
    QByteArray saveState() const;
    /** False, and nothing changed, where the state is not one of saveState(). */
    bool restoreState(const QByteArray& state);
    /** Puts the keyboard into the filter (Ctrl+F). */
    void focusFilter();
    QTableView& table() { return *m_table; }

signals:
    /** The user wants other bits for a layer before a run; 32 leaves it at full precision. */
    void overrideAsked(const QString& layer, int bits);

protected:
    void changeEvent(QEvent* event) override;

private:
    void buildTable();
    void buildActions();
    void connectWorkspace();
    void setDefaultColumns();
    void setDefaultWidths();
    void refresh();
    void closeEditorOfAStartedRun();
    void showMessage();
    void retranslate();
    void askForLattice();

    Workspace& m_workspace;
    LayersModel* m_model;
    LayersFilter* m_filter;
    QTableView* m_table;
    ColumnMenu* m_columnMenu = nullptr;
    LayersBar* m_bar = nullptr;
    QLabel* m_message = nullptr;
    QAction* m_copy = nullptr;
};

} // namespace latticeq::ui
