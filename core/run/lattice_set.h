// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lattice/box_lattice.h"

#include <ATen/core/Tensor.h>

namespace latticeq {

/** A layer's normalised weights as the lattices see them. */
struct LayerVectors
{
    at::Tensor values; // float32 [O, m, n], weight ÷ largest
    std::vector<int> bits; // [O], of a coordinate
    bool perLayer = false; // one lattice for all channels
    bool biasCorrected = false; // the search judged errors after bias correction

    int64_t lattices() const { return perLayer ? 1 : values.size(0); }
    int n() const { return static_cast<int>(values.size(2)); }
    /** Vectors of a lattice, [m, n]. */
    std::span<const float> of(int64_t lattice) const;
};

/** All lattices of a layer with its vectors' coordinates and each lattice's error. */
struct LatticeSet
{
    std::vector<BoxLattice> lattices; // [K]
    std::vector<int> coordinates; // [O, m, n]
    std::vector<double> errors; // [K], cubic error as the search judged it
    std::vector<int64_t> overloaded; // [K]
    bool finished = false;
    int64_t candidates = 0;

    /** Coordinates of a lattice, [m, n]. */
    std::span<const int> of(int64_t lattice) const;
};

/**
 * The lattices of bases [K, n, n] with `vectors`. Coordinates are the `stored` ones (int32 [O, m, n]) where they are
 * given, else by nearest plane.
 */
LatticeSet latticeSet(const LayerVectors& vectors, const at::Tensor& bases, const at::Tensor& stored);

} // namespace latticeq
