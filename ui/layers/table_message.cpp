// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/layers/table_message.h"

#include <QHeaderView>
#include <QLabel>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace latticeq::ui {

QLabel* makeTableMessage(QTableView& table)
{
    auto* label = new QLabel(table.viewport());
    label->setAlignment(Qt::AlignCenter);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    label->hide();
    auto* layout = new QVBoxLayout(table.viewport());
    layout->addWidget(label);
    return label;
}

void styleTable(QTableView& table)
{
    constexpr int kRowHeight = 22;
    table.setFrameShape(QFrame::NoFrame);
    table.setShowGrid(false);
    table.setWordWrap(false);
    table.setCornerButtonEnabled(false);
    table.setSelectionBehavior(QAbstractItemView::SelectRows);
    table.setSelectionMode(QAbstractItemView::ExtendedSelection);
    table.setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    table.setTabKeyNavigation(false);
    table.verticalHeader()->hide();
    table.verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table.verticalHeader()->setMinimumSectionSize(1);
    table.verticalHeader()->setDefaultSectionSize(std::max(kRowHeight, table.fontMetrics().height() + 4));
    table.horizontalHeader()->setHighlightSections(false);
}

} // namespace latticeq::ui
