// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/layers/layer_selection_sync.h"

#include "ui/layers/layers_filter.h"
#include "ui/layers/layers_model.h"
#include "ui/workspace/layer_selection.h"

#include <QAbstractItemView>

namespace latticeq::ui {

namespace {

QString layerOf(const QModelIndex& index)
{
    return index.data(LayersModel::LayerRole).toString();
}

} // namespace

LayerSelectionSync::LayerSelectionSync(QAbstractItemView& view, LayersFilter& filter, LayerSelection& selection)
    : QObject(&view)
    , m_view(view)
    , m_filter(filter)
    , m_selection(selection)
{
    // Before the view's own selection hears of a change, and after it has: hence the model is given in between.
    const auto hold = [this] { m_passive = true; };
    connect(&filter, &QAbstractItemModel::rowsAboutToBeRemoved, this, hold);
    connect(&filter, &QAbstractItemModel::rowsAboutToBeInserted, this, hold);
    connect(&filter, &QAbstractItemModel::layoutAboutToBeChanged, this, hold);
    connect(&filter, &QAbstractItemModel::modelAboutToBeReset, this, hold);
    view.setModel(&filter);
    followModel();
    connect(view.selectionModel(), &QItemSelectionModel::selectionChanged, this,
        [this](const QItemSelection& added) { choose(added); });
    connect(view.selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& current) {
        if (m_view.selectionModel()->isRowSelected(current.row()))
            choose({}); // otherwise its selection follows, or it was only reached by Ctrl and an arrow
    });
    connect(&selection, &LayerSelection::changed, this, &LayerSelectionSync::show);
    show();
}

void LayerSelectionSync::followModel()
{
    for (const auto signal : { &QAbstractItemModel::rowsRemoved, &QAbstractItemModel::rowsInserted })
        connect(&m_filter, signal, this, &LayerSelectionSync::show);
    connect(&m_filter, &QAbstractItemModel::layoutChanged, this, &LayerSelectionSync::show);
    connect(&m_filter, &QAbstractItemModel::modelReset, this, &LayerSelectionSync::show);
}

void LayerSelectionSync::show()
{
    m_passive = true;
    QItemSelection rows;
    for (const QString& layer : m_selection.selected()) {
        const QModelIndex index = m_filter.indexOf(layer);
        if (index.isValid())
            rows.select(index, index);
    }
    QItemSelectionModel& model = *m_view.selectionModel();
    const QModelIndex current = m_filter.indexOf(m_selection.current());
    if (current.isValid() && layerOf(model.currentIndex()) != m_selection.current()) {
        const int column = model.currentIndex().isValid() ? model.currentIndex().column() : 0;
        model.setCurrentIndex(current.siblingAtColumn(column), QItemSelectionModel::NoUpdate);
    }
    model.select(rows, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    if (current.isValid())
        m_view.scrollTo(current.siblingAtColumn(model.currentIndex().column()));
    m_view.viewport()->update();
    m_passive = false;
}

QSet<QString> LayerSelectionSync::hiddenSelected() const
{
    QSet<QString> hidden;
    for (const QString& layer : m_selection.selected()) {
        if (!m_filter.indexOf(layer).isValid())
            hidden.insert(layer);
    }
    return hidden;
}

/** What a person did in the view: its current row is the current layer, or a row just added if that one is not
 * selected. */
void LayerSelectionSync::choose(const QItemSelection& added)
{
    if (m_passive)
        return;
    QSet<QString> selected;
    for (const QModelIndex& row : m_view.selectionModel()->selectedRows())
        selected.insert(layerOf(row));
    if (selected.isEmpty()) {
        show();
        return;
    }
    QString current = layerOf(m_view.selectionModel()->currentIndex());
    if (!selected.contains(current) && !added.indexes().isEmpty())
        current = layerOf(added.indexes().constFirst());
    if (!selected.contains(current))
        current = selected.contains(m_selection.current()) ? m_selection.current() : *selected.cbegin();
    // One layer alone is a new choice; what the filter hides is kept only where a choice is being extended.
    if (selected.size() > 1)
        selected.unite(hiddenSelected());
    if (current != m_selection.current() || selected != m_selection.selected())
        m_selection.choose(current, selected);
}

} // namespace latticeq::ui
