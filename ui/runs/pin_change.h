// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace latticeq::ui {

class RunsModel;

/** What asking to pin or unpin some runs leads to. */
struct PinChange
{
    QStringList pins; // all that are pinned then, the reference first
    QString refusal; // one sentence why a run could not be pinned; else empty
};

/** Unpins the selected runs where all are pinned, else pins those that can be compared, while there is room. */
PinChange togglePins(const RunsModel& model, const QStringList& selected, const QStringList& pinned);

} // namespace latticeq::ui
