// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lattice/kernels/chain.h"

#include <cstdint>
#include <vector>

namespace latticeq {

/** The noise levels of a chain of the random search, in the order in which they are tried. */
struct SearchSchedule
{
    std::vector<NoisePhase> phases;
    int64_t candidates() const;
};

/**
 * The published schedule (design item 7): noise of standard deviation T/2 for T in
 * sc·{1e-4, 1, 1/2, 1/3, 1/5, 1/7, 1/9, 1/15, 1/30}, sc = 1/(2^bits - 1), `stepsPerPhase` candidates each; for
 * n = 1, T in sc·{1e-4, 1, 1/4, 1/9}.
 */
SearchSchedule publishedSchedule(int n, int bits, int64_t stepsPerPhase);

/** Candidates of each T for n = 1, whatever `steps` says (design item 7). */
inline constexpr int64_t kScalarSteps = 100;

/** Candidates of each T for every linear layer, in one chain (design item 8). */
inline constexpr int64_t kLinearSteps = 300;

/** Where the published chains start: a multiple of the identity [n, n] (design item 7). */
std::vector<float> publishedStart(int n, int bits, bool perLayer);

/**
 * At most `limit` candidate counts, about evenly apart on a logarithmic axis, from 1 to `candidates` itself. From 16
 * on multiples of 16, the batches in which candidates are drawn.
 */
std::vector<int64_t> convergenceCheckpoints(int64_t candidates, int64_t limit);

} // namespace latticeq
