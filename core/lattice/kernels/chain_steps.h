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

/** Normal numbers of 16 candidates, keyed by seed, layer, channel, restart and candidate; entry e at [e·16 + k]. */
LATTICEQ_INLINE void drawNoise(const ChainProblem& problem, int64_t firstCandidate, float* noise)
{
    for (int group = 0; group < noiseRows(problem.n) / 4; ++group) {
        float* rows = noise + group * 4 * kNoiseBatch;
        for (int k = 0; k < kNoiseBatch; ++k) {
            const PhiloxWords counter = { { static_cast<uint32_t>(firstCandidate) + static_cast<uint32_t>(k),
                problem.channel, problem.layer, (problem.restart << 8) | static_cast<uint32_t>(group) } };
            const PhiloxWords words = philox(counter, problem.seed);
            const NormalPair left = normalPair(words.w[0], words.w[1]);
            const NormalPair right = normalPair(words.w[2], words.w[3]);
            rows[k] = left.first;
            rows[kNoiseBatch + k] = left.second;
            rows[2 * kNoiseBatch + k] = right.first;
            rows[3 * kNoiseBatch + k] = right.second;
        }
    }
}

/** Candidate k of a noise batch: the best basis so far plus noise, quantized, in prepared.basis. */
LATTICEQ_INLINE void perturbBasis(const ChainProblem& problem, const ChainState& state, float deviation,
    const float* noise, int k, PreparedBasis& prepared)
{
    const int entries = problem.n * problem.n;
    for (int e = 0; e < entries; ++e)
        prepared.basis[e] = fusedMultiplyAdd(deviation, noise[e * kNoiseBatch + k], state.bestBasis[e]);
    prepared.maximum
        = problem.basisBits > 0 ? quantizeBasisEntries(prepared.basis, entries, basisLevels(problem.basisBits)) : 0.0F;
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
