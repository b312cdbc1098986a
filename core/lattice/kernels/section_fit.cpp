// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lattice/kernels/section_fit.h"

#include <algorithm>

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "core/lattice/kernels/section_fit.cpp"
#include <hwy/foreach_target.h>
// After foreach_target, since it is compiled for each of them.
#include "core/lattice/kernels/plane-inl.h"
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace latticeq::HWY_NAMESPACE {
namespace {

using Mask = hn::Mask<Tag>;

HWY_INLINE Vector addCube(Vector error, Vector sum)
{
    return multiplyAdd(hn::Mul(error, error), hn::Abs(error), sum);
}

/** The best point of every lane while the neighbours of the nearest plane's points are looked at. */
template <int N> struct Choice
{
    const Plane<N>& plane;
    Vector point[N];
    Vector best[N];
    Vector bestCube;

    HWY_INLINE void offer(const Vector* errors, Mask valid)
    {
        Vector cube = hn::Zero(Tag());
        for (int j = 0; j < N; ++j)
            cube = addCube(errors[j], cube);
        const Mask better = hn::And(hn::Lt(cube, bestCube), valid);
        bestCube = hn::IfThenElse(better, cube, bestCube);
        for (int i = 0; i < N; ++i)
            best[i] = hn::IfThenElse(better, point[i], best[i]);
    }

    /** The steps 0, +1, -1 of a row and of all rows before it. */
    template <int Row> HWY_INLINE void enumerate(const Vector* errors, Mask valid)
    {
        if constexpr (Row < 0) {
            offer(errors, valid);
        } else {
            enumerate<Row - 1>(errors, valid);
            const Vector one = hn::Set(Tag(), 1.0F);
            const Vector here = point[Row];
            Vector moved[N];
            for (int j = 0; j < N; ++j)
                moved[j] = hn::Sub(errors[j], plane.basis[Row][j]);
            point[Row] = hn::Add(here, one);
            enumerate<Row - 1>(moved, hn::And(valid, hn::Le(point[Row], plane.highest)));
            for (int j = 0; j < N; ++j)
                moved[j] = hn::Add(errors[j], plane.basis[Row][j]);
            point[Row] = hn::Sub(here, one);
            enumerate<Row - 1>(moved, hn::And(valid, hn::Ge(point[Row], plane.lowest)));
            point[Row] = here;
        }
    }
};

template <int N>
void chooseCoordinates(const PreparedBasis& prepared, const ErrorSection& section, float shift, float* coordinates)
{
    const Tag d;
    const Plane<N> plane(prepared, section);
    const Vector down = hn::Set(d, shift);
    for (int64_t block = 0; block < section.blockCount; ++block) {
        for (size_t offset = 0; offset < kLanes; offset += hn::Lanes(d)) {
            const float* weights = section.blocks + block * N * kLanes + offset;
            Vector target[N];
            Vector errors[N];
            for (int j = 0; j < N; ++j)
                target[j] = hn::Sub(hn::LoadU(d, weights + j * kLanes), down);
            Choice<N> choice { plane, {}, {}, hn::Zero(d) };
            plane.coordinates(target, choice.point);
            for (int j = 0; j < N; ++j) {
                errors[j] = plane.error(choice.point, j, target[j]);
                choice.best[j] = choice.point[j];
                choice.bestCube = addCube(errors[j], choice.bestCube);
            }
            choice.template enumerate<N - 1>(errors, hn::FirstN(d, hn::Lanes(d)));
            for (int j = 0; j < N; ++j) // 0 is added, so that a zero has no sign
                hn::StoreU(hn::Add(choice.best[j], hn::Zero(d)), d, coordinates + (block * N + j) * kLanes + offset);
        }
    }
}

/** Calls body(c, weights, valid) for one register of the vectors of every block; the padding is not valid. */
template <int N, typename Body>
HWY_INLINE void visitChosen(const ErrorSection& section, const float* coordinates, size_t offset, Body body)
{
    const Tag d;
    for (int64_t block = 0; block < section.blockCount; ++block) {
        const int64_t left = section.vectorCount - block * kLanes - static_cast<int64_t>(offset);
        const int64_t count = std::clamp<int64_t>(left, 0, static_cast<int64_t>(hn::Lanes(d)));
        Vector c[N];
        Vector weights[N];
        for (int j = 0; j < N; ++j) {
            c[j] = hn::LoadU(d, coordinates + (block * N + j) * kLanes + offset);
            weights[j] = hn::LoadU(d, section.blocks + (block * N + j) * kLanes + offset);
        }
        body(c, weights, hn::FirstN(d, static_cast<size_t>(count)));
    }
}

template <int N>
BiasCorrection correctionOf(const Plane<N>& plain, const ErrorSection& section, const float* coordinates)
{
    const Tag d;
    HWY_ALIGN float sums[kLanes];
    HWY_ALIGN float squares[kLanes];
    for (size_t offset = 0; offset < kLanes; offset += hn::Lanes(d)) {
        Vector sum = hn::Zero(d);
        Vector square = hn::Zero(d);
        visitChosen<N>(section, coordinates, offset, [&](const Vector* c, const Vector*, Mask valid) HWY_ATTR {
            for (int j = 0; j < N; ++j) {
                const Vector q = hn::IfThenElseZero(valid, plain.point(c, j));
                sum = hn::Add(sum, q);
                square = multiplyAdd(q, q, square);
            }
        });
        hn::Store(sum, d, sums + offset);
        hn::Store(square, d, squares + offset);
    }
    const float reciprocalCount = 1.0F / static_cast<float>(section.vectorCount * N);
    return biasCorrection(addLanes(sums), addLanes(squares), reciprocalCount, section.weightMean, section.weightNorm);
}

/** Adds one register's share of a column to the sums of its normal equations. */
template <int N> HWY_INLINE void addNormal(const Vector* c, Vector weight, Vector target, Vector* sums)
{
    Vector weighted[N];
    for (int i = 0; i < N; ++i) {
        weighted[i] = hn::Mul(weight, c[i]);
        for (int k = 0; k <= i; ++k, ++sums)
            *sums = multiplyAdd(weighted[i], c[k], *sums);
    }
    for (int i = 0; i < N; ++i, ++sums)
        *sums = multiplyAdd(weighted[i], target, *sums);
}

template <int N>
void measure(const Plane<N>& plain, const ErrorSection& section, const float* coordinates, SectionFit& fit)
{
    constexpr int kCount = normalCount(N);
    const Tag d;
    const Vector eta = hn::Set(d, fit.correction.eta);
    const Vector shift = hn::Set(d, fit.correction.shift);
    HWY_ALIGN float lanes[kLanes];
    HWY_ALIGN float lanesOfSums[kCount * kLanes];
    for (size_t offset = 0; offset < kLanes; offset += hn::Lanes(d)) {
        Vector cubes = hn::Zero(d);
        Vector sums[kCount];
        std::fill_n(sums, kCount, hn::Zero(d));
        visitChosen<N>(section, coordinates, offset, [&](const Vector* c, const Vector* weights, Mask valid) HWY_ATTR {
            for (int j = 0; j < N; ++j) {
                const Vector all = hn::Sub(weights[j], multiplyAdd(eta, plain.point(c, j), shift));
                const Vector error = hn::IfThenElseZero(valid, all);
                cubes = addCube(error, cubes);
                addNormal<N>(c, hn::Abs(error), hn::Sub(weights[j], shift), sums + j * (kCount / N));
            }
        });
        hn::Store(cubes, d, lanes + offset);
        for (int i = 0; i < kCount; ++i)
            hn::Store(sums[i], d, lanesOfSums + i * kLanes + offset);
    }
    fit.error = addLanes(lanes);
    fit.normal.resize(kCount);
    for (int i = 0; i < kCount; ++i)
        fit.normal[static_cast<size_t>(i)] = addLanes(lanesOfSums + i * kLanes);
}

template <int N>
bool fit(const ChainProblem& problem, const ErrorSection& section, const float* basis, BiasCorrection guess,
    float* coordinates, SectionFit& fit)
{
    PreparedBasis plain {};
    PreparedBasis scaled {};
    for (int i = 0; i < N * N; ++i) {
        plain.basis[i] = basis[i];
        scaled.basis[i] = guess.eta * basis[i];
    }
    if (!orthogonalise<N>(scaled, N))
        return false;
    chooseCoordinates<N>(scaled, section, guess.shift, coordinates);
    const Plane<N> plane(plain, section);
    fit.correction = problem.biasCorrected ? correctionOf<N>(plane, section, coordinates) : BiasCorrection { 1, 0 };
    measure<N>(plane, section, coordinates, fit);
    return true;
}

} // namespace

bool FitSection(const ChainProblem& problem, const ErrorSection& section, const float* basis, BiasCorrection guess,
    float* coordinates, SectionFit& result)
{
    switch (problem.n) {
    case 1: return fit<1>(problem, section, basis, guess, coordinates, result);
    case 2: return fit<2>(problem, section, basis, guess, coordinates, result);
    case 3: return fit<3>(problem, section, basis, guess, coordinates, result);
    case 4: return fit<4>(problem, section, basis, guess, coordinates, result);
    default: return fitSectionReference(problem, section, basis, guess, coordinates, result);
    }
}

} // namespace latticeq::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE

namespace latticeq {

HWY_EXPORT(FitSection);

bool fitSection(const ChainProblem& problem, const ErrorSection& section, const float* basis, BiasCorrection guess,
    float* coordinates, SectionFit& fit)
{
    return HWY_DYNAMIC_DISPATCH(FitSection)(problem, section, basis, guess, coordinates, fit);
}

} // namespace latticeq

#endif
