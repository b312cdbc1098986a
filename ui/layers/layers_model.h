// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/layers/layer_cell.h"
#include "ui/workspace/workspace.h"

#include <QAbstractTableModel>

namespace latticeq::ui {

/** The layers of the workspace's current run as a table: one row a layer, in the network's order. */
class LayersModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Role {
        LayerRole = Qt::UserRole, // name of the layer
        RowRole, // for layer(), also through a proxy model
        SortRole, // invalid where the value is not known
        WarningRole // whether bases cost a bit per weight or more
    };

    explicit LayersModel(Workspace& workspace, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    /** Bits of one layer, 1 to 8 or 32: asks for them by overrideAsked(); whoever owns the settings plans anew. */
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;

    const RunDocument& run() const { return *m_run; }
    /** The layer of a row; null where the run has lost it. */
    const LayerState* layer(int row) const;
    int rowOf(const QString& layer) const { return m_run->indexOf(layer); }
    /** The bits that a layer may have: 1 to 8 and 32, or 8 and 32 where the method fixes them. */
    std::vector<int> possibleBits(int row) const;
    /** The power of ten in the headers of the cubic errors. */
    int exponent() const { return m_exponent; }
    /** The longest bar of the error column; 0 while there is none. */
    double largestError() const { return m_largestError; }
    /** Texts in another language or locale. */
    void retranslate();

signals:
    /** The user wants other bits for a layer of the planned run; 32 leaves it at full precision. */
    void overrideAsked(const QString& layer, int bits);

private:
    void reset();
    void update(int first, int last);
    bool updateScale();
    QVariant decoration(const LayerCell& cell, LayerColumn column) const;

    Workspace& m_workspace;
    RunDocumentPtr m_run;
    int m_rows = 0; // as told to views; the run may be ahead until its signal comes
    int m_exponent = 0;
    double m_largestError = 0;
};

} // namespace latticeq::ui
