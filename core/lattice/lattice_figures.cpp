// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lattice/lattice_figures.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace latticeq {

namespace {

double dot(const double* a, const double* b, int n)
{
    double sum = 0;
    for (int j = 0; j < n; ++j)
        sum += a[j] * b[j];
    return sum;
}

/** Gram-Schmidt coefficients [n, n]: <b_i, b*_k> / <b*_k, b*_k> for k < i. */
std::vector<double> coefficients(const std::vector<double>& basis, const std::vector<double>& orthogonal, int n)
{
    std::vector<double> result(basis.size(), 0.0);
    for (int i = 0; i < n; ++i) {
        for (int k = 0; k < i; ++k) {
            const double* row = &orthogonal[k * n];
            result[i * n + k] = dot(&basis[i * n], row, n) / dot(row, row, n);
        }
    }
    return result;
}

/** Subtracts whole multiples of earlier rows from row i, so that it becomes about as short as it can. */
void reduceRow(std::vector<double>& basis, int n, int i)
{
    for (int k = i - 1; k >= 0; --k) {
        const std::vector<double> mu = coefficients(basis, gramSchmidtRows(basis, n), n);
        const double multiple = std::nearbyint(mu[i * n + k]);
        for (int j = 0; j < n; ++j)
            basis[i * n + j] -= multiple * basis[k * n + j];
    }
}

/** The reduction of Lenstra, Lenstra and Lovász: another basis of the same lattice with short rows. */
std::vector<double> reduced(std::vector<double> basis, int n)
{
    constexpr double kLovasz = 0.99;
    constexpr int kMostSteps = 10'000; // rounding could make it go round in a circle
    int i = 1;
    for (int step = 0; i < n && step < kMostSteps; ++step) {
        reduceRow(basis, n, i);
        const std::vector<double> orthogonal = gramSchmidtRows(basis, n);
        const double mu = coefficients(basis, orthogonal, n)[i * n + i - 1];
        const double* row = &orthogonal[i * n];
        const double* earlier = row - n;
        if (dot(row, row, n) >= (kLovasz - mu * mu) * dot(earlier, earlier, n)) {
            ++i;
        } else {
            std::swap_ranges(basis.begin() + i * n, basis.begin() + (i + 1) * n, basis.begin() + (i - 1) * n);
            i = std::max(1, i - 1);
        }
    }
    return basis;
}

/** Goes through all points of a lattice that can be shorter than the shortest so far, from the last row on. */
class ShortestSearch
{
public:
    ShortestSearch(const std::vector<double>& basis, int n)
        : m_n(n)
        , m_coordinates(static_cast<size_t>(n), 0.0)
    {
        const std::vector<double> orthogonal = gramSchmidtRows(basis, n);
        m_mu = coefficients(basis, orthogonal, n);
        for (int i = 0; i < n; ++i) {
            m_squares.push_back(dot(&orthogonal[i * n], &orthogonal[i * n], n));
            m_best = std::min(m_best, dot(&basis[i * n], &basis[i * n], n));
        }
        visit(n - 1, 0);
    }

    double squaredLength() const { return m_best; }

private:
    void visit(int i, double squaredLength)
    {
        if (i < 0) {
            const bool zero = std::all_of(m_coordinates.begin(), m_coordinates.end(), [](double c) { return c == 0; });
            if (!zero)
                m_best = std::min(m_best, squaredLength);
            return;
        }
        double centre = 0;
        for (int k = i + 1; k < m_n; ++k)
            centre -= m_coordinates[k] * m_mu[k * m_n + i];
        const double radius = std::sqrt(std::max(0.0, m_best - squaredLength) / m_squares[i]);
        for (double c = std::ceil(centre - radius); c <= centre + radius; ++c) {
            m_coordinates[i] = c;
            visit(i - 1, squaredLength + (c - centre) * (c - centre) * m_squares[i]);
        }
        m_coordinates[i] = 0;
    }

    int m_n;
    std::vector<double> m_coordinates;
    std::vector<double> m_mu;
    std::vector<double> m_squares; // of the lengths of the orthogonal rows
    double m_best = std::numeric_limits<double>::infinity();
};

double ballVolume(double radius, int n)
{
    const double dimension = n;
    return std::pow(std::numbers::pi, dimension / 2) / std::tgamma(dimension / 2 + 1) * std::pow(radius, dimension);
}

} // namespace

std::vector<double> gramSchmidtRows(const std::vector<double>& basis, int n)
{
    constexpr double kDependent = 1e-24; // of the row's squared length: all that is left is rounding
    std::vector<double> rows = basis;
    for (int i = 0; i < n; ++i) {
        double* row = &rows[i * n];
        const double before = dot(row, row, n);
        for (int k = 0; k < i; ++k) {
            const double* earlier = &rows[k * n];
            const double squaredLength = dot(earlier, earlier, n);
            const double multiple = squaredLength > 0 ? dot(row, earlier, n) / squaredLength : 0;
            for (int j = 0; j < n; ++j)
                row[j] -= multiple * earlier[j];
        }
        if (dot(row, row, n) <= kDependent * before)
            std::fill_n(row, n, 0.0);
    }
    return rows;
}

double cellVolume(const std::vector<double>& basis, int n)
{
    const std::vector<double> rows = gramSchmidtRows(basis, n);
    double volume = 1;
    for (int i = 0; i < n; ++i)
        volume *= std::sqrt(dot(&rows[i * n], &rows[i * n], n));
    return volume;
}

double orthogonalityDefect(const std::vector<double>& basis, int n)
{
    const std::vector<double> rows = gramSchmidtRows(basis, n);
    double defect = 1;
    for (int i = 0; i < n; ++i)
        defect *= std::sqrt(dot(&basis[i * n], &basis[i * n], n) / dot(&rows[i * n], &rows[i * n], n));
    return std::isnan(defect) ? std::numeric_limits<double>::infinity() : defect;
}

double shortestVector(const std::vector<double>& basis, int n)
{
    if (!(cellVolume(basis, n) > 0))
        return 0;
    return std::sqrt(ShortestSearch(reduced(basis, n), n).squaredLength());
}

double packingDensity(const std::vector<double>& basis, int n)
{
    constexpr int kMostDimensions = 4;
    const double volume = cellVolume(basis, n);
    if (n > kMostDimensions || !(volume > 0))
        return 0;
    return ballVolume(shortestVector(basis, n) / 2, n) / volume;
}

} // namespace latticeq
