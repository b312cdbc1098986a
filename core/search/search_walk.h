// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lattice/kernels/chain_warp.h"
#include "core/search/layer_search.h"

#include <chrono>

namespace latticeq {

/** The way of a layer's chains through their schedule: noise level after noise level, within a time budget if any. */
class SearchWalk
{
public:
    SearchWalk(const LayerSearch& search, const RunControl& control);

    bool atEnd() const { return m_phase == m_schedule.phases.size(); }
    bool hasBudget() const { return m_budgetSeconds > 0; }

    /** The candidates to try next, at most `most`; all of one noise level. */
    CandidateRange next(int64_t most) const;

    /** Numbers of candidates after which convergence is recorded, within a range and counted like it. */
    std::vector<int64_t> checkpoints(const CandidateRange& range) const;

    /** Goes on behind candidates that have been tried; a noise level ends early when its share of the budget is used.
     */
    void advance(const CandidateRange& tried);

    /** Candidates that each chain has tried so far. */
    int64_t candidates() const { return m_candidates; }

private:
    double elapsed() const;
    void startPhase();
    void leaveFinishedPhases();

    const RunControl& m_control;
    double m_budgetSeconds;
    SearchSchedule m_schedule;
    std::vector<int64_t> m_checkpoints; // counted over all noise levels
    std::chrono::steady_clock::time_point m_start = std::chrono::steady_clock::now();
    double m_phaseEnd = 0; // seconds from the start
    size_t m_phase = 0;
    int64_t m_position = 0; // within the phase
    int64_t m_candidates = 0;
};

} // namespace latticeq
