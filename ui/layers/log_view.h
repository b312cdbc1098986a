// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QAction;
class QComboBox;
class QLabel;
class QSortFilterProxyModel;
class QTableView;

namespace latticeq::ui {

class LogModel;
class Workspace;

/** The current run's log; it shows the newest line unless a person has scrolled up. */
class LogView : public QWidget
{
    Q_OBJECT
public:
    explicit LogView(Workspace& workspace, QWidget* parent = nullptr);

    QTableView& table() { return *m_table; }

protected:
    void changeEvent(QEvent* event) override;

private:
    void buildTable();
    void setDefaultWidths();
    bool isAtEnd() const;
    void refresh();
    void retranslate();

    LogModel* m_model;
    QSortFilterProxyModel* m_filter;
    QTableView* m_table;
    QLabel* m_count;
    QComboBox* m_levels;
    QLabel* m_message = nullptr;
    QAction* m_copy = nullptr;
    bool m_atEnd = true;
};

} // namespace latticeq::ui
