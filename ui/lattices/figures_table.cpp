// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lattices/figures_table.h"

#include "ui/lattices/figures_model.h"

#include <QHeaderView>
#include <QTableView>

namespace latticeq::ui {

QTableView* makeFiguresTable(FiguresModel& model, QWidget* parent)
{
    constexpr int kRowHeight = 22; // pixels
    auto* table = new QTableView(parent);
    table->setObjectName(QStringLiteral("figures"));
    table->setModel(&model);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setShowGrid(false);
    table->setTabKeyNavigation(false);
    table->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    table->horizontalHeader()->setSectionResizeMode(FiguresModel::CubicError, QHeaderView::ResizeToContents);
    table->horizontalHeader()->setTextElideMode(Qt::ElideRight);
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setFixedHeight(kRowHeight);
    table->horizontalHeader()->setMinimumSectionSize(48);
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table->verticalHeader()->setMinimumSectionSize(kRowHeight);
    table->verticalHeader()->setDefaultSectionSize(kRowHeight);
    table->verticalHeader()->setHighlightSections(false);
    table->setFixedHeight(4 * kRowHeight + 2 * table->frameWidth());
    return table;
}

} // namespace latticeq::ui
