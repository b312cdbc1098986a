// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/runs_table.h"

#include "ui/runs/runs_filter.h"
#include "ui/runs/runs_model.h"
#include "ui/support/number_format.h"

#include <QEvent>
#include <QHeaderView>

#include <algorithm>

namespace latticeq::ui {

namespace {

QString usualResult(int column)
{
    switch (column) {
    case RunsModel::Top1: return formatPercent(93.65);
    case RunsModel::Size: return formatSize(155'000);
    case RunsModel::Bits: return formatBits(4.39);
    case RunsModel::Time: return formatDuration(3600);
    default: return {};
    }
}

} // namespace

RunsTable::RunsTable(RunsModel& model, RunsFilter& filter, QWidget* parent)
    : QTableView(parent)
    , m_model(model)
    , m_filter(filter)
{
    setObjectName(QStringLiteral("runsTable"));
    setModel(&filter);
    setSortingEnabled(true);
    sortByColumn(RunsModel::Date, Qt::DescendingOrder);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setContextMenuPolicy(Qt::CustomContextMenu);
    setTabKeyNavigation(false);
    setShowGrid(false);
    setWordWrap(false);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    verticalHeader()->hide();
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setStretchLastSection(true);
    for (const auto signal : { &RunsModel::rowsInserted, &RunsModel::rowsRemoved })
        connect(&m_model, signal, this, &RunsTable::showDevices);
    connect(&m_model, &RunsModel::dataChanged, this, &RunsTable::showDevices);
    showDevices();
    fitRows();
}

QStringList RunsTable::selectedIds() const
{
    QModelIndexList rows = selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end(), [](const QModelIndex& a, const QModelIndex& b) { return a.row() < b.row(); });
    QStringList ids;
    for (const QModelIndex& row : rows)
        ids += row.data(RunsModel::IdRole).toString();
    return ids;
}

const RunRecord* RunsTable::currentRecord() const
{
    const QModelIndex current = m_filter.mapToSource(currentIndex());
    return current.isValid() ? &m_model.record(current.row()) : nullptr;
}

void RunsTable::select(const QString& id)
{
    const int row = m_model.rowOf(id);
    const QModelIndex index = row < 0 ? QModelIndex() : m_filter.mapFromSource(m_model.index(row, RunsModel::Name));
    if (!index.isValid())
        return;
    setCurrentIndex(index);
    scrollTo(index);
}

void RunsTable::editColumn(int column)
{
    const QModelIndex cell = currentIndex().siblingAtColumn(column);
    setCurrentIndex(cell);
    edit(cell);
}

void RunsTable::fitColumns()
{
    constexpr int kGap = 12; // pixels between columns
    constexpr int kSortArrow = 12;
    for (int column = 0; column < RunsModel::ColumnCount; ++column) {
        const QString title = m_filter.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        const int header = fontMetrics().horizontalAdvance(title) + kSortArrow;
        const int result = fontMetrics().horizontalAdvance(usualResult(column)); // of runs that go on too
        // Notes take what is left, and no more than their title where nothing is.
        const int texts = column == RunsModel::Note ? 0 : sizeHintForColumn(column);
        const int width = std::max({ header, texts, result }) + kGap;
        setColumnWidth(column, std::min(width, 30 * fontMetrics().averageCharWidth()));
    }
}

void RunsTable::fitRows()
{
    constexpr int kRowHeight = 22;
    verticalHeader()->setDefaultSectionSize(std::max(kRowHeight, fontMetrics().height() + 6));
}

void RunsTable::showDevices()
{
    setColumnHidden(RunsModel::Device, !m_model.hasRunsOnCards());
}

void RunsTable::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::FontChange)
        fitRows();
    if (event->type() == QEvent::PaletteChange)
        viewport()->update();
    QTableView::changeEvent(event);
}

} // namespace latticeq::ui
