// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/layers/copy_rows.h"

#include "ui/support/icon.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QTableView>

#include <algorithm>

namespace latticeq::ui {

namespace {

/** Shown columns with a text in any selected row, in the order shown. */
QList<int> textColumns(const QTableView& table, const QModelIndexList& rows)
{
    QList<int> columns;
    for (int visual = 0; visual < table.model()->columnCount(); ++visual) {
        const int column = table.horizontalHeader()->logicalIndex(visual);
        const bool hasText = std::any_of(rows.begin(), rows.end(),
            [&](const QModelIndex& row) { return !row.siblingAtColumn(column).data().toString().isEmpty(); });
        if (hasText && !table.isColumnHidden(column))
            columns.append(column);
    }
    return columns;
}

/** One cell or title; a tab or a line break in it would shift everything after it. */
QString cellText(const QVariant& value)
{
    return value.toString().simplified();
}

} // namespace

QString rowsAsText(const QTableView& table)
{
    QModelIndexList rows = table.selectionModel()->selectedRows();
    if (rows.isEmpty())
        return {};
    std::sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.row() < b.row(); });
    const QList<int> columns = textColumns(table, rows);
    QStringList cells;
    for (const int column : columns)
        cells.append(cellText(table.model()->headerData(column, Qt::Horizontal)));
    QStringList lines { cells.join(u'\t') };
    for (const QModelIndex& row : rows) {
        cells.clear();
        for (const int column : columns)
            cells.append(cellText(row.siblingAtColumn(column).data()));
        lines.append(cells.join(u'\t'));
    }
    return lines.join(u'\n') + u'\n';
}

QAction* addCopyAction(QTableView& table)
{
    auto* action = new QAction(icon(QStringLiteral("copy")), QString(), &table);
    action->setObjectName(QStringLiteral("copyRows"));
    action->setShortcut(QKeySequence::Copy);
    action->setShortcutContext(Qt::WidgetShortcut);
    QObject::connect(action, &QAction::triggered, &table, [&table] {
        const QString text = rowsAsText(table);
        if (!text.isEmpty())
            QGuiApplication::clipboard()->setText(text);
    });
    table.addAction(action);
    table.setContextMenuPolicy(Qt::ActionsContextMenu);
    return action;
}

} // namespace latticeq::ui
