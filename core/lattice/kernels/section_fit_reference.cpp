// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lattice/kernels/section_fit.h"

#include <algorithm>

namespace latticeq {

namespace {

float cube(const float* errors, int n)
{
    float sum = 0.0F;
    for (int j = 0; j < n; ++j)
        sum = fusedMultiplyAdd(errors[j] * errors[j], magnitude(errors[j]), sum);
    return sum;
}

/** The coordinates of one vector while its neighbours are looked at. */
class NeighbourChoice
{
public:
    NeighbourChoice(const PreparedBasis& prepared, int n, float lowest, float highest, const float* target)
        : m_prepared(prepared)
        , m_n(n)
        , m_lowest(lowest)
        , m_highest(highest)
    {
        nearestPlane<0>(prepared, n, target, 1, lowest, highest, m_plane);
        for (int j = 0; j < n; ++j)
            m_errors[j] = addLatticePoint<0>(prepared, n, m_plane, j, target[j], -1.0F);
        std::copy_n(m_plane, n, m_best);
        m_bestCube = cube(m_errors, n);
    }

    const float* best() const { return m_best; }

    /** All neighbours by at most one in every coordinate, the last row's steps outermost: 0, +1, -1. */
    void enumerate()
    {
        float point[kMaximumGroupDimension];
        std::copy_n(m_plane, m_n, point);
        enumerateRow(m_n - 1, m_errors, point);
    }

    /** Single steps, each taken where it helps. */
    void descend()
    {
        for (int i = m_n - 1; i >= 0; --i) {
            for (const float step : { 1.0F, -1.0F })
                tryStep(i, step);
        }
    }

private:
    void enumerateRow(int row, const float* errors, float* point)
    {
        if (row < 0) {
            const float candidate = cube(errors, m_n);
            if (candidate < m_bestCube) {
                m_bestCube = candidate;
                std::copy_n(point, m_n, m_best);
            }
            return;
        }
        enumerateRow(row - 1, errors, point);
        const float here = point[row];
        for (const float step : { 1.0F, -1.0F }) {
            point[row] = here + step;
            if (point[row] < m_lowest || point[row] > m_highest)
                continue;
            float moved[kMaximumGroupDimension];
            move(errors, row, step, moved);
            enumerateRow(row - 1, moved, point);
        }
        point[row] = here;
    }

    void move(const float* errors, int row, float step, float* moved) const
    {
        for (int j = 0; j < m_n; ++j)
            moved[j] = errors[j] - step * m_prepared.basis[row * m_n + j];
    }

    void tryStep(int row, float step)
    {
        const float coordinate = m_best[row] + step;
        if (coordinate < m_lowest || coordinate > m_highest)
            return;
        float moved[kMaximumGroupDimension];
        move(m_errors, row, step, moved);
        const float candidate = cube(moved, m_n);
        if (!(candidate < m_bestCube))
            return;
        m_bestCube = candidate;
        m_best[row] = coordinate;
        std::copy_n(moved, m_n, m_errors);
    }

    const PreparedBasis& m_prepared;
    int m_n;
    float m_lowest;
    float m_highest;
    float m_plane[kMaximumGroupDimension];
    float m_best[kMaximumGroupDimension];
    float m_errors[kMaximumGroupDimension];
    float m_bestCube = 0.0F;
};

/** The section's vectors one by one: entry j of vector `index` stands at place(index) + j·32. */
int64_t placeOf(int64_t index, int n)
{
    return index / kLanes * n * kLanes + index % kLanes;
}

void chooseCoordinates(
    const PreparedBasis& prepared, const ErrorSection& section, int n, float shift, float* coordinates)
{
    for (int64_t index = 0; index < section.blockCount * kLanes; ++index) {
        const int64_t place = placeOf(index, n);
        float target[kMaximumGroupDimension];
        for (int j = 0; j < n; ++j)
            target[j] = section.blocks[place + j * kLanes] - shift;
        NeighbourChoice choice(prepared, n, section.lowest, section.highest, target);
        if (n <= kMostEnumerated)
            choice.enumerate();
        else
            choice.descend();
        for (int j = 0; j < n; ++j)
            coordinates[place + j * kLanes] = withoutNegativeZero(choice.best()[j]);
    }
}

BiasCorrection correctionOf(const PreparedBasis& plain, const ErrorSection& section, int n, const float* coordinates)
{
    float sums[kLanes] = {};
    float squares[kLanes] = {};
    for (int64_t index = 0; index < section.vectorCount; ++index) {
        const int64_t lane = index % kLanes;
        float c[kMaximumGroupDimension];
        for (int i = 0; i < n; ++i)
            c[i] = coordinates[placeOf(index, n) + i * kLanes];
        for (int j = 0; j < n; ++j) {
            const float q = addLatticePoint<0>(plain, n, c, j, 0.0F, 1.0F);
            sums[lane] += q;
            squares[lane] = fusedMultiplyAdd(q, q, squares[lane]);
        }
    }
    const float reciprocalCount = 1.0F / static_cast<float>(section.vectorCount * n);
    return biasCorrection(addLanes(sums), addLanes(squares), reciprocalCount, section.weightMean, section.weightNorm);
}

/** Adds one vector's share of column j to the lane sums of its normal equations, [count, 32]. */
void addNormal(const float* c, int n, float weight, float target, float* sums)
{
    for (int i = 0; i < n; ++i) {
        const float weighted = weight * c[i];
        for (int k = 0; k <= i; ++k, sums += kLanes)
            *sums = fusedMultiplyAdd(weighted, c[k], *sums);
    }
    for (int i = 0; i < n; ++i, sums += kLanes)
        *sums = fusedMultiplyAdd(weight * c[i], target, *sums);
}

void measure(const ChainProblem& problem, const PreparedBasis& plain, const ErrorSection& section,
    const float* coordinates, SectionFit& fit)
{
    const int n = problem.n;
    const int perColumn = normalCount(n) / n;
    float lanes[kLanes] = {};
    std::vector<float> sums(static_cast<size_t>(normalCount(n) * kLanes), 0.0F);
    for (int64_t index = 0; index < section.vectorCount; ++index) {
        const int64_t lane = index % kLanes;
        float c[kMaximumGroupDimension];
        for (int i = 0; i < n; ++i)
            c[i] = coordinates[placeOf(index, n) + i * kLanes];
        for (int j = 0; j < n; ++j) {
            const float weight = section.blocks[placeOf(index, n) + j * kLanes];
            const float q = addLatticePoint<0>(plain, n, c, j, 0.0F, 1.0F);
            const float error = weight - fusedMultiplyAdd(fit.correction.eta, q, fit.correction.shift);
            lanes[lane] = fusedMultiplyAdd(error * error, magnitude(error), lanes[lane]);
            addNormal(c, n, magnitude(error), weight - fit.correction.shift, &sums[j * perColumn * kLanes + lane]);
        }
    }
    fit.error = addLanes(lanes);
    fit.normal.resize(static_cast<size_t>(normalCount(n)));
    for (size_t i = 0; i < fit.normal.size(); ++i)
        fit.normal[i] = addLanes(&sums[i * kLanes]);
}

} // namespace

bool fitSectionReference(const ChainProblem& problem, const ErrorSection& section, const float* basis,
    BiasCorrection guess, float* coordinates, SectionFit& fit)
{
    const int n = problem.n;
    PreparedBasis plain;
    PreparedBasis scaled;
    for (int i = 0; i < n * n; ++i) {
        plain.basis[i] = basis[i];
        scaled.basis[i] = guess.eta * basis[i];
    }
    if (!orthogonalise<0>(scaled, n))
        return false;
    chooseCoordinates(scaled, section, n, guess.shift, coordinates);
    fit.correction = problem.biasCorrected ? correctionOf(plain, section, n, coordinates) : BiasCorrection { 1, 0 };
    measure(problem, plain, section, coordinates, fit);
    return true;
}

} // namespace latticeq
