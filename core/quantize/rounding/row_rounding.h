// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/quantize/rounding/closest_point.h"

#include <cstdint>
#include <span>

namespace latticeq {

/**
 * How errors of one channel's weights tell on the layer's output: the correlation H of its input, in `blocks` squares
 * [columns, columns] along the diagonal. The channel's weights are groups of n, [blocks · columns / n, n].
 */
struct RowMetric
{
    int n = 1;
    int64_t blocks = 1;
    int64_t columns = 0; // of a block
    const float* correlation = nullptr; // H, [blocks, columns, columns]
    const float* feed = nullptr; // the upper triangular U with UᵀU = H⁻¹, [blocks, columns, columns]
    const double* feedMetrics = nullptr; // U's blocks of n on the diagonal, inverted, [groups, n, n]
    const double* sweepMetrics = nullptr; // L with LLᵀ = H's blocks of n on the diagonal, [groups, n, n]
    const double* sweepInverses = nullptr; // their inverses, transposed, [groups, n, n]

    int64_t groups() const { return blocks * columns / n; }
};

/** One channel's weights on the way to lattice points. */
struct RoundedRow
{
    const float* weights = nullptr; // [groups, n], normalised
    const float* basis = nullptr; // [n, n]
    float low = 0; // limits of a coordinate
    float high = 0;
    float* coordinates = nullptr; // [groups, n]
    float* gradient = nullptr; // H·(weights - points), [groups, n]; for sweepRow()
};

/**
 * Rounds channels group by group, each to a point that is close in the metric which is left once the later groups make
 * up for its error; the error is fed forward to them (GPTQ for groups of n; arXiv 2507.18553). Of all ways to do so
 * the best `paths` are followed, and the best of them taken. False, with the coordinates untouched, where a basis spans
 * no lattice.
 */
bool roundForward(const RowMetric& metric, std::span<RoundedRow> rows, size_t paths);

/**
 * Moves each group of a channel to the point that is closest while all others stay, where that lowers the error, and
 * follows with the gradient. Returns how many groups moved.
 */
int64_t sweepRow(const RowMetric& metric, RoundedRow& row);

} // namespace latticeq
