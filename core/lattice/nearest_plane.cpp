// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lattice/nearest_plane.h"

#include "core/lattice/basis.h"

#include <ATen/ATen.h>

namespace latticeq {

at::Tensor nearestPlane(const at::Tensor& vectors, const at::Tensor& basis, const at::Tensor& bits)
{
    const at::Tensor orthogonal = gramSchmidt(basis);
    const at::Tensor a = at::floor(at::exp2(bits - 1)).reshape({ -1, 1 });
    const at::Tensor lowest = at::where(a > 0, 1 - a, at::zeros_like(a));
    at::Tensor residual = vectors;
    std::vector<at::Tensor> coordinates(static_cast<size_t>(vectors.size(2)));
    for (int64_t i = vectors.size(2) - 1; i >= 0; --i) {
        const at::Tensor row = orthogonal.select(1, i).unsqueeze(1); // [K, 1, n]
        const at::Tensor t = at::round((residual * row).sum(-1) / (row * row).sum(-1)); // [O, m]
        residual = residual - t.unsqueeze(-1) * basis.select(1, i).unsqueeze(1);
        coordinates[static_cast<size_t>(i)] = at::minimum(at::maximum(t, lowest), a);
    }
    return at::stack(coordinates, -1);
}

at::Tensor latticePoints(const at::Tensor& coordinates, const at::Tensor& basis)
{
    return at::matmul(coordinates, basis);
}

at::Tensor cubicError(const at::Tensor& weights, const at::Tensor& quantized)
{
    return (weights - quantized).abs().pow(3).flatten(1).sum(1);
}

} // namespace latticeq
