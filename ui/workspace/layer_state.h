// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/run_event.h"

#include <QString>

#include <optional>
#include <vector>

namespace latticeq {
struct LayerPlan;
}

namespace latticeq::ui {

/** A layer as the views show it: planned, being searched, or finished. */
struct LayerState
{
    enum class Status { Planned, Searching, Finished };

    Status status = Status::Planned;
    LayerReport report; // until finished: name, type, shape, bits, group and expected effective bits only
    bool fixed = false; // the method fixes its bits: the first convolution and the last linear layer
    bool searched = true; // the method searches a lattice for it: neither fixed nor left at full precision
    std::optional<BitsOption> alone; // what the network loses by this layer alone, where that was measured
    std::vector<ConvergencePoint> convergence; // all restarts, in the order they came

    /** Cubic error per weight of the best bases so far; nothing before the first. */
    std::optional<double> bestMce() const;
    QString name() const { return QString::fromStdString(report.name); }
};

/** What is known of a layer before its search. */
LayerReport plannedReport(const LayerPlan& plan);

/** Sets `fixed` and `searched` of a network's layers by their reports. */
void markKinds(std::vector<LayerState>& layers);

} // namespace latticeq::ui
