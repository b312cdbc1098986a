// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lattice/kernels/chain.h"

namespace latticeq {

/**
 * The arithmetic of a candidate's error as plain loops over 32 lanes, without early stopping: what every fast
 * kernel must reproduce bit for bit. Infinity where the basis is rejected.
 */
float basisErrorReference(const ChainProblem& problem, const float* basis);

/** advanceChain() by the reference, one candidate after the other. */
void advanceChainReference(
    const ChainProblem& problem, const NoisePhase& phase, int64_t first, int64_t last, ChainState& state);

/** Coordinates [vectorCount, n] of a section's vectors under a basis; zeros where the basis is rejected. */
std::vector<float> sectionCoordinates(const ErrorSection& section, int n, const float* basis);

} // namespace latticeq
