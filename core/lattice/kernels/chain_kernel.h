// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lattice/kernels/chain.h"

#include <atomic>
#include <string>
#include <vector>

namespace latticeq {

/**
 * The fused search on the processor: one pass over a section's vectors for a candidate (two with bias correction),
 * with the widest instruction set of this machine. Bit for bit the same as chain_reference.h.
 */

/** Puts a chain at its start: the start basis, quantized like any candidate, and its error. */
void startChain(const ChainProblem& problem, const float* startBasis, ChainState& state);

/**
 * Tries candidates first … last - 1 of a phase, counted from the phase's beginning. Returns early, with the
 * candidates tried so far, once `stop` is set.
 */
void advanceChain(const ChainProblem& problem, const NoisePhase& phase, int64_t first, int64_t last,
    const std::atomic<bool>& stop, ChainState& state);

/** One candidate and its error, exact where it is below the best of the chain it was tried for. */
struct TriedCandidate
{
    PreparedBasis basis;
    float error = 0.0F;
    int64_t vectorsComputed = 0;
};

/** Tries one candidate of a phase against the best so far, without changing the chain. For any thread. */
TriedCandidate tryCandidate(
    const ChainProblem& problem, const NoisePhase& phase, int64_t candidate, const ChainState& state);

/** Counts a tried candidate and takes it if it is better; true if it was. */
bool acceptCandidate(const ChainProblem& problem, const TriedCandidate& tried, ChainState& state);

/** Cubic error of a basis taken as it is (design item 6); infinity where the basis is rejected. */
float basisError(const ChainProblem& problem, const float* basis);

/** Noise of 16 candidates from `firstCandidate` on: entry e of candidate k at [e·16 + k]. */
void candidateNoise(const ChainProblem& problem, int64_t firstCandidate, float* noise);

/** Names of the instruction sets that this machine has and the kernel was built for, the widest first. */
std::vector<std::string> instructionSets();

/** Makes the kernel use one of instructionSets() from now on; an empty name returns to the widest. */
void useInstructionSet(const std::string& name);

} // namespace latticeq
