// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bits/trade_off_view.h"

#include "ui/bits/trade_off_model.h"
#include "ui/bits/trade_off_plot.h"
#include "ui/layers/copy_rows.h"
#include "ui/plots/run_marks.h"

#include <QEvent>
#include <QHeaderView>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

namespace latticeq::ui {

TradeOffView::TradeOffView(Workspace& workspace, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_plot(new TradeOffPlot(workspace))
    , m_model(new TradeOffModel(this))
    , m_table(new QTableView)
{
    auto* splitter = new QSplitter(Qt::Vertical, this);
    splitter->addWidget(m_plot);
    splitter->addWidget(m_table);
    splitter->setStretchFactor(0, 1);
    splitter->setSizes({ 400, 100 });
    splitter->setChildrenCollapsible(false);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(splitter);
    setFocusProxy(m_plot);
    m_table->setObjectName(QStringLiteral("tradeOffTable"));
    m_table->setModel(m_model);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setTabKeyNavigation(false);
    m_table->setMinimumHeight(72);
    m_table->verticalHeader()->setDefaultSectionSize(m_table->fontMetrics().height() + 6);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setStretchLastSection(true);
    addCopyAction(*m_table);
    connect(&m_workspace, &Workspace::bitsChanged, this, &TradeOffView::showChoice);
    connect(&m_workspace, &Workspace::shownChanged, this, &TradeOffView::showChoice);
    connect(&m_workspace, &Workspace::currentChanged, this, &TradeOffView::showChoice);
    retranslate();
    showChoice();
}

void TradeOffView::showChoice()
{
    m_model->setChoice(primaryRun(m_workspace)->bitsChoice());
    m_table->setVisible(m_model->rowCount() > 0);
    if (m_model->chosenRow() >= 0)
        m_table->scrollTo(m_model->index(m_model->chosenRow(), 0), QAbstractItemView::PositionAtCenter);
}

void TradeOffView::retranslate()
{
    m_table->setAccessibleName(tr("Trade-off between size and divergence"));
}

void TradeOffView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        m_model->retranslate();
    }
}

} // namespace latticeq::ui
