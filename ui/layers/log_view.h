// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/layers/table_page.h"

class QComboBox;
class QSortFilterProxyModel;

namespace latticeq::ui {

class LogModel;
class Workspace;

/** The current run's log; it shows the newest line unless a person has scrolled up. */
class LogView : public TablePage
{
    Q_OBJECT
public:
    explicit LogView(Workspace& workspace, QWidget* parent = nullptr);

protected:
    void retranslate() override;
    void setDefaultWidths() override;

private:
    void buildTable();
    bool isAtEnd() const;
    void refresh();

    LogModel* m_model;
    QSortFilterProxyModel* m_filter;
    QLabel* m_count;
    QComboBox* m_levels;
    bool m_atEnd = true;
};

} // namespace latticeq::ui
