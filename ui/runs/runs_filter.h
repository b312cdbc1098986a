// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSortFilterProxyModel>
#include <QStringList>

namespace latticeq::ui {

/** Sorts runs by value and shows those that hold every word of a search, in whatever order and case. */
class RunsFilter : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    explicit RunsFilter(QObject* parent = nullptr);

    void setSearch(const QString& text);

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    QStringList m_words;
};

} // namespace latticeq::ui
