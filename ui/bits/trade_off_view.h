// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/workspace/workspace.h"

#include <QWidget>

class QTableView;

namespace latticeq::ui {

class TradeOffModel;
class TradeOffPlot;

/** The trade-off between size and divergence as a plot with its figures in a table below. */
class TradeOffView : public QWidget
{
    Q_OBJECT
public:
    explicit TradeOffView(Workspace& workspace, QWidget* parent = nullptr);

    TradeOffPlot& plot() { return *m_plot; }
    QTableView& table() { return *m_table; }

protected:
    void changeEvent(QEvent* event) override;

private:
    void showChoice();
    void retranslate();

    Workspace& m_workspace;
    TradeOffPlot* m_plot;
    TradeOffModel* m_model;
    QTableView* m_table;
};

} // namespace latticeq::ui
