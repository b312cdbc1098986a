// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <cstring>

/** Inlined everywhere, so that each instruction set's copy of a kernel, and a card's, compiles its own version. */
#ifdef __CUDACC__
#define LATTICEQ_INLINE static __host__ __device__ __forceinline__
#define LATTICEQ_HOST_DEVICE __host__ __device__
#else
#define LATTICEQ_INLINE static inline __attribute__((always_inline))
#define LATTICEQ_HOST_DEVICE
#endif

/** Before a loop of fixed length whose values are to stay in registers on a card. */
#ifdef __CUDA_ARCH__
#define LATTICEQ_UNROLL _Pragma("unroll")
#else
#define LATTICEQ_UNROLL
#endif

namespace latticeq {

/** a·b + c with one rounding, on every target. */
LATTICEQ_INLINE float fusedMultiplyAdd(float a, float b, float c)
{
#ifdef __CUDA_ARCH__
    return __fmaf_rn(a, b, c);
#else
    return __builtin_fmaf(a, b, c);
#endif
}

/** Nearest integer, halves to even, for any finite number (magnitudes from 2^23 on are integers already). */
LATTICEQ_INLINE float roundHalfToEven(float x)
{
#ifdef __CUDA_ARCH__
    return rintf(x);
#else
    return __builtin_rintf(x);
#endif
}

/** Correctly rounded on every target. */
LATTICEQ_INLINE float squareRoot(float x)
{
#ifdef __CUDA_ARCH__
    return __fsqrt_rn(x);
#else
    return __builtin_sqrtf(x);
#endif
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

/** The number within limits nearest to x; the sign of a zero may differ between targets. */
LATTICEQ_INLINE float clampTo(float x, float lowest, float highest)
{
#ifdef __CUDA_ARCH__
    return fminf(fmaxf(x, lowest), highest);
#else
    const float raised = x < lowest ? lowest : x;
    return raised > highest ? highest : raised;
#endif
}

/** Zero without a sign. */
LATTICEQ_INLINE float withoutNegativeZero(float x)
{
    return x + 0.0F;
}

} // namespace latticeq
