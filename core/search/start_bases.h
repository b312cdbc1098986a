// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lattice/kernels/chain.h"

namespace latticeq {

/** A basis [n, n], rows first. */
using BasisEntries = std::vector<float>;

/**
 * Where refined chains start besides the random search's result: the scalar grid whose step suits a normal
 * distribution of the row's spread, the same along the principal axes with a step for the spread along each, and
 * `rotations` randomly turned grids. Double arithmetic in one order: the same bits everywhere.
 */
std::vector<BasisEntries> startBases(const ChainProblem& problem, int bits, int rotations);

} // namespace latticeq
