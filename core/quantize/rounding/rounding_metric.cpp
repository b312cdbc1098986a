// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quantize/rounding/rounding_metric.h"

#include <ATen/ATen.h>

#include <algorithm>

namespace latticeq {

namespace {

constexpr double kDamping = 0.01; // of the mean diagonal, added to it

constexpr int64_t kColumnsAtOnce = 256; // of a triangle's inverse, between two looks at whether to go on

at::Tensor damped(const at::Tensor& squares)
{
    const at::Tensor matrix = squares.to(at::kDouble);
    const at::Tensor mean = matrix.diagonal(0, -2, -1).mean(-1, true);
    at::Tensor result = matrix.clone();
    result.diagonal(0, -2, -1).add_(kDamping * mean);
    return result;
}

/** The upper triangular U with UᵀU = H⁻¹: the inverse of the Cholesky factor that starts from the last row. */
at::Tensor inverseFactor(const at::Tensor& matrix, const std::function<bool()>& proceed)
{
    const at::Tensor reversed = at::linalg_cholesky(matrix.flip({ -2, -1 })).flip({ -2, -1 });
    const int64_t columns = matrix.size(-1);
    at::Tensor inverse = at::zeros_like(matrix);
    for (int64_t first = 0; first < columns && proceed(); first += kColumnsAtOnce) {
        const int64_t end = std::min(columns, first + kColumnsAtOnce);
        const at::Tensor identity = at::eye(columns, matrix.options()).narrow(0, 0, end).narrow(1, first, end - first);
        const at::Tensor corner = reversed.narrow(-2, 0, end).narrow(-1, 0, end);
        const std::vector<int64_t> shape { matrix.size(0), matrix.size(1), end, end - first };
        inverse.narrow(-2, 0, end)
            .narrow(-1, first, end - first)
            .copy_(at::linalg_solve_triangular(corner, identity.expand(shape), /*upper=*/true));
    }
    return inverse;
}

/** Squares of n along the diagonal, [groups, vectors, n, n] of [groups, blocks, columns, columns]. */
at::Tensor diagonalSquares(const at::Tensor& matrix, int64_t n)
{
    const int64_t vectors = matrix.size(-1) / n;
    return matrix.reshape({ matrix.size(0), matrix.size(1), vectors, n, vectors, n })
        .diagonal(0, 2, 4)
        .permute({ 0, 1, 4, 2, 3 })
        .reshape({ matrix.size(0), -1, n, n });
}

at::Tensor onProcessor(const at::Tensor& tensor, at::ScalarType type)
{
    return tensor.to(at::kCPU, type).contiguous();
}

} // namespace

RoundingMetric::RoundingMetric(const InputCorrelation& correlation, int64_t n, const std::function<bool()>& proceed)
    : m_n(static_cast<int>(n))
    , m_isDefined((correlation.squares.diagonal(0, -2, -1).mean(-1) > 0).all().item<bool>())
    , m_correlation(onProcessor(correlation.squares, at::kFloat))
{
    if (!m_isDefined)
        return;
    const at::Tensor matrix = damped(correlation.squares);
    const at::Tensor feed = inverseFactor(matrix, proceed);
    if (!proceed()) {
        m_isDefined = false;
        return;
    }
    const at::Tensor sweep = at::linalg_cholesky(diagonalSquares(matrix, n));
    m_correlation = onProcessor(matrix, at::kFloat);
    m_feed = onProcessor(feed, at::kFloat);
    m_feedMetrics = onProcessor(at::linalg_inv(diagonalSquares(feed, n)), at::kDouble);
    m_sweepMetrics = onProcessor(sweep, at::kDouble);
    m_sweepInverses = onProcessor(at::linalg_inv(sweep).transpose(-2, -1), at::kDouble);
}

RowMetric RoundingMetric::row(int64_t group) const
{
    const int64_t square = group * m_correlation.stride(0);
    const int64_t small = group * m_sweepMetrics.stride(0);
    return { m_n, m_correlation.size(1), m_correlation.size(2), m_correlation.data_ptr<float>() + square,
        m_feed.data_ptr<float>() + square, m_feedMetrics.data_ptr<double>() + small,
        m_sweepMetrics.data_ptr<double>() + small, m_sweepInverses.data_ptr<double>() + small };
}

at::Tensor RoundingMetric::apply(const at::Tensor& rows) const
{
    const int64_t blocks = m_correlation.size(1);
    const int64_t columns = m_correlation.size(2);
    const at::Tensor parts = rows.reshape({ groups(), -1, blocks, columns }).transpose(1, 2); // [g, blocks, rows, c]
    return at::matmul(parts, m_correlation).transpose(1, 2).reshape(rows.sizes()).contiguous();
}

} // namespace latticeq
