// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/layers/column_filler.h"

#include <QEvent>
#include <QHeaderView>
#include <QScopedValueRollback>
#include <QTableView>

#include <algorithm>
#include <utility>

namespace latticeq::ui {

namespace {

/** A section that is about to be hidden has lost its width already, but not yet its place among the shown ones. */
bool isShown(const QHeaderView& header, int column)
{
    return column >= 0 && column < header.count() && header.sectionSize(column) > 0;
}

} // namespace

ColumnFiller::ColumnFiller(QTableView& table, int favourite, std::function<int(int)> leastWidth)
    : QObject(&table)
    , m_table(table)
    , m_favourite(favourite)
    , m_leastWidth(std::move(leastWidth))
{
    table.viewport()->installEventFilter(this);
    connect(table.horizontalHeader(), &QHeaderView::sectionResized, this, &ColumnFiller::fill);
    connect(table.horizontalHeader(), &QHeaderView::sectionMoved, this, &ColumnFiller::fill);
    fill();
}

void ColumnFiller::fill()
{
    if (m_filling)
        return;
    const QScopedValueRollback guard(m_filling, true);
    QHeaderView& header = *m_table.horizontalHeader();
    const int column = fillingColumn();
    if (const int before = std::exchange(m_column, column); before != column && isShown(header, before))
        header.resizeSection(before, m_leastWidth(before));
    if (column < 0)
        return;
    const int others = header.length() - header.sectionSize(column);
    header.resizeSection(column, std::max(m_leastWidth(column), m_table.viewport()->width() - others));
}

int ColumnFiller::fillingColumn() const
{
    const QHeaderView& header = *m_table.horizontalHeader();
    if (isShown(header, m_favourite))
        return m_favourite;
    for (int place = header.count() - 1; place >= 0; --place) {
        const int column = header.logicalIndex(place);
        if (isShown(header, column))
            return column;
    }
    return -1;
}

bool ColumnFiller::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize)
        fill();
    return QObject::eventFilter(watched, event);
}

} // namespace latticeq::ui
