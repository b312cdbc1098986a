// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/search_walk.h"

#include "core/run/run_control.h"

#include <ATen/core/Tensor.h>

#include <algorithm>

namespace latticeq {

SearchWalk::SearchWalk(const LayerSearch& search, const RunControl& control)
    : m_control(control)
    , m_budgetSeconds(search.budgetSeconds)
    , m_schedule(publishedSchedule(static_cast<int>(search.vectors.size(2)), search.bits, search.stepsPerPhase))
    , m_checkpoints(convergenceCheckpoints(m_schedule.candidates(), kConvergencePoints / (search.restarts + 1)))
{
    startPhase();
    leaveFinishedPhases();
}

double SearchWalk::elapsed() const
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - m_start).count()
        - m_control.pausedTime().count();
}

/** Every noise level gets an equal share of the time that is left. */
void SearchWalk::startPhase()
{
    m_position = 0;
    const auto phasesLeft = static_cast<double>(m_schedule.phases.size() - m_phase);
    m_phaseEnd = elapsed() + (m_budgetSeconds - elapsed()) / std::max(1.0, phasesLeft);
}

void SearchWalk::leaveFinishedPhases()
{
    while (
        !atEnd() && (m_position == m_schedule.phases[m_phase].candidates || (hasBudget() && elapsed() >= m_phaseEnd))) {
        ++m_phase;
        startPhase();
    }
}

CandidateRange SearchWalk::next(int64_t most) const
{
    const NoisePhase& phase = m_schedule.phases[m_phase];
    return { phase, m_position, m_position + std::min(most, phase.candidates - m_position) };
}

std::vector<int64_t> SearchWalk::checkpoints(const CandidateRange& range) const
{
    const int64_t before = range.phase.firstCandidate;
    const auto first = std::upper_bound(m_checkpoints.begin(), m_checkpoints.end(), before + range.first);
    const auto last = std::upper_bound(first, m_checkpoints.end(), before + range.last);
    std::vector<int64_t> within(first, last);
    for (int64_t& checkpoint : within)
        checkpoint -= before;
    return within;
}

void SearchWalk::advance(const CandidateRange& tried)
{
    m_position = tried.last;
    m_candidates += tried.last - tried.first;
    leaveFinishedPhases();
}

} // namespace latticeq
