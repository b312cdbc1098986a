// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lattice/kernels/chain_warp.h"

namespace latticeq {

/** What one warp of a team found of its section. */
struct SectionSum
{
    float error;
    int64_t computed;
};

/**
 * Error of a candidate whose sections are spread over the warps of a team, section sums added in order; some number
 * that is not below `limit` once a partial error has reached it. `sums` holds one entry per warp, shared by the team.
 */
template <int N, typename Team, typename Prepared>
LATTICEQ_INLINE float teamError(
    const Team& team, const ChainTask& task, const Prepared& prepared, float limit, SectionSum* sums, int64_t& computed)
{
    float total = 0.0F;
    for (int first = 0; first < task.sectionCount; first += team.warps()) {
        team.forEachWarp([&](const auto& warp, int index) {
            if (first + index >= task.sectionCount)
                return;
            int64_t vectors = 0;
            const float error
                = sectionErrorByWarp<N>(warp, task, task.sections[first + index], prepared, total, limit, vectors);
            warp.once([&] { sums[index] = { error, vectors }; });
        });
        team.synchronise();
        for (int index = 0; index < team.warps() && first + index < task.sectionCount; ++index) {
            total += sums[index].error;
            computed += sums[index].computed;
        }
        team.synchronise();
        if (total >= limit)
            break;
    }
    return total;
}

/** advanceByWarp() for a chain of many sections, such as a basis for a whole layer: one warp takes one section. */
template <int N, typename Team>
LATTICEQ_INLINE void advanceByTeam(const Team& team, const ChainTask& task, const CandidateRange& range,
    const ErrorTrace& trace, float* slots, SectionSum* sums, ChainState& state)
{
    const int n = N > 0 ? N : task.n;
    const int ahead = candidatesAhead(n);
    float bestError = state.bestError;
    int64_t computed = 0;
    int nextMark = 0;
    for (int64_t first = range.first; first < range.last;) {
        const int count = static_cast<int>(ahead < range.last - first ? ahead : range.last - first);
        team.forEachWarp([&](const auto& warp, int index) {
            if (index == 0)
                prepareCandidates<N>(warp, task, range.phase, first, count, state.bestBasis, slots);
        });
        team.synchronise();
        const float before = bestError;
        int tried = 0;
        for (bool better = false; tried < count && !better; ++tried) {
            const float* slot = slots + tried * slotFloats(n);
            if (!slotIsValid(slot, n))
                continue;
            const float error = teamError<N>(team, task, loadSlot<N>(slot, n), bestError, sums, computed);
            better = error < bestError;
            if (better) {
                bestError = error;
                team.once([&] { takeSlot(slot, n, error, state); });
            }
        }
        first += tried;
        team.once([&] { traceBefore(trace, nextMark, first, before); });
        nextMark = marksBefore(trace, nextMark, first);
        team.synchronise();
    }
    team.once([&] { finishRange(range, trace, nextMark, bestError, computed, state); });
}

} // namespace latticeq
