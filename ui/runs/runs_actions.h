// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>

#include <array>

class QMenu;
class QWidget;

namespace latticeq::ui {

/** What can be done with the selected runs: shortcuts while the list has the focus, and the entries of its menu. */
class RunsActions : public QObject
{
    Q_OBJECT
public:
    enum Kind { Open, Resume, Pin, Rename, Annotate, CopyRows, CopyCommand, ShowFolder, Export, Delete, KindCount };

    /** The shortcuts work while `list` has the focus. */
    explicit RunsActions(QWidget& list);

    QAction* action(Kind kind) const { return m_actions[kind]; }
    void addTo(QMenu& menu) const;
    void retranslate();

private:
    std::array<QAction*, KindCount> m_actions {};
};

} // namespace latticeq::ui
