// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lattice/kernels/section_fit.h"
#include "core/search/basis_equations.h"

namespace latticeq {

/**
 * Normal equations of a whole row, summed from its sections in their order: for each column of the basis the triangle
 * [n(n+1)/2] and the right side [n], as in SectionFit. Sums and solution are plain double arithmetic in one order, so
 * they are the same bits everywhere.
 */
class BasisRefit
{
public:
    explicit BasisRefit(int n);

    void clear();
    /** Adds a section; its points are to become the vectors without the correction's shift. */
    void add(const SectionFit& fit);

    /** Solves for `gain` times the basis of least squares; false where the coordinates do not determine it. */
    bool solve(double gain = 1);

    /** What solve() found, [n, n], rows first. */
    const std::vector<double>& solution() const { return m_solution; }

    /**
     * Writes the basis near the solution whose entries are codes of `bits` bits (design item 5). Entries are rounded
     * one after the other and those to come make up for it, in the metric of the normal equations. Returns T, the
     * solution's largest entry.
     */
    float quantize(int bits, float* basis) const;

private:
    int m_n;
    std::vector<double> m_normal;
    std::vector<BasisEquations> m_columns;
    std::vector<double> m_solution;
};

} // namespace latticeq
