// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lattice/kernels/chain_kernel.h"

#include "core/lattice/kernels/chain_steps.h"

#include <algorithm>
#include <limits>
#include <stdexcept>

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "core/lattice/kernels/chain_kernel.cpp"
#include <hwy/foreach_target.h>
// After foreach_target, since it is compiled for each of them.
#include "core/lattice/kernels/plane-inl.h"
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace latticeq::HWY_NAMESPACE {
namespace {

HWY_INLINE Vector addCube(Vector error, Vector sum)
{
    return multiplyAdd(hn::Mul(error, error), hn::Abs(error), sum);
}

template <int N>
void addErrors(
    const PreparedBasis& prepared, const ErrorSection& section, int n, int64_t firstBlock, int64_t blocks, float* lanes)
{
    const Tag d;
    for (size_t offset = 0; offset < kLanes; offset += hn::Lanes(d)) {
        Vector sum = hn::Load(d, lanes + offset);
        visitRegister<N>(prepared, section, n, section.blocks + firstBlock * n * kLanes, blocks, offset,
            [&](const auto& plane, const auto* c, int j, Vector weight, int64_t)
                HWY_ATTR { sum = addCube(plane.error(c, j, weight), sum); });
        hn::Store(sum, d, lanes + offset);
    }
}

template <int N>
void addCorrectedErrors(const PreparedBasis& prepared, const ErrorSection& section, int n, int64_t firstBlock,
    int64_t blocks, BiasCorrection correction, float* lanes)
{
    const Tag d;
    const Vector eta = hn::Set(d, correction.eta);
    const Vector shift = hn::Set(d, correction.shift);
    for (size_t offset = 0; offset < kLanes; offset += hn::Lanes(d)) {
        Vector sum = hn::Load(d, lanes + offset);
        visitRegister<N>(prepared, section, n, section.blocks + firstBlock * n * kLanes, blocks, offset,
            [&](const auto& plane, const auto* c, int j, Vector weight, int64_t b) HWY_ATTR {
                const int64_t left = section.vectorCount - (firstBlock + b) * kLanes - static_cast<int64_t>(offset);
                const int64_t valid = std::clamp<int64_t>(left, 0, static_cast<int64_t>(hn::Lanes(d)));
                const Vector error = hn::Sub(weight, multiplyAdd(eta, plane.point(c, j), shift));
                sum = addCube(hn::IfThenElseZero(hn::FirstN(d, static_cast<size_t>(valid)), error), sum);
            });
        hn::Store(sum, d, lanes + offset);
    }
}

template <int N> BiasCorrection sectionCorrection(const PreparedBasis& prepared, const ErrorSection& section, int n)
{
    const Tag d;
    HWY_ALIGN float sums[kLanes];
    HWY_ALIGN float squares[kLanes];
    for (size_t offset = 0; offset < kLanes; offset += hn::Lanes(d)) {
        Vector sum = hn::Zero(d);
        Vector square = hn::Zero(d);
        visitRegister<N>(prepared, section, n, section.blocks, section.blockCount, offset,
            [&](const auto& plane, const auto* c, int j, Vector, int64_t) HWY_ATTR {
                const Vector q = plane.point(c, j);
                sum = hn::Add(sum, q);
                square = multiplyAdd(q, q, square);
            });
        hn::Store(sum, d, sums + offset);
        hn::Store(square, d, squares + offset);
    }
    const float reciprocalCount = 1.0F / static_cast<float>(section.vectorCount * n);
    return biasCorrection(addLanes(sums), addLanes(squares), reciprocalCount, section.weightMean, section.weightNorm);
}

/**
 * Error of a candidate that orthogonalise() accepted, or some number that is not below `limit` once the partial
 * error, which only grows, has reached it. Adds the vectors whose error was computed to `computed`.
 */
template <int N>
float candidateError(const ChainProblem& problem, const PreparedBasis& prepared, float limit, int64_t& computed)
{
    const int n = N > 0 ? N : problem.n;
    float total = 0.0F;
    for (const ErrorSection& section : problem.sections) {
        HWY_ALIGN float lanes[kLanes] = {};
        const BiasCorrection correction
            = problem.biasCorrected ? sectionCorrection<N>(prepared, section, n) : BiasCorrection {};
        float partial = 0.0F;
        for (int64_t block = 0; block < section.blockCount; block += kBlocksPerCheck) {
            const int64_t blocks = std::min(kBlocksPerCheck, section.blockCount - block);
            if (problem.biasCorrected)
                addCorrectedErrors<N>(prepared, section, n, block, blocks, correction, lanes);
            else
                addErrors<N>(prepared, section, n, block, blocks, lanes);
            computed += std::min(blocks * kLanes, section.vectorCount - block * kLanes);
            partial = addLanes(lanes);
            if (total + partial >= limit)
                return total + partial;
        }
        total += partial;
    }
    return total;
}

template <int N>
void advance(const ChainProblem& problem, const NoisePhase& phase, int64_t first, int64_t last,
    const std::atomic<bool>& stop, ChainState& state)
{
    HWY_ALIGN float noise[kMaximumGroupDimension * kMaximumGroupDimension * kNoiseBatch];
    PreparedBasis prepared;
    for (int64_t batch = first; batch < last && !stop.load(std::memory_order_relaxed); batch += kNoiseBatch) {
        drawNoise(problem, phase.firstCandidate + batch, noise);
        const int count = static_cast<int>(std::min<int64_t>(kNoiseBatch, last - batch));
        for (int k = 0; k < count; ++k) {
            perturbBasis(problem, state, phase.deviation, noise, k, prepared);
            if (!orthogonalise<N>(prepared, problem.n))
                continue;
            const float error = candidateError<N>(problem, prepared, state.bestError, state.vectorsComputed);
            keepIfBetter(problem, prepared, error, state);
        }
        state.candidatesTried += count;
    }
}

} // namespace

void AdvanceChain(const ChainProblem& problem, const NoisePhase& phase, int64_t first, int64_t last,
    const std::atomic<bool>& stop, ChainState& state)
{
    switch (problem.n) {
    case 1: return advance<1>(problem, phase, first, last, stop, state);
    case 2: return advance<2>(problem, phase, first, last, stop, state);
    case 3: return advance<3>(problem, phase, first, last, stop, state);
    case 4: return advance<4>(problem, phase, first, last, stop, state);
    default: return advance<0>(problem, phase, first, last, stop, state);
    }
}

float LimitedError(const ChainProblem& problem, const PreparedBasis& prepared, float limit, int64_t& computed)
{
    switch (problem.n) {
    case 1: return candidateError<1>(problem, prepared, limit, computed);
    case 2: return candidateError<2>(problem, prepared, limit, computed);
    case 3: return candidateError<3>(problem, prepared, limit, computed);
    case 4: return candidateError<4>(problem, prepared, limit, computed);
    default: return candidateError<0>(problem, prepared, limit, computed);
    }
}

void DrawNoise(const ChainProblem& problem, int64_t firstCandidate, float* noise)
{
    drawNoise(problem, firstCandidate, noise);
}

} // namespace latticeq::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE

namespace latticeq {

HWY_EXPORT(AdvanceChain);
HWY_EXPORT(LimitedError);
HWY_EXPORT(DrawNoise);

namespace {

/** Read once, before useInstructionSet() narrows what Highway reports. */
int64_t availableTargets()
{
    static const int64_t targets = hwy::SupportedTargets() & HWY_TARGETS;
    return targets;
}

} // namespace

void startChain(const ChainProblem& problem, const float* startBasis, ChainState& state)
{
    const int entries = problem.n * problem.n;
    state = ChainState {};
    std::copy_n(startBasis, entries, state.bestBasis);
    if (problem.basisBits > 0)
        state.bestMaximum = quantizeBasisEntries(state.bestBasis, entries, basisLevels(problem.basisBits));
    state.bestError = basisError(problem, state.bestBasis);
}

void advanceChain(const ChainProblem& problem, const NoisePhase& phase, int64_t first, int64_t last,
    const std::atomic<bool>& stop, ChainState& state)
{
    HWY_DYNAMIC_DISPATCH(AdvanceChain)(problem, phase, first, last, stop, state);
}

float basisError(const ChainProblem& problem, const float* basis)
{
    PreparedBasis prepared;
    std::copy_n(basis, problem.n * problem.n, prepared.basis);
    if (!orthogonalise<0>(prepared, problem.n))
        return std::numeric_limits<float>::infinity();
    int64_t computed = 0;
    return HWY_DYNAMIC_DISPATCH(LimitedError)(problem, prepared, std::numeric_limits<float>::infinity(), computed);
}

TriedCandidate tryCandidate(
    const ChainProblem& problem, const NoisePhase& phase, int64_t candidate, const ChainState& state)
{
    std::vector<float> noise(static_cast<size_t>(noiseRows(problem.n) * kNoiseBatch));
    candidateNoise(problem, phase.firstCandidate + candidate, noise.data());
    TriedCandidate tried;
    perturbBasis(problem, state, phase.deviation, noise.data(), 0, tried.basis);
    tried.error = std::numeric_limits<float>::infinity();
    if (orthogonalise<0>(tried.basis, problem.n))
        tried.error = HWY_DYNAMIC_DISPATCH(LimitedError)(problem, tried.basis, state.bestError, tried.vectorsComputed);
    return tried;
}

bool acceptCandidate(const ChainProblem& problem, const TriedCandidate& tried, ChainState& state)
{
    const bool better = tried.error < state.bestError;
    keepIfBetter(problem, tried.basis, tried.error, state);
    ++state.candidatesTried;
    return better;
}

void candidateNoise(const ChainProblem& problem, int64_t firstCandidate, float* noise)
{
    HWY_DYNAMIC_DISPATCH(DrawNoise)(problem, firstCandidate, noise);
}

std::vector<std::string> instructionSets()
{
    std::vector<std::string> names;
    for (int64_t targets = availableTargets(); targets != 0; targets &= targets - 1)
        names.emplace_back(hwy::TargetName(targets & -targets));
    return names;
}

void useInstructionSet(const std::string& name)
{
    int64_t chosen = 0;
    for (int64_t targets = availableTargets(); targets != 0; targets &= targets - 1) {
        if (name == hwy::TargetName(targets & -targets))
            chosen = targets & -targets;
    }
    if (!name.empty() && chosen == 0)
        throw std::invalid_argument("instruction set " + name + " is not one of this machine's");
    hwy::SetSupportedTargetsForTest(chosen);
    hwy::GetChosenTarget().Update(hwy::SupportedTargets());
}

} // namespace latticeq

#endif
