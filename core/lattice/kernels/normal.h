// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lattice/kernels/arithmetic.h"

namespace latticeq {

struct NormalPair
{
    float first;
    float second;
};

/**
 * Natural logarithm of a positive normal number, to about 1e-7 of its value: the mantissa is brought into
 * [1/sqrt(2), sqrt(2)) and log(m) = 2·artanh((m - 1)/(m + 1)) is summed as a series.
 */
LATTICEQ_INLINE float logarithm(float x)
{
    // Adding the distance from sqrt(1/2) to 1 makes the exponent field count from sqrt(1/2).
    const uint32_t shifted = bitsOf(x) + (0x3f800000U - 0x3f3504f3U);
    const float exponent = static_cast<float>(static_cast<int32_t>(shifted >> 23) - 127);
    const float mantissa = floatOf((shifted & 0x007fffffU) + 0x3f3504f3U);
    const float s = (mantissa - 1.0F) / (mantissa + 1.0F);
    const float s2 = s * s;
    float series = 1.0F / 9.0F;
    series = fusedMultiplyAdd(series, s2, 1.0F / 7.0F);
    series = fusedMultiplyAdd(series, s2, 1.0F / 5.0F);
    series = fusedMultiplyAdd(series, s2, 1.0F / 3.0F);
    series = fusedMultiplyAdd(series, s2, 1.0F);
    return fusedMultiplyAdd(exponent, 0.693147180559945F, 2.0F * s * series);
}

/**
 * Two independent standard normal numbers from two random words (Box and Muller). Only correctly rounded
 * operations, so the same words give the same bits on every processor and card.
 */
LATTICEQ_INLINE NormalPair normalPair(uint32_t radiusWord, uint32_t angleWord)
{
    const float uniform = static_cast<float>(static_cast<int32_t>((radiusWord >> 8) + 1)) * 0x1p-24F; // (0, 1]
    const float radius = squareRoot(magnitude(-2.0F * logarithm(uniform)));

    // Two bits choose the quadrant, the other thirty an angle in [-pi/4, pi/4].
    const float fraction = static_cast<float>(static_cast<int32_t>(angleWord << 2)) * 0x1p-32F;
    const float angle = fraction * 1.57079632679490F;
    const float a2 = angle * angle;
    float sine = 1.0F / 362880.0F;
    sine = fusedMultiplyAdd(sine, a2, -1.0F / 5040.0F);
    sine = fusedMultiplyAdd(sine, a2, 1.0F / 120.0F);
    sine = fusedMultiplyAdd(sine, a2, -1.0F / 6.0F);
    sine = fusedMultiplyAdd(sine * a2, angle, angle);
    float cosine = 1.0F / 40320.0F;
    cosine = fusedMultiplyAdd(cosine, a2, -1.0F / 720.0F);
    cosine = fusedMultiplyAdd(cosine, a2, 1.0F / 24.0F);
    cosine = fusedMultiplyAdd(cosine, a2, -0.5F);
    cosine = fusedMultiplyAdd(cosine, a2, 1.0F);

    const uint32_t swap = 0U - ((angleWord >> 30) & 1U);
    const uint32_t negate = angleWord & 0x80000000U;
    const uint32_t x = (bitsOf(cosine) & ~swap) | (bitsOf(sine) & swap);
    const uint32_t y = (bitsOf(sine) & ~swap) | (bitsOf(cosine) & swap);
    return { radius * floatOf(x ^ negate), radius * floatOf(y ^ negate) };
}

} // namespace latticeq
