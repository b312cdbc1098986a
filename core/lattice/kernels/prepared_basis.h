// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lattice/kernels/arithmetic.h"

namespace latticeq {

/** The largest group dimension; fixed so that a chain's state needs no allocation. */
inline constexpr int kMaximumGroupDimension = 16;

/** A candidate basis with what the nearest plane needs of it; matrices are [n, n], rows first, without gaps. */
struct PreparedBasis
{
    float basis[kMaximumGroupDimension * kMaximumGroupDimension];
    /** Row i is b*_i / <b*_i, b*_i>: its product with a vector is the vector's i-th Gram-Schmidt coordinate. */
    float dual[kMaximumGroupDimension * kMaximumGroupDimension];
    /** Gram-Schmidt coefficients <b_i, b*_k> / <b*_k, b*_k> for k < i. */
    float coefficients[kMaximumGroupDimension * kMaximumGroupDimension];
    /** T of a quantized basis, the value of its largest code; 0 where it is not quantized. */
    float maximum;
};

/** The levels of a quantized basis entry: 0 … 2^bits - 1 stand for -maximum … maximum. */
struct BasisLevels
{
    float last; // 2^bits - 1
    float halfLast; // (2^bits - 1) / 2
    float step; // 2 / (2^bits - 1)
};

LATTICEQ_INLINE BasisLevels basisLevels(int bits)
{
    const float last = static_cast<float>((1 << bits) - 1);
    return { last, 0.5F * last, 2.0F / last };
}

/** The code of a basis entry, design item 5: round(L·(B/T + 1)/2), given 1/T. */
LATTICEQ_INLINE float basisCode(float entry, float reciprocalMaximum, const BasisLevels& levels)
{
    const float code = roundHalfToEven(fusedMultiplyAdd(entry * reciprocalMaximum, levels.halfLast, levels.halfLast));
    return clampTo(code, 0.0F, levels.last);
}

/** The entry in units of T that a code stands for: 2·code/L - 1. */
LATTICEQ_INLINE float unitBasisEntry(float code, const BasisLevels& levels)
{
    return fusedMultiplyAdd(code, levels.step, -1.0F);
}

/** The largest magnitude among the entries of a basis. */
LATTICEQ_INLINE float largestEntry(const float* basis, int entries)
{
    float maximum = 0.0F;
    for (int i = 0; i < entries; ++i) {
        const float candidate = magnitude(basis[i]);
        maximum = candidate > maximum ? candidate : maximum;
    }
    return maximum;
}

/** Quantizes a basis in place (design item 5) and returns its T. One without a finite 1/T is left alone. */
LATTICEQ_INLINE float quantizeBasisEntries(float* basis, int entries, const BasisLevels& levels)
{
    const float maximum = largestEntry(basis, entries);
    const float reciprocal = 1.0F / maximum;
    if (!(reciprocal <= 3.4e38F))
        return maximum;
    for (int i = 0; i < entries; ++i)
        basis[i] = maximum * unitBasisEntry(basisCode(basis[i], reciprocal, levels), levels);
    return maximum;
}

/**
 * Gram-Schmidt orthogonalisation of the rows already in `prepared.basis` (not normalised, design item 4).
 * Returns false, to reject the candidate, where some <b*_i, b*_i> is not above zero, where its reciprocal is not
 * finite, or where the coordinates of a vector with entries in [-1, 1] could overflow.
 */
template <int N, typename Prepared> LATTICEQ_INLINE bool orthogonalise(Prepared& prepared, int runtimeN)
{
    const int n = N > 0 ? N : runtimeN;
    float orthogonal[kMaximumGroupDimension * kMaximumGroupDimension];
    for (int i = 0; i < n * n; ++i)
        orthogonal[i] = prepared.basis[i];
    for (int i = 0; i < n; ++i) {
        float* row = orthogonal + i * n;
        float squaredLength = row[0] * row[0];
        for (int j = 1; j < n; ++j)
            squaredLength = fusedMultiplyAdd(row[j], row[j], squaredLength);
        const float reciprocal = 1.0F / squaredLength;
        if (!(squaredLength > 0.0F) || !(reciprocal <= 3.4e38F))
            return false;
        for (int j = 0; j < n; ++j)
            prepared.dual[i * n + j] = row[j] * reciprocal;
        for (int k = i + 1; k < n; ++k) {
            float* later = orthogonal + k * n;
            float coefficient = later[0] * prepared.dual[i * n];
            for (int j = 1; j < n; ++j)
                coefficient = fusedMultiplyAdd(later[j], prepared.dual[i * n + j], coefficient);
            prepared.coefficients[k * n + i] = coefficient;
            for (int j = 0; j < n; ++j)
                later[j] = fusedMultiplyAdd(-coefficient, row[j], later[j]);
        }
    }
    float bound[kMaximumGroupDimension];
    for (int i = n - 1; i >= 0; --i) {
        bound[i] = 1.0F;
        for (int j = 0; j < n; ++j)
            bound[i] += magnitude(prepared.dual[i * n + j]);
        for (int k = i + 1; k < n; ++k)
            bound[i] = fusedMultiplyAdd(bound[k], magnitude(prepared.coefficients[k * n + i]), bound[i]);
        if (!(bound[i] <= 1e37F))
            return false;
    }
    return true;
}

} // namespace latticeq
