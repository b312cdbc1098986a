// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/basis_equations.h"

#include <algorithm>
#include <cmath>

namespace latticeq {

namespace {

/** Entries beyond it are no basis of weights up to 1. */
constexpr double kLargestEntry = 1e6;

/** Below this share of its diagonal entry a pivot is rounding noise. */
constexpr double kLeastPivot = 1e-9;

} // namespace

BasisEquations::BasisEquations(int unknowns)
    : m_unknowns(unknowns)
    , m_factors(static_cast<size_t>(unknowns * unknowns))
{
}

bool BasisEquations::factorise(const double* triangle)
{
    const int n = m_unknowns;
    double* factors = m_factors.data();
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

void BasisEquations::solve(const double* right, double* solution) const
{
    const int n = m_unknowns;
    const double* factors = m_factors.data();
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

void BasisEquations::quantize(
    const double* solution, float maximum, const BasisLevels& levels, float* entries, int stride) const
{
    std::vector<double> differences(static_cast<size_t>(m_unknowns));
    for (int i = m_unknowns - 1; i >= 0; --i) {
        double wanted = solution[i * stride];
        for (int later = i + 1; later < m_unknowns; ++later)
            wanted += m_factors[static_cast<size_t>(later * m_unknowns + i)] * differences[static_cast<size_t>(later)];
        const double code = std::nearbyint((wanted / static_cast<double>(maximum) + 1) * levels.halfLast);
        const auto within = static_cast<float>(std::clamp(code, 0.0, static_cast<double>(levels.last)));
        entries[i * stride] = maximum * unitBasisEntry(within, levels);
        differences[static_cast<size_t>(i)] = solution[i * stride] - static_cast<double>(entries[i * stride]);
    }
}

bool areBasisEntries(const std::vector<double>& entries)
{
    return std::all_of(entries.begin(), entries.end(), [](double entry) { return std::fabs(entry) < kLargestEntry; });
}

float largestEntry(const std::vector<double>& entries)
{
    double largest = 0;
    for (const double entry : entries)
        largest = std::max(largest, std::fabs(entry));
    return static_cast<float>(largest);
}

} // namespace latticeq
