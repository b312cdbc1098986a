// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/layers/table_page.h"
#include "ui/workspace/workspace.h"

namespace latticeq::ui {

class ColumnFiller;
class ColumnMenu;
class LayersBar;
class LayersFilter;
class LayersModel;

/** The layers of the current run as a table, with its filter, its columns and the workspace's selection. */
class LayersView : public TablePage
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

signals:
    /** The user wants other bits for a layer before a run; 32 leaves it at full precision. */
    void overrideAsked(const QString& layer, int bits);

protected:
    void retranslate() override;
    void setDefaultWidths() override;

private:
    void buildTable();
    void buildActions();
    void connectWorkspace();
    void setDefaultColumns();
    int defaultWidth(int column) const;
    void widenForTitles();
    void refresh();
    void closeEditorOfAStartedRun();
    void showMessage();
    void askForLattice();

    Workspace& m_workspace;
    LayersModel* m_model;
    LayersFilter* m_filter;
    ColumnFiller* m_filler = nullptr;
    ColumnMenu* m_columnMenu = nullptr;
    LayersBar* m_bar = nullptr;
};

} // namespace latticeq::ui
