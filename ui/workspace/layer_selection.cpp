// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/layer_selection.h"

namespace latticeq::ui {

void LayerSelection::set(const QString& current)
{
    set(current, { current });
}

void LayerSelection::set(const QString& current, const QSet<QString>& selected)
{
    QSet<QString> all = selected;
    if (!current.isEmpty())
        all.insert(current);
    all.remove(QString());
    if (current == m_current && all == m_selected)
        return;
    m_current = current;
    m_selected = all;
    emit changed();
}

void LayerSelection::toggle(const QString& layer)
{
    QSet<QString> all = m_selected;
    if (all.contains(layer) && all.size() > 1) {
        all.remove(layer);
        choose(layer == m_current ? *all.begin() : m_current, all);
    } else {
        all.insert(layer);
        choose(layer, all);
    }
}

void LayerSelection::choose(const QString& current, const QSet<QString>& selected)
{
    setFollowing(false);
    set(current, selected);
}

void LayerSelection::setFollowing(bool following)
{
    if (following == m_following)
        return;
    m_following = following;
    emit followingChanged(following);
}

} // namespace latticeq::ui
