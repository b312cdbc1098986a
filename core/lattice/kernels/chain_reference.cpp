// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lattice/kernels/chain_reference.h"

#include "core/lattice/kernels/chain_steps.h"

#include <algorithm>
#include <limits>

namespace latticeq {

namespace {

/** Calls visit(lane, vector, coordinates) for every vector of a section, in order. */
template <typename Visit>
void forEachVector(const ErrorSection& section, const PreparedBasis& prepared, int n, Visit visit)
{
    float coordinates[kMaximumGroupDimension];
    for (int64_t index = 0; index < section.vectorCount; ++index) {
        const int lane = static_cast<int>(index % kLanes);
        const float* vector = section.blocks + index / kLanes * n * kLanes + lane;
        nearestPlane<0>(prepared, n, vector, kLanes, section.lowest, section.highest, coordinates);
        visit(lane, vector, coordinates);
    }
}

BiasCorrection sectionCorrection(const ErrorSection& section, const PreparedBasis& prepared, int n)
{
    float sums[kLanes] = {};
    float squares[kLanes] = {};
    forEachVector(section, prepared, n, [&](int lane, const float*, const float* coordinates) {
        for (int j = 0; j < n; ++j) {
            const float q = addLatticePoint<0>(prepared, n, coordinates, j, 0.0F, 1.0F);
            sums[lane] += q;
            squares[lane] = fusedMultiplyAdd(q, q, squares[lane]);
        }
    });
    const float reciprocalCount = 1.0F / static_cast<float>(section.vectorCount * n);
    return biasCorrection(addLanes(sums), addLanes(squares), reciprocalCount, section.weightMean, section.weightNorm);
}

float sectionError(const ChainProblem& problem, const ErrorSection& section, const PreparedBasis& prepared)
{
    const int n = problem.n;
    float lanes[kLanes] = {};
    const BiasCorrection correction
        = problem.biasCorrected ? sectionCorrection(section, prepared, n) : BiasCorrection {};
    forEachVector(section, prepared, n, [&](int lane, const float* vector, const float* coordinates) {
        for (int j = 0; j < n; ++j) {
            const float weight = vector[j * kLanes];
            float error;
            if (problem.biasCorrected) {
                const float q = addLatticePoint<0>(prepared, n, coordinates, j, 0.0F, 1.0F);
                error = weight - fusedMultiplyAdd(correction.eta, q, correction.shift);
            } else {
                error = addLatticePoint<0>(prepared, n, coordinates, j, weight, -1.0F);
            }
            lanes[lane] = fusedMultiplyAdd(error * error, magnitude(error), lanes[lane]);
        }
    });
    return addLanes(lanes);
}

float preparedError(const ChainProblem& problem, PreparedBasis& prepared)
{
    if (!orthogonalise<0>(prepared, problem.n))
        return std::numeric_limits<float>::infinity();
    float error = 0.0F;
    for (const ErrorSection& section : problem.sections)
        error += sectionError(problem, section, prepared);
    return error;
}

} // namespace

float basisErrorReference(const ChainProblem& problem, const float* basis)
{
    PreparedBasis prepared;
    std::copy_n(basis, problem.n * problem.n, prepared.basis);
    return preparedError(problem, prepared);
}

void advanceChainReference(
    const ChainProblem& problem, const NoisePhase& phase, int64_t first, int64_t last, ChainState& state)
{
    std::vector<float> noise(static_cast<size_t>(noiseRows(problem.n) * kNoiseBatch));
    for (int64_t candidate = first; candidate < last; ++candidate) {
        PreparedBasis prepared;
        drawNoise(problem, phase.firstCandidate + candidate, noise.data());
        perturbBasis(problem, state, phase.deviation, noise.data(), 0, prepared);
        keepIfBetter(problem, prepared, preparedError(problem, prepared), state);
        ++state.candidatesTried;
    }
}

std::vector<float> sectionCoordinates(const ErrorSection& section, int n, const float* basis)
{
    std::vector<float> result(static_cast<size_t>(section.vectorCount * n), 0.0F);
    PreparedBasis prepared;
    std::copy_n(basis, n * n, prepared.basis);
    if (!orthogonalise<0>(prepared, n))
        return result;
    float* next = result.data();
    forEachVector(section, prepared, n, [&](int, const float*, const float* coordinates) {
        next = std::transform(coordinates, coordinates + n, next, withoutNegativeZero);
    });
    return result;
}

} // namespace latticeq
