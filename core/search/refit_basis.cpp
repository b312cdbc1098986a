// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/refit_basis.h"

#include <algorithm>

namespace latticeq {

BasisRefit::BasisRefit(int n)
    : m_n(n)
    , m_normal(static_cast<size_t>(normalCount(n)))
    , m_columns(static_cast<size_t>(n), BasisEquations(n))
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
        BasisEquations& equations = m_columns[static_cast<size_t>(column)];
        if (!equations.factorise(normal))
            return false;
        double solution[kMaximumGroupDimension];
        equations.solve(normal + triangle, solution);
        for (int row = 0; row < m_n; ++row)
            m_solution[static_cast<size_t>(row * m_n + column)] = gain * solution[row];
    }
    return areBasisEntries(m_solution);
}

float BasisRefit::quantize(int bits, float* basis) const
{
    const float maximum = largestEntry(m_solution);
    const BasisLevels levels = basisLevels(bits);
    for (int column = 0; column < m_n; ++column)
        m_columns[static_cast<size_t>(column)].quantize(&m_solution[column], maximum, levels, basis + column, m_n);
    return maximum;
}

} // namespace latticeq
