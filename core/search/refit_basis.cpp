// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/refit_basis.h"

#include <algorithm>
#include <cmath>

namespace latticeq {

namespace {

/** Entries beyond it are no basis of weights up to 1. */
constexpr double kLargestEntry = 1e6;

/** Below this share of its diagonal entry a pivot is rounding noise. */
constexpr double kLeastPivot = 1e-9;

/** LDLᵀ of a symmetric matrix given as a triangle [n(n+1)/2], by elimination in the order of its rows. */
bool factorise(const double* triangle, int n, double* factors)
{
    for (int i = 0; i < n; ++i) {
        for (int k = 0; k <= i; ++k) {
            double rest = triangle[i * (i + 1) / 2 + k];
            for (int l = 0; l < k; ++l)
                rest -= factors[i * n + l] * factors[k * n + l] * factors[l * n + l];
            if (k == i && !(rest > kLeastPivot * triangle[i * (i + 1) / 2 + i]))
                return false;
            factors[i * n + k] = k == i ? rest : rest / factors[k * n + k];
        }
    }
    return true;
}

void substitute(const double* factors, const double* right, int n, double* solution)
{
    for (int i = 0; i < n; ++i) {
        solution[i] = right[i];
        for (int k = 0; k < i; ++k)
            solution[i] -= factors[i * n + k] * solution[k];
    }
    for (int i = n - 1; i >= 0; --i) {
        solution[i] /= factors[i * n + i];
        for (int k = i + 1; k < n; ++k)
            solution[i] -= factors[k * n + i] * solution[k];
    }
}

} // namespace

BasisRefit::BasisRefit(int n)
    : m_n(n)
    , m_normal(static_cast<size_t>(normalCount(n)))
    , m_factors(static_cast<size_t>(n * n * n))
    , m_solution(static_cast<size_t>(n * n))
{
}

void BasisRefit::clear()
{
    std::fill(m_normal.begin(), m_normal.end(), 0.0);
}

void BasisRefit::add(const SectionFit& fit)
{
    for (size_t i = 0; i < m_normal.size(); ++i)
        m_normal[i] += static_cast<double>(fit.normal[i]);
}

bool BasisRefit::solve(double gain)
{
    const int triangle = m_n * (m_n + 1) / 2;
    for (int column = 0; column < m_n; ++column) {
        const double* normal = &m_normal[static_cast<size_t>(column) * static_cast<size_t>(triangle + m_n)];
        double* factors = &m_factors[static_cast<size_t>(column) * m_n * m_n];
        if (!factorise(normal, m_n, factors))
            return false;
        double solution[kMaximumGroupDimension];
        substitute(factors, normal + triangle, m_n, solution);
        for (int row = 0; row < m_n; ++row)
            m_solution[static_cast<size_t>(row * m_n + column)] = gain * solution[row];
    }
    return std::all_of(
        m_solution.begin(), m_solution.end(), [](double entry) { return std::fabs(entry) < kLargestEntry; });
}

float BasisRefit::quantize(int bits, float* basis) const
{
    double largest = 0;
    for (const double entry : m_solution)
        largest = std::max(largest, std::fabs(entry));
    const auto maximum = static_cast<float>(largest);
    const BasisLevels levels = basisLevels(bits);
    for (int column = 0; column < m_n; ++column)
        quantizeColumn(column, maximum, levels, basis);
    return maximum;
}

/** Nearest plane: from the last row up, each entry with what the later ones' rounding carries over to it. */
void BasisRefit::quantizeColumn(int column, float maximum, const BasisLevels& levels, float* basis) const
{
    const double* f = factors(column);
    double differences[kMaximumGroupDimension];
    for (int row = m_n - 1; row >= 0; --row) {
        const auto entry = static_cast<size_t>(row * m_n + column);
        double wanted = m_solution[entry];
        for (int later = row + 1; later < m_n; ++later)
            wanted += f[later * m_n + row] * differences[later];
        const double code = std::nearbyint((wanted / static_cast<double>(maximum) + 1) * levels.halfLast);
        const auto within = static_cast<float>(std::clamp(code, 0.0, static_cast<double>(levels.last)));
        basis[entry] = maximum * unitBasisEntry(within, levels);
        differences[row] = m_solution[entry] - basis[entry];
    }
}

} // namespace latticeq
