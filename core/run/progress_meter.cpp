// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/progress_meter.h"

#include <algorithm>

namespace latticeq {

namespace {

constexpr double kSecondsBetweenEvents = 0.1;

/** Before this much of the cost is done the remaining time is a guess. */
constexpr double kSmallestTellingShare = 0.03;

} // namespace

ProgressMeter::ProgressMeter(const EventSink& sink, const RunControl& control)
    : m_sink(sink)
    , m_control(control)
{
}

void ProgressMeter::plan(Phase phase, double cost)
{
    m_costs[phase] = cost;
}

void ProgressMeter::advance(Phase phase, double share)
{
    m_shares[phase] = std::clamp(share, m_shares[phase], 1.0);
    send(share >= 1.0);
}

double ProgressMeter::elapsedSeconds() const
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - m_start).count()
        - m_control.pausedTime().count();
}

void ProgressMeter::send(bool always)
{
    const double elapsed = elapsedSeconds();
    if (!always && elapsed - m_lastSent < kSecondsBetweenEvents)
        return;
    m_lastSent = elapsed;
    double total = 0;
    double done = 0;
    for (const auto& [phase, cost] : m_costs) {
        total += cost;
        done += cost * m_shares[phase];
    }
    ProgressMade event;
    event.elapsedSeconds = elapsed;
    event.fraction = total > 0 ? done / total : 0;
    if (event.fraction > kSmallestTellingShare)
        event.remainingSeconds = elapsed * (1 - event.fraction) / event.fraction;
    m_sink(event);
}

} // namespace latticeq
