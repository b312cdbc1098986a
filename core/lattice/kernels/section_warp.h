// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lattice/kernels/candidate_slot.h"

namespace latticeq {

/**
 * A candidate's error by the 32 lanes of a warp: the same bits as the reference of chain_reference.h. Warp is the warp
 * of a card (card_warp.h), or the lanes one after the other on the processor (looped_warp.h).
 */

/** The errors of `blocks` blocks of vectors in one lane, added to `sum` in their order. */
template <int N, int Blocks, typename Prepared>
LATTICEQ_INLINE float addLaneErrors(const ErrorSection& section, const Prepared& prepared, int runtimeN,
    int64_t firstBlock, int blocks, int lane, float sum)
{
    const int n = N > 0 ? N : runtimeN;
    const int count = Blocks > 0 ? Blocks : blocks;
    const float* vector = section.blocks + firstBlock * n * kLanes + lane;
    float coordinates[N > 0 ? N : kMaximumGroupDimension];
    LATTICEQ_UNROLL
    for (int b = 0; b < count; ++b, vector += n * kLanes) {
        nearestPlane<N>(prepared, n, vector, kLanes, section.lowest, section.highest, coordinates);
        for (int j = 0; j < n; ++j) {
            const float error = addLatticePoint<N>(prepared, n, coordinates, j, vector[j * kLanes], -1.0F);
            sum = fusedMultiplyAdd(error * error, magnitude(error), sum);
        }
    }
    return sum;
}

/** The same after bias correction; padding is left out by its index. */
template <int N, typename Prepared>
LATTICEQ_INLINE float addLaneCorrectedErrors(const ErrorSection& section, const Prepared& prepared, int runtimeN,
    int64_t firstBlock, int blocks, int lane, BiasCorrection correction, float sum)
{
    const int n = N > 0 ? N : runtimeN;
    float coordinates[N > 0 ? N : kMaximumGroupDimension];
    for (int64_t block = firstBlock; block < firstBlock + blocks; ++block) {
        if (block * kLanes + lane >= section.vectorCount)
            break;
        const float* vector = section.blocks + block * n * kLanes + lane;
        nearestPlane<N>(prepared, n, vector, kLanes, section.lowest, section.highest, coordinates);
        for (int j = 0; j < n; ++j) {
            const float q = addLatticePoint<N>(prepared, n, coordinates, j, 0.0F, 1.0F);
            const float error = vector[j * kLanes] - fusedMultiplyAdd(correction.eta, q, correction.shift);
            sum = fusedMultiplyAdd(error * error, magnitude(error), sum);
        }
    }
    return sum;
}

/** Σq and Σq² of one lane of a section's reconstruction. */
template <int N, typename Prepared>
LATTICEQ_INLINE void addLaneReconstruction(
    const ErrorSection& section, const Prepared& prepared, int runtimeN, int lane, float& sum, float& sumOfSquares)
{
    const int n = N > 0 ? N : runtimeN;
    float coordinates[N > 0 ? N : kMaximumGroupDimension];
    sum = 0.0F;
    sumOfSquares = 0.0F;
    for (int64_t block = 0; block < section.blockCount; ++block) {
        const float* vector = section.blocks + block * n * kLanes + lane;
        nearestPlane<N>(prepared, n, vector, kLanes, section.lowest, section.highest, coordinates);
        for (int j = 0; j < n; ++j) {
            const float q = addLatticePoint<N>(prepared, n, coordinates, j, 0.0F, 1.0F);
            sum += q;
            sumOfSquares = fusedMultiplyAdd(q, q, sumOfSquares);
        }
    }
}

/** The bias correction of a section's reconstruction (design item 9). */
template <int N, typename Warp, typename Prepared>
LATTICEQ_INLINE BiasCorrection sectionCorrectionByWarp(
    const Warp& warp, const ErrorSection& section, const Prepared& prepared, int n)
{
    typename Warp::template PerLane<float> sums;
    typename Warp::template PerLane<float> squares;
    warp.forEachLane(
        [&](int lane) { addLaneReconstruction<N>(section, prepared, n, lane, sums[lane], squares[lane]); });
    const float reciprocalCount = 1.0F / static_cast<float>(section.vectorCount * n);
    return biasCorrection(
        warp.addLanes(sums), warp.addLanes(squares), reciprocalCount, section.weightMean, section.weightNorm);
}

/**
 * Error of one section, or some number that reaches `limit` together with `total`, the error of the sections before,
 * once the partial error has. Adds the vectors whose error was computed to `computed`.
 */
template <int N, typename Warp, typename Prepared>
LATTICEQ_INLINE float sectionErrorByWarp(const Warp& warp, const ChainTask& task, const ErrorSection& section,
    const Prepared& prepared, float total, float limit, int64_t& computed)
{
    const int n = N > 0 ? N : task.n;
    typename Warp::template PerLane<float> sums;
    warp.forEachLane([&](int lane) { sums[lane] = 0.0F; });
    BiasCorrection correction { 1.0F, 0.0F };
    if (task.biasCorrected)
        correction = sectionCorrectionByWarp<N>(warp, section, prepared, n);
    float partial = 0.0F;
    for (int64_t block = 0; block < section.blockCount; block += kBlocksPerCheck) {
        const int64_t left = section.blockCount - block;
        const int blocks = static_cast<int>(left < kBlocksPerCheck ? left : kBlocksPerCheck);
        warp.forEachLane([&](int lane) {
            float& sum = sums[lane];
            if (task.biasCorrected)
                sum = addLaneCorrectedErrors<N>(section, prepared, n, block, blocks, lane, correction, sum);
            else if (blocks == kBlocksPerCheck)
                sum = addLaneErrors<N, kBlocksPerCheck>(section, prepared, n, block, blocks, lane, sum);
            else
                sum = addLaneErrors<N, 0>(section, prepared, n, block, blocks, lane, sum);
        });
        const int64_t vectors = section.vectorCount - block * kLanes;
        computed += vectors < blocks * kLanes ? vectors : blocks * kLanes;
        partial = warp.addLanes(sums);
        if (total + partial >= limit)
            break;
    }
    return partial;
}

/** Coordinates [vectorCount, n] of a section's vectors in one lane; zeros where the basis was rejected. */
template <int N, typename Prepared>
LATTICEQ_INLINE void writeLaneCoordinates(
    const ErrorSection& section, const Prepared& prepared, bool accepted, int runtimeN, int lane, float* coordinates)
{
    const int n = N > 0 ? N : runtimeN;
    float found[N > 0 ? N : kMaximumGroupDimension];
    for (int64_t index = lane; index < section.vectorCount; index += kLanes) {
        const float* vector = section.blocks + index / kLanes * n * kLanes + lane;
        if (accepted)
            nearestPlane<N>(prepared, n, vector, kLanes, section.lowest, section.highest, found);
        for (int j = 0; j < n; ++j)
            coordinates[index * n + j] = accepted ? withoutNegativeZero(found[j]) : 0.0F;
    }
}

/** Error of a candidate over all sections, or some number that is not below `limit`. */
template <int N, typename Warp, typename Prepared>
LATTICEQ_INLINE float chainError(
    const Warp& warp, const ChainTask& task, const Prepared& prepared, float limit, int64_t& computed)
{
    float total = 0.0F;
    for (int s = 0; s < task.sectionCount; ++s) {
        total += sectionErrorByWarp<N>(warp, task, task.sections[s], prepared, total, limit, computed);
        if (total >= limit)
            break;
    }
    return total;
}

} // namespace latticeq
