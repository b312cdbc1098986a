// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/lattice_set.h"

#include <ATen/ATen.h>

namespace latticeq {

namespace {

BoxLattice latticeAt(const LayerVectors& vectors, const at::Tensor& bases, int64_t index)
{
    const at::Tensor basis = bases[index].to(at::kDouble).contiguous();
    const auto* first = basis.data_ptr<double>();
    return { { first, first + basis.numel() }, vectors.n(), vectors.bits[static_cast<size_t>(index)] };
}

/** Bias correction is each output channel's own, also under one basis for all. */
double judgedError(const LayerVectors& vectors, const BoxLattice& lattice, std::span<const float> values,
    std::span<const int> coordinates)
{
    const size_t perChannel
        = vectors.biasCorrected ? static_cast<size_t>(vectors.values.size(1) * vectors.values.size(2)) : values.size();
    double sum = 0;
    for (size_t i = 0; i < values.size(); i += perChannel) {
        sum += cubicErrorIn(
            lattice, values.subspan(i, perChannel), coordinates.subspan(i, perChannel), vectors.biasCorrected);
    }
    return sum;
}

} // namespace

std::span<const float> LayerVectors::of(int64_t lattice) const
{
    const int64_t size = values.numel() / lattices();
    return { values.data_ptr<float>() + lattice * size, static_cast<size_t>(size) };
}

std::span<const int> LatticeSet::of(int64_t lattice) const
{
    const size_t size = coordinates.size() / lattices.size();
    return { coordinates.data() + static_cast<size_t>(lattice) * size, size };
}

LatticeSet latticeSet(const LayerVectors& vectors, const at::Tensor& bases, const at::Tensor& stored)
{
    LatticeSet set;
    for (int64_t k = 0; k < vectors.lattices(); ++k) {
        const std::span<const float> values = vectors.of(k);
        const BoxLattice& lattice = set.lattices.emplace_back(latticeAt(vectors, bases, k));
        std::vector<int> coordinates = coordinatesIn(lattice, values, set.overloaded.emplace_back(0));
        if (stored.defined()) {
            const int* first = stored.data_ptr<int>() + k * std::ssize(values);
            coordinates.assign(first, first + values.size());
        }
        set.errors.push_back(judgedError(vectors, lattice, values, coordinates));
        set.coordinates.insert(set.coordinates.end(), coordinates.begin(), coordinates.end());
    }
    return set;
}

} // namespace latticeq
