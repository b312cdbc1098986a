// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lattice/kernels/prepared_basis.h"

namespace latticeq {

/** One value of each of the 32 lanes in which a candidate's error is summed. */
inline constexpr int kLanes = 32;

/**
 * Integer coordinates of one vector by the nearest plane (Babai), design item 4, in Gram-Schmidt coordinates:
 * y_i = <v, dual_i>, from the last to the first t_i = round(y_i), y_k -= t_i·coefficient_ik for k < i. This is the
 * residual update of the paper seen from the orthogonal basis: the later rows see the unclamped t.
 * `vector` holds entry j at j·stride; Prepared is PreparedBasis or has its basis, dual and coefficients.
 */
template <int N, typename Prepared>
LATTICEQ_INLINE void nearestPlane(const Prepared& prepared, int runtimeN, const float* vector, int stride, float lowest,
    float highest, float* coordinates)
{
    const int n = N > 0 ? N : runtimeN;
    for (int i = 0; i < n; ++i) {
        coordinates[i] = vector[0] * prepared.dual[i * n];
        for (int j = 1; j < n; ++j)
            coordinates[i] = fusedMultiplyAdd(vector[j * stride], prepared.dual[i * n + j], coordinates[i]);
    }
    for (int i = n - 1; i >= 0; --i) {
        coordinates[i] = roundHalfToEven(coordinates[i]);
        for (int k = 0; k < i; ++k)
            coordinates[k] = fusedMultiplyAdd(-coordinates[i], prepared.coefficients[i * n + k], coordinates[k]);
    }
    for (int i = 0; i < n; ++i)
        coordinates[i] = clampTo(coordinates[i], lowest, highest);
}

/** Entry j of start + sign·(coordinates · basis), the rows added from the last to the first. */
template <int N, typename Prepared>
LATTICEQ_INLINE float addLatticePoint(
    const Prepared& prepared, int runtimeN, const float* coordinates, int j, float start, float sign)
{
    const int n = N > 0 ? N : runtimeN;
    for (int i = n - 1; i >= 0; --i)
        start = fusedMultiplyAdd(sign * coordinates[i], prepared.basis[i * n + j], start);
    return start;
}

/** Sum of the 32 lanes in the one order that every kernel uses: halves added pairwise, 16, 8, 4, 2, 1. */
LATTICEQ_INLINE float addLanes(const float* lanes)
{
    float sums[kLanes / 2];
    for (int lane = 0; lane < 16; ++lane)
        sums[lane] = lanes[lane] + lanes[lane + 16];
    for (int lane = 0; lane < 8; ++lane)
        sums[lane] += sums[lane + 8];
    for (int lane = 0; lane < 4; ++lane)
        sums[lane] += sums[lane + 4];
    return (sums[0] + sums[2]) + (sums[1] + sums[3]);
}

/** What bias correction makes of a section's reconstruction: q becomes eta·q + shift (design item 9). */
struct BiasCorrection
{
    float eta;
    float shift;
};

/**
 * The correction from the sums of a section's reconstruction q and of its squares, and from the weights' mean and
 * their norm about it. eta = 1 where q is constant: the norm of a constant is rounding noise, below 1e-6 of Σq².
 */
LATTICEQ_INLINE BiasCorrection biasCorrection(
    float sum, float sumOfSquares, float reciprocalCount, float weightMean, float weightNorm)
{
    const float mean = sum * reciprocalCount;
    const float squaredNorm = fusedMultiplyAdd(-sum, mean, sumOfSquares);
    const bool constant = !(squaredNorm > 1e-6F * sumOfSquares);
    const float eta = constant ? 1.0F : weightNorm / (squareRoot(squaredNorm) + 1e-6F);
    return { eta, eta * (weightMean - mean) };
}

} // namespace latticeq
