// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/pin_change.h"

#include "ui/runs/runs_model.h"
#include "ui/runs/runs_view.h"
#include "ui/workspace/workspace.h"

#include <algorithm>

namespace latticeq::ui {

namespace {

QString refusalToPin(const RunsModel& model, const QString& id)
{
    const int row = model.rowOf(id);
    const RunRecord& record = model.record(row);
    if (model.isMissing(row))
        return RunsView::tr("“%1” cannot be compared: its folder is gone.").arg(record.name);
    if (record.state != RunRecord::State::Finished)
        return RunsView::tr("“%1” cannot be compared: it is not finished.").arg(record.name);
    return {};
}

} // namespace

PinChange togglePins(const RunsModel& model, const QStringList& selected, const QStringList& pinned)
{
    PinChange change { pinned, {} };
    const bool unpin
        = std::all_of(selected.begin(), selected.end(), [&](const QString& id) { return pinned.contains(id); });
    for (const QString& id : selected) {
        if (unpin) {
            change.pins.removeAll(id);
            continue;
        }
        if (change.pins.contains(id))
            continue;
        QString refusal = refusalToPin(model, id);
        if (refusal.isEmpty() && change.pins.size() >= Workspace::kMostPinned)
            refusal = RunsView::tr("At most %n runs can be pinned; unpin one first.", nullptr, Workspace::kMostPinned);
        if (refusal.isEmpty())
            change.pins += id;
        else
            change.refusal = refusal;
    }
    return change;
}

} // namespace latticeq::ui
