// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/runs/compare_rows.h"

#include <QAbstractTableModel>

namespace latticeq::ui {

/**
 * A comparison as a table: a named row for each setting and result, a column for each run, the reference first. With
 * two runs a last column tells the difference; from three runs on every cell has its own under DifferenceRole.
 */
class CompareModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Role { DifferenceRole = Qt::UserRole };

    using QAbstractTableModel::QAbstractTableModel;

    /** Takes the runs' present values. Rows and columns that stay keep their place. */
    void setRuns(const QList<RunDocumentPtr>& runs);
    void setDifferencesOnly(bool only);
    const QString& footnote() const { return m_comparison.footnote; }
    bool hasDifferenceColumn() const { return m_headers.size() == 2; }
    /** All that is shown, columns between tabs; differences are columns of their own. */
    QString asText() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Header
    {
        QString id;
        QString name;
        int colorSlot = 0;
        bool operator==(const Header&) const = default;
    };

    void show(const QList<Header>& headers, const QList<CompareRow>& rows);
    QList<CompareRow> shownRows() const;
    QString headerText(int run) const;
    QString differenceHeader(int run) const;
    QVariant runHeader(int run, int role) const;

    Comparison m_comparison;
    QList<Header> m_headers;
    QList<CompareRow> m_rows; // of m_comparison, those that are shown
    bool m_differencesOnly = true;
};

} // namespace latticeq::ui
