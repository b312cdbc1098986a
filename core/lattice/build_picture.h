// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lattice/box_lattice.h"
#include "core/lattice/lattice_picture.h"

namespace latticeq {

/** Sets what a picture tells of a lattice alone: basis, limits, and the basis' figures but the condition number. */
void fillLattice(LatticePicture& picture, const BoxLattice& lattice);

/**
 * Sets what a picture tells of vectors [m, n] with their coordinates [m, n]: an evenly spaced sample of at most
 * picture.request.mostVectors of them, their errors, and which are overloaded.
 */
void fillVectors(LatticePicture& picture, const BoxLattice& lattice, std::span<const float> vectors,
    std::span<const int> coordinates);

} // namespace latticeq
