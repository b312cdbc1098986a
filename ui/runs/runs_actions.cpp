// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/runs_actions.h"

#include "ui/support/icon.h"

#include <QMenu>
#include <QWidget>

namespace latticeq::ui {

namespace {

QList<QKeySequence> shortcutsOf(RunsActions::Kind kind)
{
    switch (kind) {
    case RunsActions::Open: return { Qt::Key_Return, Qt::Key_Enter };
    case RunsActions::Pin: return { Qt::Key_Space };
    case RunsActions::Rename: return { Qt::Key_F2 };
    case RunsActions::CopyRows: return QKeySequence::keyBindings(QKeySequence::Copy);
    case RunsActions::Delete: return { Qt::Key_Delete };
    default: return {};
    }
}

} // namespace

RunsActions::RunsActions(QWidget& list)
    : QObject(&list)
{
    for (int kind = 0; kind < KindCount; ++kind) {
        auto* action = new QAction(this);
        action->setShortcuts(shortcutsOf(static_cast<Kind>(kind)));
        action->setShortcutContext(Qt::WidgetShortcut);
        m_actions[static_cast<size_t>(kind)] = action;
        list.addAction(action);
    }
    m_actions[Open]->setIcon(icon(QStringLiteral("open")));
    m_actions[Pin]->setIcon(icon(QStringLiteral("pin")));
    m_actions[CopyRows]->setIcon(icon(QStringLiteral("copy")));
    m_actions[Export]->setIcon(icon(QStringLiteral("export")));
    m_actions[Resume]->setIcon(icon(QStringLiteral("run")));
    retranslate();
}

void RunsActions::addTo(QMenu& menu) const
{
    for (int kind = 0; kind < KindCount; ++kind) {
        if (kind == CopyRows || kind == Delete)
            menu.addSeparator();
        menu.addAction(m_actions[static_cast<size_t>(kind)]);
    }
}

void RunsActions::retranslate()
{
    m_actions[Open]->setText(tr("Open"));
    m_actions[Resume]->setText(tr("Resume"));
    m_actions[Pin]->setText(tr("Pin or unpin"));
    m_actions[Rename]->setText(tr("Rename"));
    m_actions[Annotate]->setText(tr("Edit note"));
    m_actions[CopyRows]->setText(tr("Copy rows"));
    m_actions[CopyCommand]->setText(tr("Copy as command"));
    m_actions[ShowFolder]->setText(tr("Show folder"));
    m_actions[Export]->setText(tr("Export…"));
    m_actions[Delete]->setText(tr("Delete…"));
}

} // namespace latticeq::ui
