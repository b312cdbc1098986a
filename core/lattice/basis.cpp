// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lattice/basis.h"

#include <ATen/ATen.h>
#include <ATen/TensorIndexing.h>

#include <limits>
#include <vector>

namespace latticeq {

at::Tensor gramSchmidt(const at::Tensor& basis)
{
    std::vector<at::Tensor> rows = basis.unbind(1);
    for (size_t i = 0; i < rows.size(); ++i) {
        const at::Tensor squaredLength = (rows[i] * rows[i]).sum(-1, true);
        for (size_t k = i + 1; k < rows.size(); ++k)
            rows[k] = rows[k] - (rows[k] * rows[i]).sum(-1, true) / squaredLength * rows[i];
    }
    return at::stack(rows, 1);
}

at::Tensor quantizeBasis(const at::Tensor& basis, int bits)
{
    const double last = static_cast<double>((int64_t(1) << bits) - 1);
    const at::Tensor maximum = basis.abs().amax({ 1, 2 }, true);
    const at::Tensor codes = at::round((basis / maximum + 1) / 2 * last);
    return at::where(maximum > 0, (2 * codes / last - 1) * maximum, basis);
}

at::Tensor isUsableBasis(const at::Tensor& orthogonal)
{
    const at::Tensor squaredLength = (orthogonal * orthogonal).sum(-1);
    return ((squaredLength > 0) & at::isfinite(1 / squaredLength)).all(-1);
}

at::Tensor conditionNumbers(const at::Tensor& basis)
{
    const at::Tensor values = at::linalg_svdvals(basis);
    const at::Tensor smallest = values.select(-1, -1);
    const at::Tensor ratio = values.select(-1, 0) / smallest;
    return at::where(smallest > 0, ratio, at::full_like(ratio, std::numeric_limits<double>::infinity()));
}

} // namespace latticeq
