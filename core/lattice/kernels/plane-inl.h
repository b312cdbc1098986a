// SPDX-License-Identifier: GPL-3.0-or-later
// Compiled once for every instruction set: the guard is toggled by each, as Highway's own -inl.h files do.
#if defined(LATTICEQ_PLANE_INL_H) == defined(HWY_TARGET_TOGGLE)
#ifdef LATTICEQ_PLANE_INL_H
#undef LATTICEQ_PLANE_INL_H
#else
#define LATTICEQ_PLANE_INL_H
#endif

#include "core/lattice/kernels/chain.h"

#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace latticeq::HWY_NAMESPACE {
namespace {

namespace hn = hwy::HWY_NAMESPACE;
using Tag = hn::CappedTag<float, kLanes>;
using Vector = hn::Vec<Tag>;

/** One rounding also where the instruction set has no fused multiply-add: then by std::fmaf, lane by lane. */
HWY_INLINE Vector multiplyAdd(Vector a, Vector b, Vector c)
{
#if HWY_NATIVE_FMA
    return hn::MulAdd(a, b, c);
#else
    const Tag d;
    HWY_ALIGN float x[kLanes], y[kLanes], z[kLanes];
    hn::Store(a, d, x);
    hn::Store(b, d, y);
    hn::Store(c, d, z);
    for (size_t lane = 0; lane < hn::Lanes(d); ++lane)
        z[lane] = fusedMultiplyAdd(x[lane], y[lane], z[lane]);
    return hn::Load(d, z);
#endif
}

HWY_INLINE Vector negativeMultiplyAdd(Vector a, Vector b, Vector c)
{
#if HWY_NATIVE_FMA
    return hn::NegMulAdd(a, b, c);
#else
    return multiplyAdd(hn::Neg(a), b, c);
#endif
}

/** The prepared basis of fixed n in registers, and the nearest plane of one register of vectors. */
template <int N> struct Plane
{
    Vector basis[N][N];
    Vector dual[N][N];
    Vector coefficients[N][N];
    Vector lowest;
    Vector highest;

    HWY_INLINE Plane(const PreparedBasis& prepared, const ErrorSection& section)
    {
        const Tag d;
        for (int i = 0; i < N; ++i) {
            for (int j = 0; j < N; ++j) {
                basis[i][j] = hn::Set(d, prepared.basis[i * N + j]);
                dual[i][j] = hn::Set(d, prepared.dual[i * N + j]);
                coefficients[i][j] = j < i ? hn::Set(d, prepared.coefficients[i * N + j]) : hn::Zero(d);
            }
        }
        lowest = hn::Set(d, section.lowest);
        highest = hn::Set(d, section.highest);
    }

    HWY_INLINE void coordinates(const Vector* weights, Vector* c) const
    {
        for (int i = 0; i < N; ++i) {
            c[i] = hn::Mul(weights[0], dual[i][0]);
            for (int j = 1; j < N; ++j)
                c[i] = multiplyAdd(weights[j], dual[i][j], c[i]);
        }
        for (int i = N - 1; i >= 0; --i) {
            c[i] = hn::Round(c[i]);
            for (int k = 0; k < i; ++k)
                c[k] = negativeMultiplyAdd(c[i], coefficients[i][k], c[k]);
        }
        for (int i = 0; i < N; ++i)
            c[i] = hn::Min(hn::Max(c[i], lowest), highest);
    }

    HWY_INLINE Vector error(const Vector* c, int j, Vector weight) const
    {
        for (int i = N - 1; i >= 0; --i)
            weight = negativeMultiplyAdd(c[i], basis[i][j], weight);
        return weight;
    }

    HWY_INLINE Vector point(const Vector* c, int j) const
    {
        Vector q = hn::Zero(Tag());
        for (int i = N - 1; i >= 0; --i)
            q = multiplyAdd(c[i], basis[i][j], q);
        return q;
    }
};

/** The same with n at run time: the matrices stay in memory. */
template <> struct Plane<0>
{
    const PreparedBasis& prepared;
    int n;
    float lowest;
    float highest;

    HWY_INLINE void coordinates(const float* weights, float* c) const
    {
        const Tag d;
        const int lanes = static_cast<int>(hn::Lanes(d));
        for (int i = 0; i < n; ++i) {
            Vector y = hn::Mul(hn::LoadU(d, weights), hn::Set(d, prepared.dual[i * n]));
            for (int j = 1; j < n; ++j)
                y = multiplyAdd(hn::LoadU(d, weights + j * kLanes), hn::Set(d, prepared.dual[i * n + j]), y);
            hn::Store(y, d, c + i * lanes);
        }
        for (int i = n - 1; i >= 0; --i) {
            const Vector t = hn::Round(hn::Load(d, c + i * lanes));
            hn::Store(t, d, c + i * lanes);
            for (int k = 0; k < i; ++k) {
                const Vector coefficient = hn::Set(d, prepared.coefficients[i * n + k]);
                hn::Store(negativeMultiplyAdd(t, coefficient, hn::Load(d, c + k * lanes)), d, c + k * lanes);
            }
        }
        for (int i = 0; i < n; ++i) {
            const Vector t = hn::Load(d, c + i * lanes);
            hn::Store(hn::Min(hn::Max(t, hn::Set(d, lowest)), hn::Set(d, highest)), d, c + i * lanes);
        }
    }

    HWY_INLINE Vector error(const float* c, int j, Vector weight) const
    {
        const Tag d;
        const int lanes = static_cast<int>(hn::Lanes(d));
        for (int i = n - 1; i >= 0; --i)
            weight = negativeMultiplyAdd(hn::Load(d, c + i * lanes), hn::Set(d, prepared.basis[i * n + j]), weight);
        return weight;
    }

    HWY_INLINE Vector point(const float* c, int j) const
    {
        const Tag d;
        const int lanes = static_cast<int>(hn::Lanes(d));
        Vector q = hn::Zero(d);
        for (int i = n - 1; i >= 0; --i)
            q = multiplyAdd(hn::Load(d, c + i * lanes), hn::Set(d, prepared.basis[i * n + j]), q);
        return q;
    }
};

/** Calls body(plane, coordinates, j, weight, block) for entry j of one register of vectors of every block. */
template <int N, typename Body>
HWY_INLINE void visitRegister(const PreparedBasis& prepared, const ErrorSection& section, int runtimeN,
    const float* firstBlock, int64_t blocks, size_t offset, Body body)
{
    const Tag d;
    if constexpr (N > 0) {
        const Plane<N> plane(prepared, section);
        const float* block = firstBlock + offset;
        for (int64_t b = 0; b < blocks; ++b, block += N * kLanes) {
            Vector weights[N];
            Vector c[N];
            for (int j = 0; j < N; ++j)
                weights[j] = hn::LoadU(d, block + j * kLanes);
            plane.coordinates(weights, c);
            for (int j = 0; j < N; ++j)
                body(plane, c, j, weights[j], b);
        }
    } else {
        const Plane<0> plane { prepared, runtimeN, section.lowest, section.highest };
        HWY_ALIGN float c[kMaximumGroupDimension * kLanes];
        const float* block = firstBlock + offset;
        for (int64_t b = 0; b < blocks; ++b, block += runtimeN * kLanes) {
            plane.coordinates(block, c);
            for (int j = 0; j < runtimeN; ++j)
                body(plane, c, j, hn::LoadU(d, block + j * kLanes), b);
        }
    }
}

} // namespace
} // namespace latticeq::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#endif
