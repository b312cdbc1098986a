// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;
class QMenu;
class QPushButton;
class QToolButton;

namespace latticeq::ui {

/** What the line above the layers table says. */
struct LayersBarState
{
    int shown = 0; // layers that the filter leaves
    int all = 0;
    QString hiddenCurrent; // the current layer where the filter hides it
    bool orderFixed = false;
    bool running = false;
    bool following = false;
    bool operator==(const LayersBarState&) const = default;
};

/** The line above the layers table: how many there are, notes, following the search, filter and columns. */
class LayersBar : public QWidget
{
    Q_OBJECT
public:
    explicit LayersBar(QMenu* columns, QWidget* parent);

    void setState(const LayersBarState& state);
    QLineEdit& filter() { return *m_filter; }
    void retranslate();

signals:
    void followAsked();

private:
    QString countText() const;
    QString noteText() const;

    LayersBarState m_state;
    QLabel* m_count;
    QLabel* m_note;
    QLabel* m_following;
    QToolButton* m_follow;
    QLineEdit* m_filter;
    QPushButton* m_columns;
};

} // namespace latticeq::ui
