// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/runs_filter.h"

#include "ui/runs/runs_model.h"

#include <algorithm>

namespace latticeq::ui {

RunsFilter::RunsFilter(QObject* parent)
    : QSortFilterProxyModel(parent)
{
    setSortRole(RunsModel::SortRole);
    setSortCaseSensitivity(Qt::CaseInsensitive);
    setSortLocaleAware(true);
}

void RunsFilter::setSearch(const QString& text)
{
    m_words = text.simplified().split(u' ', Qt::SkipEmptyParts);
    invalidateFilter();
}

bool RunsFilter::filterAcceptsRow(int row, const QModelIndex& parent) const
{
    const QString text = sourceModel()->index(row, 0, parent).data(RunsModel::SearchRole).toString();
    return std::all_of(
        m_words.begin(), m_words.end(), [&](const QString& word) { return text.contains(word, Qt::CaseInsensitive); });
}

} // namespace latticeq::ui
