// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <cstring>

/** Inlined everywhere, so that each instruction set's copy of a kernel compiles its own version. */
#define LATTICEQ_INLINE static inline __attribute__((always_inline))

namespace latticeq {

/** a·b + c with one rounding, on every target. */
LATTICEQ_INLINE float fusedMultiplyAdd(float a, float b, float c)
{
    return __builtin_fmaf(a, b, c);
}

/** Nearest integer, halves to even, for any finite number (magnitudes from 2^23 on are integers already). */
LATTICEQ_INLINE float roundHalfToEven(float x)
{
    return __builtin_rintf(x);
}

LATTICEQ_INLINE uint32_t bitsOf(float x)
{
    uint32_t bits;
    std::memcpy(&bits, &x, sizeof(bits));
    return bits;
}

LATTICEQ_INLINE float floatOf(uint32_t bits)
{
    float x;
    std::memcpy(&x, &bits, sizeof(x));
    return x;
}

LATTICEQ_INLINE float magnitude(float x)
{
    return floatOf(bitsOf(x) & 0x7fffffffU);
}

LATTICEQ_INLINE float clampTo(float x, float lowest, float highest)
{
    const float raised = x < lowest ? lowest : x;
    return raised > highest ? highest : raised;
}

} // namespace latticeq
