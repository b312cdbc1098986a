// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lattice/kernels/lane_step.h"

#include <cstdint>
#include <vector>

namespace latticeq {

/**
 * Vectors whose error is summed in 32 lanes of their own: a channel, or 4,096 vectors of a whole layer.
 * `blocks` is [blockCount, n, 32]; vector j stands in lane j mod 32 of block j div 32, the last block is padded
 * with zero vectors.
 */
struct ErrorSection
{
    const float* blocks = nullptr;
    int64_t blockCount = 0;
    int64_t vectorCount = 0;
    float lowest = 0.0F; // coordinate limits
    float highest = 0.0F;
    float weightMean = 0.0F; // used with bias correction only
    float weightNorm = 0.0F; // of the weights about their mean
};

/** A run of candidates with the same noise; `firstCandidate` counts over all phases of the chain. */
struct NoisePhase
{
    float deviation = 0.0F; // standard deviation of the noise on every entry
    int64_t firstCandidate = 0;
    int64_t candidates = 0;
};

/** What a chain's random numbers depend on, beside the candidate's number. */
struct NoiseKey
{
    uint64_t seed = 0;
    uint32_t layer = 0;
    uint32_t channel = 0;
    uint32_t restart = 0;
};

/** All that a chain's candidates depend on, and nothing that changes while it runs. */
struct ChainProblem
{
    std::vector<ErrorSection> sections;
    int n = 1;
    int basisBits = 0; // 0: the basis is not quantized
    bool biasCorrected = false;
    NoiseKey noise;
};

/** Where a chain stands. */
struct ChainState
{
    float bestBasis[kMaximumGroupDimension * kMaximumGroupDimension] = {};
    float bestMaximum = 0.0F; // T of the best basis, where bases are quantized
    float bestError = 0.0F;
    int64_t candidatesTried = 0;
    int64_t vectorsComputed = 0; // whose error was computed, not skipped by stopping early
};

} // namespace latticeq
