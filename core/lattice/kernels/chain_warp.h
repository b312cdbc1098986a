// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lattice/kernels/candidate_slot.h"
#include "core/lattice/kernels/section_warp.h"

namespace latticeq {

/** Where a chain writes its best error after given numbers of a phase's candidates, in rising order. */
struct ErrorTrace
{
    const int64_t* marks = nullptr; // counted from the phase's beginning
    int count = 0;
    float* errors = nullptr;
};

/** Candidates first … last - 1 of a phase, counted from its beginning. */
struct CandidateRange
{
    NoisePhase phase;
    int64_t first = 0;
    int64_t last = 0;
};

/** The first mark from `next` on that does not lie before `tried` candidates. */
LATTICEQ_INLINE int marksBefore(const ErrorTrace& trace, int next, int64_t tried)
{
    while (next < trace.count && trace.marks[next] < tried)
        ++next;
    return next;
}

/** Writes the best error for the marks from `next` on that lie before `tried` candidates. */
LATTICEQ_INLINE void traceBefore(const ErrorTrace& trace, int next, int64_t tried, float bestError)
{
    for (; next < trace.count && trace.marks[next] < tried; ++next)
        trace.errors[next] = bestError;
}

/** Writes what is left to write when a range has been tried; for one thread. */
LATTICEQ_INLINE void finishRange(const CandidateRange& range, const ErrorTrace& trace, int nextMark, float bestError,
    int64_t computed, ChainState& state)
{
    traceBefore(trace, nextMark, range.last + 1, bestError);
    state.candidatesTried += range.last - range.first;
    state.vectorsComputed += computed;
}

/** The lanes of a warp prepare candidates first … first + count - 1 of a phase, one each, in `slots`. */
template <int N, typename Warp>
LATTICEQ_INLINE void prepareCandidates(const Warp& warp, const ChainTask& task, const NoisePhase& phase, int64_t first,
    int count, const float* best, float* slots)
{
    warp.forEachLane([&](int lane) {
        if (lane < count)
            prepareCandidate<N>(task, phase, first + lane, best, slots + lane * slotFloats(N > 0 ? N : task.n));
    });
}

/**
 * Tries a range of candidates of a chain by one warp, to the same bits as advanceChain(). The lanes prepare
 * candidatesAhead(n) candidates at once, in `slots`, all from the best so far; those behind a better one are prepared
 * again. N is the group dimension, 0: task.n.
 */
template <int N, typename Warp>
LATTICEQ_INLINE void advanceByWarp(const Warp& warp, const ChainTask& task, const CandidateRange& range,
    const ErrorTrace& trace, float* slots, ChainState& state)
{
    const int n = N > 0 ? N : task.n;
    const int ahead = candidatesAhead(n);
    float bestError = state.bestError;
    int64_t computed = 0;
    int nextMark = 0;
    for (int64_t first = range.first; first < range.last;) {
        const int count = static_cast<int>(ahead < range.last - first ? ahead : range.last - first);
        prepareCandidates<N>(warp, task, range.phase, first, count, state.bestBasis, slots);
        warp.synchronise();
        const float before = bestError;
        int tried = 0;
        for (bool better = false; tried < count && !better; ++tried) {
            const float* slot = slots + tried * slotFloats(n);
            if (!slotIsValid(slot, n))
                continue;
            const float error = chainError<N>(warp, task, loadSlot<N>(slot, n), bestError, computed);
            better = error < bestError;
            if (better) {
                bestError = error;
                warp.once([&] { takeSlot(slot, n, error, state); });
            }
        }
        first += tried;
        warp.once([&] { traceBefore(trace, nextMark, first, before); });
        nextMark = marksBefore(trace, nextMark, first);
        warp.synchronise();
    }
    warp.once([&] { finishRange(range, trace, nextMark, bestError, computed, state); });
}

} // namespace latticeq
