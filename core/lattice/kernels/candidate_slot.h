// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lattice/kernels/chain_steps.h"

namespace latticeq {

/** A ChainProblem as plain values: `sections` may stand in a card's memory. */
struct ChainTask
{
    const ErrorSection* sections = nullptr;
    int sectionCount = 0;
    int n = 1;
    int basisBits = 0;
    bool biasCorrected = false;
    NoiseKey noise;
};

/**
 * A prepared candidate in memory that the lanes of a warp share: basis, dual and coefficients [n, n] each, then T and
 * whether the basis was accepted. An odd number of floats, so that lanes write to different banks.
 */
LATTICEQ_INLINE constexpr int slotFloats(int n)
{
    return (3 * n * n + 2) | 1;
}

/** Floats of shared memory for a warp's slots. */
inline constexpr int kSlotFloatsPerWarp = 2048;

/** Candidates that a warp prepares at once: one per lane, fewer where their slots would not fit. */
LATTICEQ_INLINE constexpr int candidatesAhead(int n)
{
    const int fitting = kSlotFloatsPerWarp / slotFloats(n);
    return fitting < kLanes ? fitting : kLanes;
}

LATTICEQ_INLINE bool slotIsValid(const float* slot, int n)
{
    return slot[3 * n * n + 1] != 0.0F;
}

/** A prepared basis of fixed n, to be kept in registers. */
template <int N> struct PreparedValues
{
    float basis[N * N];
    float dual[N * N];
    float coefficients[N * N];
};

/** A prepared basis of any n, left where it is. */
template <> struct PreparedValues<0>
{
    float* basis;
    float* dual;
    float* coefficients;
};

/** The prepared basis of a slot. */
template <int N> LATTICEQ_INLINE PreparedValues<N> loadSlot(const float* slot, int n)
{
    if constexpr (N == 0) {
        auto* values = const_cast<float*>(slot);
        return { values, values + n * n, values + 2 * n * n };
    } else {
        PreparedValues<N> prepared;
        LATTICEQ_UNROLL
        for (int e = 0; e < N * N; ++e) {
            prepared.basis[e] = slot[e];
            prepared.dual[e] = slot[N * N + e];
            prepared.coefficients[e] = slot[2 * N * N + e];
        }
        return prepared;
    }
}

/**
 * Prepares the basis that `fill` writes and whose T it returns (design items 4 and 5), and stores it in a slot.
 * Entries are computed in registers where n is fixed.
 */
template <int N, typename Fill> LATTICEQ_INLINE void writeSlot(int n, float* slot, Fill fill)
{
    const int entries = n * n;
    PreparedValues<N> prepared {};
    if constexpr (N == 0)
        prepared = loadSlot<N>(slot, n);
    slot[3 * entries] = fill(prepared.basis);
    slot[3 * entries + 1] = orthogonalise<N>(prepared, n) ? 1.0F : 0.0F;
    if constexpr (N > 0) {
        LATTICEQ_UNROLL
        for (int e = 0; e < N * N; ++e) {
            slot[e] = prepared.basis[e];
            slot[N * N + e] = prepared.dual[e];
            slot[2 * N * N + e] = prepared.coefficients[e];
        }
    }
}

/** A basis as it is, in a slot. */
template <int N> LATTICEQ_INLINE void prepareSlot(const float* basis, int n, float* slot)
{
    writeSlot<N>(n, slot, [&](float* entries) {
        for (int e = 0; e < n * n; ++e)
            entries[e] = basis[e];
        return 0.0F;
    });
}

/** Candidate `candidate` of a phase, counted from its beginning, in a slot (design item 7). */
template <int N>
LATTICEQ_INLINE void prepareCandidate(
    const ChainTask& task, const NoisePhase& phase, int64_t candidate, const float* best, float* slot)
{
    const int n = N > 0 ? N : task.n;
    constexpr int kMostEntries = N > 0 ? N * N : kMaximumGroupDimension * kMaximumGroupDimension;
    float noise[kMostEntries + 3];
    const auto number = static_cast<uint32_t>(phase.firstCandidate + candidate);
    LATTICEQ_UNROLL
    for (int group = 0; group < (n * n + 3) / 4; ++group)
        drawNormals(task.noise, number, group, noise + 4 * group, 1);
    writeSlot<N>(
        n, slot, [&](float* basis) { return perturb(best, n * n, phase.deviation, noise, 1, task.basisBits, basis); });
}

/** Makes a slot's candidate the best of a chain. */
LATTICEQ_INLINE void takeSlot(const float* slot, int n, float error, ChainState& state)
{
    state.bestError = error;
    state.bestMaximum = slot[3 * n * n];
    for (int e = 0; e < n * n; ++e)
        state.bestBasis[e] = slot[e];
}

} // namespace latticeq
