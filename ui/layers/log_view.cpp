// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/layers/log_view.h"

#include "ui/layers/log_model.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QScrollBar>
#include <QSortFilterProxyModel>
#include <QTableView>

#include <algorithm>

namespace latticeq::ui {

LogView::LogView(Workspace& workspace, QWidget* parent)
    : TablePage(QStringLiteral("log"), parent)
    , m_model(new LogModel(workspace, this))
    , m_filter(new QSortFilterProxyModel(this))
    , m_count(new QLabel(this))
    , m_levels(new QComboBox(this))
{
    m_count->setObjectName(QStringLiteral("logCount"));
    m_levels->setObjectName(QStringLiteral("logLevels"));
    m_levels->addItem(QString(), QString());
    m_levels->addItem(QString(), QStringLiteral("warning"));
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(8, 2, 8, 2);
    bar->addWidget(m_count, 1);
    bar->addWidget(m_levels);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(bar);
    layout->addWidget(m_table, 1);
    buildTable();
    connect(m_levels, &QComboBox::currentIndexChanged, this, [this] {
        m_filter->setFilterFixedString(m_levels->currentData().toString());
        refresh();
    });
    connect(m_message, &QLabel::linkActivated, this, [this] { m_levels->setCurrentIndex(0); });
    retranslate();
}

void LogView::buildTable()
{
    m_filter->setFilterRole(LogModel::LevelRole);
    m_filter->setSourceModel(m_model);
    m_table->setModel(m_filter);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->horizontalHeader()->setStretchLastSection(true);
    connect(m_filter, &QAbstractItemModel::rowsAboutToBeInserted, this, [this] { m_atEnd = isAtEnd(); });
    connect(m_filter, &QAbstractItemModel::rowsInserted, this, [this] {
        refresh();
        if (m_atEnd)
            m_table->scrollToBottom();
    });
    connect(m_filter, &QAbstractItemModel::rowsRemoved, this, &LogView::refresh);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &LogView::refresh);
    connect(m_filter, &QAbstractItemModel::modelReset, this, [this] {
        refresh();
        m_table->scrollToBottom();
    });
}

void LogView::setDefaultWidths()
{
    constexpr int kPadding = 16;
    constexpr int kIcon = 20;
    const QString level = m_model->headerData(LogModel::LevelColumn, Qt::Horizontal).toString();
    const int words = std::max({ fontMetrics().horizontalAdvance(level), fontMetrics().horizontalAdvance(tr("Warning")),
        fontMetrics().horizontalAdvance(tr("Info")) });
    m_table->setColumnWidth(
        LogModel::TimeColumn, fontMetrics().horizontalAdvance(QStringLiteral("00:00:00")) + kPadding);
    m_table->setColumnWidth(LogModel::LevelColumn, words + kIcon + kPadding);
}

bool LogView::isAtEnd() const
{
    const QScrollBar* bar = m_table->verticalScrollBar();
    return bar->value() >= bar->maximum();
}

void LogView::refresh()
{
    const int warnings = m_model->warnings();
    const int rows = m_model->rowCount();
    const QString lines = rows == 1 ? tr("1 line") : tr("%n lines", nullptr, rows);
    const QString warned = warnings == 1 ? tr("1 warning") : tr("%n warnings", nullptr, warnings);
    m_count->setText(warnings == 0 ? lines : tr("%1, %2", "lines, warnings").arg(lines, warned));
    m_message->setVisible(m_filter->rowCount() == 0);
    m_message->setText(rows == 0
            ? tr("What a run has to say appears here: its steps, and where it deviates from what was asked.")
            : tr("No warnings. %1", "the link 'Show all lines'")
                  .arg(QStringLiteral("<a href=\"#all\">%1</a>").arg(tr("Show all lines"))));
}

void LogView::retranslate()
{
    TablePage::retranslate();
    m_levels->setItemText(0, tr("All lines"));
    m_levels->setItemText(1, tr("Warnings only"));
    m_levels->setAccessibleName(tr("Lines shown"));
    m_levels->setToolTip(tr("Shows all lines of the log or its warnings only."));
    m_table->setAccessibleName(tr("Log"));
    m_model->retranslate();
    setDefaultWidths();
    refresh();
}

} // namespace latticeq::ui
