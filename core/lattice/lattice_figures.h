// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace latticeq {

/** What a basis [n, n] is like as a lattice, in plain numbers; rows are the basis vectors. */

/** Gram-Schmidt orthogonalisation of the rows, not normalised; a row that depends on earlier ones becomes 0. */
std::vector<double> gramSchmidtRows(const std::vector<double>& basis, int n);

/** |det B|, the volume of one cell. */
double cellVolume(const std::vector<double>& basis, int n);

/** Π‖b_i‖ / |det B|: 1 for orthogonal rows, more for skewed ones; infinity for dependent rows. */
double orthogonalityDefect(const std::vector<double>& basis, int n);

/** The length of the lattice's shortest vector that is not 0, found exactly; 0 for dependent rows. */
double shortestVector(const std::vector<double>& basis, int n);

/**
 * The share of space that the largest equal balls around the points fill: 1 for n = 1, 0.785 for the square lattice,
 * 0.907 for the hexagonal, 0.740 for the face-centred cubic. 0 for n above 4 and for dependent rows.
 */
double packingDensity(const std::vector<double>& basis, int n);

} // namespace latticeq
