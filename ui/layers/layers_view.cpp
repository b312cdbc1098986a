// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/layers/layers_view.h"

#include "ui/layers/column_filler.h"
#include "ui/layers/column_menu.h"
#include "ui/layers/layer_delegate.h"
#include "ui/layers/layer_selection_sync.h"
#include "ui/layers/layers_bar.h"
#include "ui/layers/layers_filter.h"
#include "ui/layers/layers_model.h"

#include <QDataStream>
#include <QHeaderView>
#include <QIODevice>
#include <QLabel>
#include <QLineEdit>
#include <QShortcut>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace latticeq::ui {

namespace {

constexpr quint32 kStateMark = 0x4C51'0001; // "LQ" and the version

} // namespace

LayersView::LayersView(Workspace& workspace, QWidget* parent)
    : TablePage(QStringLiteral("layers"), parent)
    , m_workspace(workspace)
    , m_model(new LayersModel(workspace, this))
    , m_filter(new LayersFilter(this))
{
    m_filter->setSourceModel(m_model);
    buildTable();
    m_columnMenu = new ColumnMenu(*m_table->horizontalHeader(), this);
    m_bar = new LayersBar(m_columnMenu, this);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_bar);
    layout->addWidget(m_table, 1);
    buildActions();
    connectWorkspace();
    retranslate();
    refresh();
}

void LayersView::buildTable()
{
    m_table->setItemDelegate(new LayerDelegate(*m_model, m_workspace.selection(), m_table));
    m_table->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
    m_filter->sort(0);
    new LayerSelectionSync(*m_table, *m_filter, m_workspace.selection());
    QHeaderView* header = m_table->horizontalHeader();
    header->setSortIndicator(static_cast<int>(LayerColumn::Number), Qt::AscendingOrder);
    m_table->setSortingEnabled(true);
    header->setSectionsMovable(true);
    setDefaultColumns();
    setDefaultWidths();
    m_filler = new ColumnFiller(
        *m_table, static_cast<int>(LayerColumn::Search), [this](int column) { return defaultWidth(column); });
    connect(header, &QHeaderView::sortIndicatorChanged, this, &LayersView::refresh);
    connect(m_model, &LayersModel::overrideAsked, this, &LayersView::overrideAsked);
    connect(m_table, &QTableView::doubleClicked, this, [this](const QModelIndex& index) {
        if (!index.flags().testFlag(Qt::ItemIsEditable))
            askForLattice();
    });
    connect(m_message, &QLabel::linkActivated, this, [this] { m_bar->filter().clear(); });
}

void LayersView::buildActions()
{
    for (const QKeySequence key : { Qt::Key_Return, Qt::Key_Enter })
        connect(new QShortcut(key, m_table, nullptr, nullptr, Qt::WidgetShortcut), &QShortcut::activated, this,
            &LayersView::askForLattice);
    const auto follow = [this] { m_workspace.selection().setFollowing(true); };
    connect(new QShortcut(Qt::Key_F, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut), &QShortcut::activated,
        this, follow);
    connect(m_bar, &LayersBar::followAsked, this, follow);
    connect(new QShortcut(QKeySequence::Find, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut),
        &QShortcut::activated, this, &LayersView::focusFilter);
    connect(new QShortcut(Qt::Key_Escape, &m_bar->filter(), nullptr, nullptr, Qt::WidgetShortcut),
        &QShortcut::activated, this, [this] {
            m_bar->filter().clear();
            m_table->setFocus();
        });
    connect(&m_bar->filter(), &QLineEdit::textChanged, m_filter, &LayersFilter::setText);
    connect(&m_bar->filter(), &QLineEdit::textChanged, this, &LayersView::refresh);
}

void LayersView::connectWorkspace()
{
    LayerSelection& selection = m_workspace.selection();
    connect(&selection, &LayerSelection::changed, this, &LayersView::refresh);
    connect(&selection, &LayerSelection::followingChanged, this, &LayersView::refresh);
    connect(&m_workspace, &Workspace::stateChanged, this, &LayersView::refresh);
    connect(m_model, &QAbstractItemModel::modelReset, this, &LayersView::refresh);
    connect(&m_workspace, &Workspace::shownChanged, m_table->viewport(), qOverload<>(&QWidget::update));
}

void LayersView::setDefaultColumns()
{
    for (int column = 0; column < kLayerColumns; ++column)
        m_table->setColumnHidden(column, !isShownByDefault(static_cast<LayerColumn>(column)));
}

int LayersView::defaultWidth(int column) const
{
    constexpr int kPadding = 12;
    constexpr int kSortArrow = 12;
    const QString title = m_model->headerData(column, Qt::Horizontal).toString();
    const int text = fontMetrics().horizontalAdvance(widestText(static_cast<LayerColumn>(column)));
    const int header = fontMetrics().horizontalAdvance(title) + kSortArrow;
    return std::max(text, header) + kPadding;
}

void LayersView::setDefaultWidths()
{
    for (int column = 0; column < kLayerColumns; ++column)
        m_table->setColumnWidth(column, defaultWidth(column));
}

void LayersView::widenForTitles()
{
    QHeaderView* header = m_table->horizontalHeader();
    for (int column = 0; column < kLayerColumns; ++column) {
        if (!header->isSectionHidden(column))
            header->resizeSection(column, std::max(header->sectionSize(column), defaultWidth(column)));
    }
}

void LayersView::refresh()
{
    closeEditorOfAStartedRun();
    const bool running = m_model->run().isActive();
    m_filter->setDynamicSortFilter(!running);
    const LayerSelection& selection = m_workspace.selection();
    LayersBarState state;
    state.shown = m_filter->rowCount();
    state.all = m_model->rowCount();
    if (m_model->rowOf(selection.current()) >= 0 && !m_filter->indexOf(selection.current()).isValid())
        state.hiddenCurrent = selection.current();
    const int sorted = m_table->horizontalHeader()->sortIndicatorSection();
    state.orderFixed = running && sorted != static_cast<int>(LayerColumn::Number);
    state.running = running;
    state.following = selection.following();
    m_bar->setState(state);
    showMessage();
}

void LayersView::closeEditorOfAStartedRun()
{
    auto* editor = m_table->findChild<QWidget*>(QStringLiteral("bitsEditor"));
    if (editor && m_model->run().state() != RunDocument::State::Planned)
        emit m_table->itemDelegate()->closeEditor(editor, QAbstractItemDelegate::RevertModelCache);
}

void LayersView::showMessage()
{
    m_message->setVisible(m_filter->rowCount() == 0);
    if (m_model->rowCount() == 0) {
        m_message->setText(tr("The network's layers appear here as soon as the model is known."));
    } else {
        m_message->setText(tr("No layer contains '%1'. %2", "the second is the link 'Clear filter'")
                               .arg(m_filter->text().toHtmlEscaped(),
                                   QStringLiteral("<a href=\"#clear\">%1</a>").arg(tr("Clear filter"))));
    }
}

void LayersView::retranslate()
{
    TablePage::retranslate();
    m_table->setAccessibleName(tr("Layers"));
    m_columnMenu->retranslate();
    m_bar->retranslate();
    m_model->retranslate();
    widenForTitles();
    showMessage();
}

void LayersView::askForLattice()
{
    if (m_workspace.selection().current().isEmpty())
        return;
    emit m_workspace.selection().latticeAsked();
}

QByteArray LayersView::saveState() const
{
    QByteArray state;
    QDataStream(&state, QIODevice::WriteOnly) << kStateMark << m_table->horizontalHeader()->saveState();
    return state;
}

bool LayersView::restoreState(const QByteArray& state)
{
    quint32 mark = 0;
    QByteArray header;
    QDataStream stream(state);
    stream >> mark >> header;
    if (mark != kStateMark || stream.status() != QDataStream::Ok)
        return false;
    QHeaderView* h = m_table->horizontalHeader();
    if (!h->restoreState(header) || h->count() != kLayerColumns)
        return false;
    m_filter->sort(h->sortIndicatorSection(), h->sortIndicatorOrder());
    m_filler->fill();
    refresh();
    return true;
}

void LayersView::focusFilter()
{
    m_bar->filter().setFocus(Qt::ShortcutFocusReason);
    m_bar->filter().selectAll();
}

} // namespace latticeq::ui
