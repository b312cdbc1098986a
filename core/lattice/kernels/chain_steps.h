// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lattice/kernels/chain.h"
#include "core/lattice/kernels/normal.h"
#include "core/lattice/kernels/philox.h"

namespace latticeq {

/** Candidates whose noise is drawn together. */
inline constexpr int kNoiseBatch = 16;

/** Blocks of 32 vectors between two looks at whether a candidate's partial error is too large already. */
inline constexpr int64_t kBlocksPerCheck = 4;

/** Floats that candidateNoise() fills for a basis of n × n entries: whole groups of four normal numbers. */
LATTICEQ_INLINE int noiseRows(int n)
{
    return (n * n + 3) / 4 * 4;
}

/** Normal numbers 4·group … 4·group + 3 of a candidate, at `stride` from each other. */
LATTICEQ_INLINE void drawNormals(const NoiseKey& key, uint32_t candidate, int group, float* normals, int stride)
{
    const PhiloxWords counter
        = { { candidate, key.channel, key.layer, (key.restart << 8) | static_cast<uint32_t>(group) } };
    const PhiloxWords words = philox(counter, key.seed);
    const NormalPair left = normalPair(words.w[0], words.w[1]);
    const NormalPair right = normalPair(words.w[2], words.w[3]);
    normals[0] = left.first;
    normals[stride] = left.second;
    normals[2 * stride] = right.first;
    normals[3 * stride] = right.second;
}

/** Normal numbers of 16 candidates; entry e of candidate k at [e·16 + k]. */
LATTICEQ_INLINE void drawNoise(const ChainProblem& problem, int64_t firstCandidate, float* noise)
{
    for (int group = 0; group < noiseRows(problem.n) / 4; ++group) {
        float* rows = noise + group * 4 * kNoiseBatch;
        for (int k = 0; k < kNoiseBatch; ++k)
            drawNormals(problem.noise, static_cast<uint32_t>(firstCandidate) + static_cast<uint32_t>(k), group,
                rows + k, kNoiseBatch);
    }
}

/** The basis `best` plus noise, whose entries stand `stride` apart, quantized; returns its T, 0 without quantization.
 */
LATTICEQ_INLINE float perturb(
    const float* best, int entries, float deviation, const float* noise, int stride, int basisBits, float* basis)
{
    for (int e = 0; e < entries; ++e)
        basis[e] = fusedMultiplyAdd(deviation, noise[e * stride], best[e]);
    return basisBits > 0 ? quantizeBasisEntries(basis, entries, basisLevels(basisBits)) : 0.0F;
}

/** Candidate k of a noise batch: the best basis so far plus noise, quantized, in prepared.basis. */
LATTICEQ_INLINE void perturbBasis(const ChainProblem& problem, const ChainState& state, float deviation,
    const float* noise, int k, PreparedBasis& prepared)
{
    prepared.maximum = perturb(
        state.bestBasis, problem.n * problem.n, deviation, noise + k, kNoiseBatch, problem.basisBits, prepared.basis);
}

/** Makes the candidate the best so far if its error is smaller; an equal error keeps the earlier one. */
LATTICEQ_INLINE void keepIfBetter(
    const ChainProblem& problem, const PreparedBasis& prepared, float error, ChainState& state)
{
    if (!(error < state.bestError))
        return;
    state.bestError = error;
    state.bestMaximum = prepared.maximum;
    for (int e = 0; e < problem.n * problem.n; ++e)
        state.bestBasis[e] = prepared.basis[e];
}

} // namespace latticeq
