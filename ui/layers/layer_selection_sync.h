// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QItemSelection>
#include <QObject>

class QAbstractItemView;

namespace latticeq::ui {

class LayerSelection;
class LayersFilter;

/**
 * Keeps a view's rows and the selected layers the same, both ways. Layers that the filter hides stay selected; rows
 * that come, go or move are nobody's choice.
 */
class LayerSelectionSync : public QObject
{
    Q_OBJECT
public:
    /** Gives the view its model. */
    LayerSelectionSync(QAbstractItemView& view, LayersFilter& filter, LayerSelection& selection);

private:
    void followModel();
    void show();
    void choose(const QItemSelection& added);
    QSet<QString> hiddenSelected() const;

    QAbstractItemView& m_view;
    LayersFilter& m_filter;
    LayerSelection& m_selection;
    bool m_passive = false; // while rows change, or the view is told what is selected
};

} // namespace latticeq::ui
