// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lattice/kernels/chain.h"

namespace latticeq {

/**
 * Up to this n all 3^n neighbours of a nearest-plane point are looked at; above it single steps, one coordinate after
 * the other and each taken where it helps.
 */
inline constexpr int kMostEnumerated = 4;

/** Floats of the normal equations of one basis: for each of n columns a triangle [n(n+1)/2] and a right side [n]. */
LATTICEQ_INLINE constexpr int normalCount(int n)
{
    return n * (n * (n + 1) / 2 + n);
}

/** What a section's vectors give under one basis, with the coordinates that were chosen for them. */
struct SectionFit
{
    float error = 0.0F; // cubic, after bias correction where the problem asks for it
    BiasCorrection correction { 1.0F, 0.0F }; // of the points c·B
    /**
     * Of the basis column by column, every vector weighted by its |error| in that column, so that the least squares
     * stand for the cube: the triangle Σ w·c_i·c_k, k ≤ i, then Σ w·c_i·(v - shift).
     */
    std::vector<float> normal;
};

/**
 * Chooses coordinates [blocks, n, 32] for a section's vectors: those of the nearest plane, or the one of their
 * neighbours within the coordinate limits with the smallest cubic error, and fills `fit`. `guess` is the bias
 * correction that the choice counts with; {1, 0} without. False where the basis is rejected. Same bits on every
 * instruction set.
 */
bool fitSection(const ChainProblem& problem, const ErrorSection& section, const float* basis, BiasCorrection guess,
    float* coordinates, SectionFit& fit);

/** The same one vector after the other; the judge of the fast version, and all there is above kMostEnumerated. */
bool fitSectionReference(const ChainProblem& problem, const ErrorSection& section, const float* basis,
    BiasCorrection guess, float* coordinates, SectionFit& fit);

} // namespace latticeq
