// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/layers/layers_filter.h"

#include "ui/layers/layers_model.h"

namespace latticeq::ui {

LayersFilter::LayersFilter(QObject* parent)
    : QSortFilterProxyModel(parent)
{
    setSortRole(LayersModel::SortRole);
    setFilterKeyColumn(static_cast<int>(LayerColumn::Layer));
    setFilterCaseSensitivity(Qt::CaseInsensitive);
    setSortCaseSensitivity(Qt::CaseInsensitive);
}

void LayersFilter::setText(const QString& text)
{
    if (text == m_text)
        return;
    m_text = text;
    setFilterFixedString(text);
}

QModelIndex LayersFilter::indexOf(const QString& layer) const
{
    const auto* model = qobject_cast<LayersModel*>(sourceModel());
    const int row = model && !layer.isEmpty() ? model->rowOf(layer) : -1;
    return row < 0 ? QModelIndex() : mapFromSource(model->index(row, 0));
}

bool LayersFilter::lessThan(const QModelIndex& left, const QModelIndex& right) const
{
    const bool leftKnown = left.data(sortRole()).isValid();
    const bool rightKnown = right.data(sortRole()).isValid();
    if (leftKnown && rightKnown)
        return QSortFilterProxyModel::lessThan(left, right);
    return sortOrder() == Qt::AscendingOrder ? leftKnown && !rightKnown : !leftKnown && rightKnown;
}

} // namespace latticeq::ui
