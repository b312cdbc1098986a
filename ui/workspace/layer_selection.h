// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSet>
#include <QString>

namespace latticeq::ui {

/**
 * The layers that all views look at: one current layer and any number of selected ones, by name, never by row. Views
 * call set() and follow changed(); setting what is selected already tells nobody.
 */
class LayerSelection : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    const QString& current() const { return m_current; }
    const QSet<QString>& selected() const { return m_selected; } // holds the current layer, if there is one
    bool isSelected(const QString& layer) const { return m_selected.contains(layer); }

    /** Selects `current` alone. */
    void set(const QString& current);
    /** `current` joins `selected` if it is not in it. */
    void set(const QString& current, const QSet<QString>& selected);
    /** Adds a layer, or takes it away again; what is added becomes current. */
    void toggle(const QString& layer);
    /** The same, as the choice of a person: ends following(). */
    void choose(const QString& current, const QSet<QString>& selected);
    void choose(const QString& current) { choose(current, { current }); }

    /** Whether the current layer is the one being searched (key F), until a person chooses one. */
    bool following() const { return m_following; }
    void setFollowing(bool following);

signals:
    void changed();
    void followingChanged(bool following);
    /** A person asked to see the current layer's lattice (Enter or a double click anywhere). */
    void latticeAsked();

private:
    QString m_current;
    QSet<QString> m_selected;
    bool m_following = true;
};

} // namespace latticeq::ui
