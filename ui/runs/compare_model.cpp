// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/compare_model.h"

#include "ui/runs/run_marker.h"

#include <algorithm>

namespace latticeq::ui {

void CompareModel::setRuns(const QList<RunDocumentPtr>& runs)
{
    m_comparison = compareRuns(runs);
    QList<Header> headers;
    for (const RunDocumentPtr& run : runs)
        headers += Header { run->id, run->name, run->colorSlot };
    show(headers, shownRows());
}

void CompareModel::setDifferencesOnly(bool only)
{
    if (only == m_differencesOnly)
        return;
    m_differencesOnly = only;
    show(m_headers, shownRows());
}

QList<CompareRow> CompareModel::shownRows() const
{
    QList<CompareRow> rows;
    std::copy_if(m_comparison.rows.begin(), m_comparison.rows.end(), std::back_inserter(rows),
        [this](const CompareRow& row) { return row.differs || !m_differencesOnly; });
    return rows;
}

void CompareModel::show(const QList<Header>& headers, const QList<CompareRow>& rows)
{
    const bool sameRows = std::equal(rows.begin(), rows.end(), m_rows.begin(), m_rows.end(),
        [](const CompareRow& a, const CompareRow& b) { return a.name == b.name; });
    const bool sameShape = sameRows && headers.size() == m_headers.size();
    if (!sameShape)
        beginResetModel();
    m_headers = headers;
    m_rows = rows;
    if (!sameShape) {
        endResetModel();
    } else if (!m_rows.isEmpty()) {
        emit headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    }
}

int CompareModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int CompareModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : 1 + static_cast<int>(m_headers.size()) + (hasDifferenceColumn() ? 1 : 0);
}

QVariant CompareModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const CompareRow& row = m_rows[index.row()];
    const int run = index.column() - 1;
    const bool isDifference = run == m_headers.size();
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter | (run < 0 ? Qt::AlignLeft : Qt::AlignRight));
    if (role == Qt::ToolTipRole)
        return run < 0 || isDifference ? row.toolTip : row.values[run];
    if (role == DifferenceRole)
        return run > 0 && m_headers.size() > 2 ? row.differences[run] : QString();
    if (role != Qt::DisplayRole)
        return {};
    if (run < 0)
        return row.name;
    return isDifference ? row.differences[1] : row.values[run];
}

QString CompareModel::headerText(int run) const
{
    const QString text = run == 0 ? QStringLiteral("%1 %2 ★") : QStringLiteral("%1 %2");
    return text.arg(runLetter(run), m_headers[run].name);
}

QString CompareModel::differenceHeader(int run) const
{
    return tr("%1 against %2", "a run's letter against the reference's").arg(runLetter(run), runLetter(0));
}

QVariant CompareModel::runHeader(int run, int role) const
{
    switch (role) {
    case Qt::DisplayRole: return headerText(run);
    case Qt::DecorationRole: return runMarker(m_headers[run].colorSlot);
    case Qt::ToolTipRole:
        return run == 0 ? tr("%1: the reference of every difference").arg(m_headers[run].name) : m_headers[run].name;
    default: return {};
    }
}

QVariant CompareModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter | (section == 0 ? Qt::AlignLeft : Qt::AlignRight));
    if (section == 0)
        return role == Qt::DisplayRole ? QVariant(tr("Setting or result")) : QVariant();
    const int run = section - 1;
    if (run < m_headers.size())
        return runHeader(run, role);
    return role == Qt::DisplayRole ? QVariant(differenceHeader(1)) : QVariant();
}

QString CompareModel::asText() const
{
    QStringList lines;
    QStringList cells { headerData(0, Qt::Horizontal, Qt::DisplayRole).toString() };
    for (int run = 0; run < m_headers.size(); ++run) {
        cells += headerText(run);
        if (run > 0)
            cells += differenceHeader(run);
    }
    lines += cells.join(u'\t');
    for (const CompareRow& row : m_rows) {
        cells = { row.name };
        for (int run = 0; run < m_headers.size(); ++run) {
            cells += row.values[run];
            if (run > 0)
                cells += row.differences[run];
        }
        lines += cells.join(u'\t');
    }
    if (!footnote().isEmpty())
        lines += footnote();
    return lines.join(u'\n');
}

} // namespace latticeq::ui
