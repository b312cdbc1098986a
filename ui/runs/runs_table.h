// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QTableView>

namespace latticeq::ui {

class RunsFilter;
class RunsModel;
struct RunRecord;

/** The remembered runs as a sortable table of whole rows, with its selection in ids. */
class RunsTable : public QTableView
{
    Q_OBJECT
public:
    /** `filter` shows `model`; both must outlive the table. */
    RunsTable(RunsModel& model, RunsFilter& filter, QWidget* parent);

    QStringList selectedIds() const; // in the order shown
    const RunRecord* currentRecord() const; // null where there is none
    /** Selects a run and scrolls to it, if it is shown. */
    void select(const QString& id);
    /** Opens the editor of the current run's cell in that column. */
    void editColumn(int column);
    /** Makes the columns as wide as their texts; a long name is cut. */
    void fitColumns();

protected:
    void changeEvent(QEvent* event) override;

private:
    void fitRows();
    void showDevices();

    RunsModel& m_model;
    RunsFilter& m_filter;
};

} // namespace latticeq::ui
