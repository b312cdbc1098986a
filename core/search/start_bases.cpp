// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/start_bases.h"

#include "core/lattice/kernels/chain_steps.h"

#include <algorithm>
#include <cmath>

namespace latticeq {

namespace {

using Matrix = std::vector<double>; // [n, n]

/** Step of the best uniform quantizer of a normal distribution of deviation 1 with 2^bits levels (Max, 1960). */
double bestStep(int bits)
{
    static constexpr double kSteps[] = { 1.596, 0.9957, 0.586, 0.3352, 0.1881, 0.1041, 0.0569, 0.0308 };
    return kSteps[std::clamp(bits, 1, 8) - 1];
}

/** Σ v·vᵀ of all vectors of a problem, and their number. */
Matrix secondMoments(const ChainProblem& problem, int64_t& vectors)
{
    const int n = problem.n;
    Matrix moments(static_cast<size_t>(n * n), 0.0);
    vectors = 0;
    for (const ErrorSection& section : problem.sections) {
        vectors += section.vectorCount;
        for (int64_t index = 0; index < section.vectorCount; ++index) {
            const float* vector = section.blocks + index / kLanes * n * kLanes + index % kLanes;
            for (int i = 0; i < n; ++i) {
                for (int k = 0; k < n; ++k)
                    moments[static_cast<size_t>(i * n + k)]
                        += static_cast<double>(vector[i * kLanes]) * static_cast<double>(vector[k * kLanes]);
            }
        }
    }
    return moments;
}

/** Diagonalises a symmetric matrix by Jacobi's rotations; the rows of `axes` become its eigenvectors. */
void diagonalise(Matrix& a, int n, Matrix& axes)
{
    constexpr int kSweeps = 12;
    const auto at = [n](int i, int k) { return static_cast<size_t>(i * n + k); };
    for (int sweep = 0; sweep < kSweeps; ++sweep) {
        for (int p = 0; p < n; ++p) {
            for (int q = p + 1; q < n; ++q) {
                if (a[at(p, q)] == 0.0)
                    continue;
                const double theta = (a[at(q, q)] - a[at(p, p)]) / (2 * a[at(p, q)]);
                const double t = (theta < 0 ? -1 : 1) / (std::fabs(theta) + std::sqrt(theta * theta + 1));
                const double c = 1 / std::sqrt(t * t + 1);
                const double s = t * c;
                for (int k = 0; k < n; ++k) {
                    const double kp = a[at(k, p)];
                    const double kq = a[at(k, q)];
                    a[at(k, p)] = c * kp - s * kq;
                    a[at(k, q)] = s * kp + c * kq;
                }
                for (int k = 0; k < n; ++k) {
                    const double pk = a[at(p, k)];
                    const double qk = a[at(q, k)];
                    a[at(p, k)] = c * pk - s * qk;
                    a[at(q, k)] = s * pk + c * qk;
                    const double vp = axes[at(p, k)];
                    const double vq = axes[at(q, k)];
                    axes[at(p, k)] = c * vp - s * vq;
                    axes[at(q, k)] = s * vp + c * vq;
                }
            }
        }
    }
}

Matrix identity(int n)
{
    Matrix matrix(static_cast<size_t>(n * n), 0.0);
    for (int i = 0; i < n; ++i)
        matrix[static_cast<size_t>(i * n + i)] = 1;
    return matrix;
}

/** Random orthonormal rows: normal numbers, orthogonalised. */
Matrix rotation(const NoiseKey& key, int n, int number)
{
    constexpr uint32_t kOwnCandidates = 0xff000000U; // no search counts that far
    std::vector<float> normals(static_cast<size_t>(noiseRows(n)));
    for (int group = 0; group < noiseRows(n) / 4; ++group)
        drawNormals(
            key, kOwnCandidates + static_cast<uint32_t>(number), group, &normals[static_cast<size_t>(group) * 4], 1);
    Matrix rows(normals.begin(), normals.begin() + n * n);
    for (int i = 0; i < n; ++i) {
        double* row = &rows[static_cast<size_t>(i * n)];
        for (int k = 0; k < i; ++k) {
            const double* earlier = &rows[static_cast<size_t>(k * n)];
            double product = 0;
            for (int j = 0; j < n; ++j)
                product += row[j] * earlier[j];
            for (int j = 0; j < n; ++j)
                row[j] -= product * earlier[j];
        }
        double square = 0;
        for (int j = 0; j < n; ++j)
            square += row[j] * row[j];
        const double length = std::max(1e-12, std::sqrt(square));
        for (int j = 0; j < n; ++j)
            row[j] /= length;
    }
    return rows;
}

/** Every row as long as the step that suits the deviation along it. */
BasisEntries scaled(const Matrix& axes, const std::vector<double>& deviations, int n, int bits)
{
    BasisEntries basis;
    for (int i = 0; i < n; ++i) {
        for (int j = 0; j < n; ++j)
            basis.push_back(static_cast<float>(
                axes[static_cast<size_t>(i * n + j)] * deviations[static_cast<size_t>(i)] * bestStep(bits)));
    }
    return basis;
}

} // namespace

std::vector<BasisEntries> startBases(const ChainProblem& problem, int bits, int rotations)
{
    const int n = problem.n;
    int64_t vectors = 0;
    Matrix moments = secondMoments(problem, vectors);
    double trace = 0;
    for (int i = 0; i < n; ++i)
        trace += moments[static_cast<size_t>(i * n + i)];
    const auto count = static_cast<double>(vectors);
    const std::vector<double> same(static_cast<size_t>(n), std::sqrt(trace / (count * n)));
    std::vector<BasisEntries> bases { scaled(identity(n), same, n, bits) };
    if (n == 1)
        return bases;
    Matrix axes = identity(n);
    diagonalise(moments, n, axes);
    std::vector<double> alongAxes;
    for (int i = 0; i < n; ++i)
        alongAxes.push_back(std::sqrt(std::max(0.0, moments[static_cast<size_t>(i * n + i)]) / count));
    bases.push_back(scaled(axes, alongAxes, n, bits));
    for (int number = 0; number < rotations; ++number)
        bases.push_back(scaled(rotation(problem.noise, n, number), same, n, bits));
    return bases;
}

} // namespace latticeq
