// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/workspace/workspace.h"

#include <QAbstractTableModel>

namespace latticeq::ui {

/** The trade-off of a run that chose its layers' bits: a row for each size, the chosen one among them. */
class TradeOffModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { SizeColumn, BitsColumn, DivergenceColumn, TopOneColumn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    /** Takes a choice as it stands; null: no rows. */
    void setChoice(const BitsChoice* choice);
    /** The row of the chosen bits; -1 while there is none. */
    int chosenRow() const { return m_chosen; }
    const std::vector<TradeOffPoint>& points() const { return m_points; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    /** Texts in another language or locale. */
    void retranslate();

private:
    QString text(const TradeOffPoint& point, int column) const;

    std::vector<TradeOffPoint> m_points; // by rising size
    int m_chosen = -1;
};

} // namespace latticeq::ui
