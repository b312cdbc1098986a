// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/quantize/rounding/input_correlation.h"
#include "core/quantize/rounding/row_rounding.h"

namespace latticeq {

/**
 * What rounding needs of a layer's input correlation, factorised once: H with 0.01 of its mean diagonal added to the
 * diagonal, so that inputs which calibration never saw keep their weights near.
 */
class RoundingMetric
{
public:
    /** `n` is the group dimension. The factors are computed on the correlation's device, as long as `proceed` says. */
    RoundingMetric(const InputCorrelation& correlation, int64_t n, const std::function<bool()>& proceed);

    /** False where the input was zero throughout: nothing tells one weight from another. And when stopped. */
    bool isDefined() const { return m_isDefined; }

    int64_t groups() const { return m_correlation.size(0); }

    /** The metric of a convolution's group of output channels. */
    RowMetric row(int64_t group) const;

    /** H·x for rows [channels, weights of a channel]. */
    at::Tensor apply(const at::Tensor& rows) const;

private:
    int m_n;
    bool m_isDefined;
    at::Tensor m_correlation; // float32 [groups, blocks, columns, columns], damped
    at::Tensor m_feed; // float32, as the correlation
    at::Tensor m_feedMetrics; // float64 [groups, vectors, n, n]
    at::Tensor m_sweepMetrics;
    at::Tensor m_sweepInverses;
};

} // namespace latticeq
