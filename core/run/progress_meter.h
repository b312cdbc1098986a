// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/run_control.h"
#include "core/run/run_event.h"

#include <map>

namespace latticeq {

/** Turns the cost that is done into progress events, at most ten a second. Costs are expected seconds. */
class ProgressMeter
{
public:
    ProgressMeter(const EventSink& sink, const RunControl& control);

    /** Sets what a phase is expected to cost; phases without a cost do not count. */
    void plan(Phase phase, double cost);
    /** The share of a phase that is done, 0 to 1. */
    void advance(Phase phase, double share);

    /** Seconds since the meter was made, pauses left out. */
    double elapsedSeconds() const;

private:
    void send(bool always);

    const EventSink& m_sink;
    const RunControl& m_control;
    std::chrono::steady_clock::time_point m_start = std::chrono::steady_clock::now();
    double m_lastSent = -1;
    std::map<Phase, double> m_costs;
    std::map<Phase, double> m_shares;
};

} // namespace latticeq
