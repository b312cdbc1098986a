// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lattice/kernels/chain.h"

#include <vector>

namespace latticeq {

/**
 * Least squares for a few entries of a basis: normal equations solved by our own LDLᵀ, plain double arithmetic in one
 * order, so that the solution is the same bits everywhere.
 */
class BasisEquations
{
public:
    explicit BasisEquations(int unknowns);

    /** Takes the symmetric matrix as a triangle [unknowns · (unknowns + 1) / 2]; false where it determines nothing. */
    bool factorise(const double* triangle);

    void solve(const double* right, double* solution) const;

    /**
     * Rounds a solution to basis codes of the largest entry `maximum` (design item 5), from the last entry up, each
     * with what the later ones' rounding carries over to it. Entries lie `stride` apart, in both arrays.
     */
    void quantize(const double* solution, float maximum, const BasisLevels& levels, float* entries, int stride) const;

private:
    int m_unknowns;
    std::vector<double> m_factors; // below the diagonal L, on it D
};

/** Whether entries can be a basis of weights up to 1. */
bool areBasisEntries(const std::vector<double>& entries);

/** T of a basis: the largest of its entries. */
float largestEntry(const std::vector<double>& entries);

} // namespace latticeq
