// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/shortcut_sheet.h"

#include <QDialogButtonBox>
#include <QGridLayout>
#include <QKeySequence>
#include <QLabel>
#include <QVBoxLayout>

namespace latticeq::ui {

namespace {

struct Key
{
    QString keys;
    QString does;
};

struct KeyGroup
{
    QString title;
    QList<Key> keys;
};

/** A key sequence as the platform writes it; what is no sequence stays as it is. */
QString native(const QString& keys)
{
    QStringList parts;
    for (const QString& part : keys.split(QStringLiteral(" / "))) {
        const QKeySequence sequence(part);
        const QString text = sequence.toString(QKeySequence::NativeText);
        parts.append(text.isEmpty() ? part : text);
    }
    return parts.join(QStringLiteral(" / "));
}

QList<KeyGroup> runKeys()
{
    return { { ShortcutSheet::tr("Run"),
                 { { "Ctrl+R / F5", ShortcutSheet::tr("Run, or resume a paused run") },
                     { "Ctrl+Shift+R", ShortcutSheet::tr("Pause") }, { "Shift+F5", ShortcutSheet::tr("Stop") },
                     { "Ctrl+N", ShortcutSheet::tr("Plan a new run") },
                     { "Ctrl+Shift+U", ShortcutSheet::tr("Use the shown run's settings") },
                     { "F", ShortcutSheet::tr("Follow the search") } } },
        { ShortcutSheet::tr("Files and settings"),
            { { "Ctrl+O", ShortcutSheet::tr("Open a checkpoint") },
                { "Ctrl+Shift+O", ShortcutSheet::tr("Open a run folder") }, { "Ctrl+E", ShortcutSheet::tr("Export") },
                { "Ctrl+Z / Ctrl+Shift+Z", ShortcutSheet::tr("Undo, redo a setting") },
                { "Ctrl+Shift+C", ShortcutSheet::tr("Copy the settings as a command") },
                { "Ctrl+C", ShortcutSheet::tr("Copy rows or figures") }, { "Ctrl+Q", ShortcutSheet::tr("Quit") } } } };
}

QList<KeyGroup> windowKeys()
{
    return { { ShortcutSheet::tr("Window"),
                 { { "Ctrl+1 / Ctrl+2 / Ctrl+3", ShortcutSheet::tr("Errors, Lattices, Compare") },
                     { "Ctrl+4 / Ctrl+5 / Ctrl+6", ShortcutSheet::tr("Settings, Layers, Runs") },
                     { "Ctrl+7 / Ctrl+8", ShortcutSheet::tr("Convergence, Accuracy") },
                     { "Ctrl+9 / Ctrl+0", ShortcutSheet::tr("Log, Distribution") },
                     { "Ctrl+Shift+T", ShortcutSheet::tr("Trade-off") },
                     { "F6 / Shift+F6", ShortcutSheet::tr("Next, previous area") },
                     { "F11", ShortcutSheet::tr("Stage alone and back") } } },
        { ShortcutSheet::tr("Layers and runs"),
            { { "Alt+PgUp / Alt+PgDown", ShortcutSheet::tr("Previous, next layer") },
                { "Alt+Left / Alt+Right", ShortcutSheet::tr("Previous, next channel") },
                { "Ctrl+F", ShortcutSheet::tr("Filter the layers") },
                { "Return", ShortcutSheet::tr("Show the layer's lattice; open the run") },
                { "Space", ShortcutSheet::tr("Pin a run to compare it") },
                { "F2 / Del", ShortcutSheet::tr("Rename, delete a run") } } } };
}

QList<KeyGroup> plotKeys()
{
    return { { ShortcutSheet::tr("In a plot"),
                 { { "+ / -", ShortcutSheet::tr("Zoom") },
                     { ShortcutSheet::tr("Arrows"), ShortcutSheet::tr("Pan, or turn by 5°") },
                     { "Home", ShortcutSheet::tr("Fit") }, { "L", ShortcutSheet::tr("Logarithmic or linear") } } },
        { ShortcutSheet::tr("In Lattices"),
            { { "C / U / R", ShortcutSheet::tr("Cells, unused points, residuals") },
                { "O / G", ShortcutSheet::tr("Overload, ghost of the other panel") },
                { "X / K", ShortcutSheet::tr("Swap, link the panels") },
                { "T / P / S", ShortcutSheet::tr("Turn, Planes, Sheets (3 dimensions)") },
                { "PgUp / PgDown", ShortcutSheet::tr("Sheet above, below") },
                { "Esc", ShortcutSheet::tr("Free the pinned weight") } } } };
}

QWidget* groupWidget(const KeyGroup& group, QWidget* parent)
{
    auto* box = new QWidget(parent);
    auto* grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(16);
    auto* title = new QLabel(group.title, box);
    QFont bold = title->font();
    bold.setWeight(QFont::DemiBold);
    title->setFont(bold);
    grid->addWidget(title, 0, 0, 1, 2);
    int row = 1;
    for (const Key& key : group.keys) {
        grid->addWidget(new QLabel(native(key.keys), box), row, 0);
        grid->addWidget(new QLabel(key.does, box), row, 1);
        ++row;
    }
    grid->setColumnStretch(1, 1);
    grid->setRowStretch(row, 1);
    return box;
}

} // namespace

ShortcutSheet::ShortcutSheet(QWidget* parent)
    : QDialog(parent)
{
    setObjectName(QStringLiteral("shortcutSheet"));
    setWindowTitle(tr("Keys"));
    auto* columns = new QHBoxLayout;
    columns->setSpacing(32);
    for (const QList<KeyGroup>& column : { runKeys(), windowKeys(), plotKeys() }) {
        auto* lines = new QVBoxLayout;
        lines->setSpacing(16);
        for (const KeyGroup& group : column)
            lines->addWidget(groupWidget(group, this));
        lines->addStretch(1);
        columns->addLayout(lines);
    }
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->addLayout(columns);
    layout->addWidget(buttons);
}

} // namespace latticeq::ui
