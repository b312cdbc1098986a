// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace latticeq::ui {

class LayersModel;
class LayerSelection;
struct LayerState;
struct Theme;

/**
 * Draws the layers table: the band of current and selected layers, error bars with the scalar tick, and sparklines of
 * the search; edits bits in a combo box.
 */
class LayerDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    LayerDelegate(const LayersModel& model, const LayerSelection& selection, QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void setEditorData(QWidget* editor, const QModelIndex& index) const override;
    void setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;

private:
    const LayerState* layerOf(const QModelIndex& index) const;
    void paintErrorBar(QPainter& painter, const QStyleOptionViewItem& option, const LayerState& layer) const;
    void paintSparkline(QPainter& painter, const QStyleOptionViewItem& option, const LayerState& layer) const;

    const LayersModel& m_model;
    const LayerSelection& m_selection;
};

/** The background of a row: 8 % of the text colour for the current layer, 4 % for other selected ones. */
QColor rowBand(const LayerSelection& selection, const QString& layer, const Theme& theme);

} // namespace latticeq::ui
