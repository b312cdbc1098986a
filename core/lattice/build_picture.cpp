// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lattice/build_picture.h"

#include "core/lattice/lattice_figures.h"

#include <algorithm>

namespace latticeq {

void fillLattice(LatticePicture& picture, const BoxLattice& lattice)
{
    const int n = lattice.n();
    picture.n = n;
    picture.basis = lattice.basis();
    picture.orthogonal = lattice.orthogonal();
    picture.bits = lattice.bits();
    picture.lowest = lattice.lowest();
    picture.highest = lattice.highest();
    picture.figures.cellVolume = cellVolume(lattice.basis(), n);
    picture.figures.orthogonalityDefect = orthogonalityDefect(lattice.basis(), n);
    picture.figures.packingDensity = packingDensity(lattice.basis(), n);
}

void fillVectors(LatticePicture& picture, const BoxLattice& lattice, std::span<const float> vectors,
    std::span<const int> coordinates)
{
    const auto n = static_cast<size_t>(lattice.n());
    const auto total = static_cast<int64_t>(vectors.size() / n);
    const int64_t shown = std::min(total, std::max<int64_t>(1, picture.request.mostVectors));
    picture.totalVectors = total;
    picture.figures.vectors = total;
    std::vector<int> nearest(n);
    for (int64_t k = 0; k < shown; ++k) {
        const size_t first = static_cast<size_t>(k * total / shown) * n;
        const float* vector = &vectors[first];
        picture.overloaded.push_back(lattice.nearestPlane(vector, nearest.data()) ? 1 : 0);
        picture.errors.push_back(static_cast<float>(lattice.error(vector, &coordinates[first])));
        picture.vectors.insert(picture.vectors.end(), vector, vector + n);
        picture.coordinates.insert(picture.coordinates.end(), &coordinates[first], &coordinates[first] + n);
    }
}

} // namespace latticeq
