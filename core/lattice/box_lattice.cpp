// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lattice/box_lattice.h"

#include "core/lattice/lattice_figures.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace latticeq {

namespace {

constexpr int kMostDimensions = 16; // of a group, as in the search

/** What bias correction does to a reconstruction q of the weights: gain·q + shift. */
struct Correction
{
    double gain = 1;
    double shift = 0;
};

/** Sum and sum of squares about the mean. */
class Moments
{
public:
    void add(double value)
    {
        ++m_count;
        const double before = value - m_mean;
        m_mean += before / static_cast<double>(m_count);
        m_squares += before * (value - m_mean);
        m_least = std::min(m_least, value);
        m_most = std::max(m_most, value);
    }
    double mean() const { return m_mean; }
    double norm() const { return std::sqrt(m_squares); }
    bool isConstant() const { return !(m_least < m_most); }

private:
    int64_t m_count = 0;
    double m_mean = 0;
    double m_squares = 0;
    double m_least = INFINITY;
    double m_most = -INFINITY;
};

Correction biasCorrectionIn(const BoxLattice& lattice, std::span<const float> vectors, std::span<const int> coordinates)
{
    constexpr double kPublishedEpsilon = 1e-6;
    Moments weights;
    Moments points;
    std::array<double, kMostDimensions> point {};
    const auto n = static_cast<size_t>(lattice.n());
    for (size_t i = 0; i < vectors.size(); i += n) {
        lattice.point(&coordinates[i], point.data());
        for (size_t j = 0; j < n; ++j) {
            weights.add(vectors[i + j]);
            points.add(point[j]);
        }
    }
    const double gain = points.isConstant() ? 1 : weights.norm() / (points.norm() + kPublishedEpsilon);
    return { gain, gain * (weights.mean() - points.mean()) };
}

} // namespace

BoxLattice::BoxLattice(std::vector<double> basis, int n, int bits)
    : m_n(n)
    , m_bits(bits)
    , m_lowest(bits == 0 ? 0 : 1 - (1 << (bits - 1)))
    , m_highest(bits == 0 ? 0 : 1 << (bits - 1))
    , m_basis(std::move(basis))
    , m_orthogonal(gramSchmidtRows(m_basis, n))
{
    for (int i = 0; i < n; ++i) {
        double squaredLength = 0;
        for (int j = 0; j < n; ++j)
            squaredLength += m_orthogonal[i * n + j] * m_orthogonal[i * n + j];
        m_usable = m_usable && squaredLength > 0 && std::isfinite(1 / squaredLength);
        m_squaredLengths.push_back(squaredLength);
    }
}

bool BoxLattice::nearestPlane(const float* vector, int* coordinates) const
{
    constexpr double kFarthest = 1 << 30; // so that a coordinate far outside the box still fits an int
    std::fill_n(coordinates, m_n, 0);
    if (!m_usable)
        return false;
    std::array<double, kMostDimensions> residual {};
    std::copy_n(vector, m_n, residual.begin());
    bool overloaded = false;
    for (int i = m_n - 1; i >= 0; --i) {
        double product = 0;
        for (int j = 0; j < m_n; ++j)
            product += residual[j] * m_orthogonal[i * m_n + j];
        const double t = std::clamp(std::nearbyint(product / m_squaredLengths[i]), -kFarthest, kFarthest);
        for (int j = 0; j < m_n; ++j)
            residual[j] -= t * m_basis[i * m_n + j];
        overloaded = overloaded || t < m_lowest || t > m_highest;
        coordinates[i] = std::clamp(static_cast<int>(t), m_lowest, m_highest);
    }
    return overloaded;
}

void BoxLattice::point(const int* coordinates, double* point) const
{
    for (int j = 0; j < m_n; ++j) {
        point[j] = 0;
        for (int i = 0; i < m_n; ++i)
            point[j] += coordinates[i] * m_basis[i * m_n + j];
    }
}

double BoxLattice::error(const float* vector, const int* coordinates) const
{
    std::array<double, kMostDimensions> q {};
    point(coordinates, q.data());
    double sum = 0;
    for (int j = 0; j < m_n; ++j) {
        const double difference = std::abs(vector[j] - q[j]);
        sum += difference * difference * difference;
    }
    return sum;
}

std::vector<int> coordinatesIn(const BoxLattice& lattice, std::span<const float> vectors, int64_t& overloaded)
{
    std::vector<int> coordinates(vectors.size());
    for (size_t i = 0; i < vectors.size(); i += static_cast<size_t>(lattice.n()))
        overloaded += lattice.nearestPlane(&vectors[i], &coordinates[i]) ? 1 : 0;
    return coordinates;
}

double cubicErrorIn(
    const BoxLattice& lattice, std::span<const float> vectors, std::span<const int> coordinates, bool biasCorrected)
{
    const Correction correction = biasCorrected ? biasCorrectionIn(lattice, vectors, coordinates) : Correction {};
    std::array<double, kMostDimensions> point {};
    const auto n = static_cast<size_t>(lattice.n());
    double sum = 0;
    for (size_t i = 0; i < vectors.size(); i += n) {
        lattice.point(&coordinates[i], point.data());
        for (size_t j = 0; j < n; ++j) {
            const double difference = std::abs(vectors[i + j] - correction.gain * point[j] - correction.shift);
            sum += difference * difference * difference;
        }
    }
    return sum;
}

} // namespace latticeq
