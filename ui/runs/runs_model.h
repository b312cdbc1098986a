// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/runs/run_database.h"

#include <QAbstractTableModel>

#include <vector>

namespace latticeq::ui {

/** The remembered runs as rows. Follows the database; names and notes can be edited. */
class RunsModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Pin, Name, Model, Settings, Top1, Size, Bits, Time, Date, Device, State, Note, ColumnCount };
    enum Role {
        SortRole = Qt::UserRole, // a number or a text; nothing where there is no value, which sorts last
        SearchRole, // all that a search looks at
        IdRole,
    };

    explicit RunsModel(RunDatabase& database, QObject* parent = nullptr);

    /** The row's record; `row` must be one of rowCount(). */
    const RunRecord& record(int row) const { return m_rows[static_cast<size_t>(row)].record; }
    /** Whether the run's folder is gone. */
    bool isMissing(int row) const { return m_rows[static_cast<size_t>(row)].missing; }
    /** Whether a run was computed on a card; otherwise the column of devices tells nothing. */
    bool hasRunsOnCards() const;
    int rowOf(const QString& id) const; // -1 where there is no such run
    /** These runs under the headers, columns between tabs; for the clipboard. */
    QString asText(const QStringList& ids) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

public slots:
    /** Takes over what the database holds now, row by row, and looks whether the folders are still there. */
    void reload();
    /** The texts in another language or the colours of another theme. */
    void retranslate();

private:
    struct Row
    {
        RunRecord record;
        bool missing = false;
        bool operator==(const Row&) const = default;
    };

    QString text(const Row& row, int column) const;
    QVariant sortKey(const Row& row, int column) const;
    QString toolTip(const Row& row, int column) const;
    QString stateText(const Row& row) const;
    void removeGone(const QSet<QString>& kept);
    void place(const Row& row, int position);

    RunDatabase& m_database;
    std::vector<Row> m_rows;
};

} // namespace latticeq::ui
