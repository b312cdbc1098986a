// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/lattices/lattice_scene.h"

#include <QAbstractTableModel>

namespace latticeq::ui {

/** The figures of both panels' lattices and, in the third row, B against A; outcomes left of causes. */
class FiguresModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column {
        CubicError,
        VersusScalar,
        EffectiveBits,
        Overloaded,
        CellVolume,
        Defect,
        Packing,
        Condition,
        Columns
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setContents(const PanelContent& a, const PanelContent& b);
    /** Reads all words again after a change of language. */
    void retranslate();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString figure(size_t panel, int column) const;
    QString difference(int column) const;
    QString rowName(int row) const;
    bool comparable() const;
    bool isBetter(size_t panel) const;

    std::array<PanelContent, 2> m_contents;
};

} // namespace latticeq::ui
