// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/quantize/rounding/rounding_metric.h"
#include "core/quantize/weight_quantization.h"

#include <functional>
#include <optional>

namespace latticeq {

class WorkerThreads;

/** How long weights are moved among lattice points. */
struct RoundingSchedule
{
    int rounds = 2; // of sweeps, each with a basis refitted behind them
    int sweeps = 2; // over all groups of a channel
};

/**
 * Rounds a layer's weights to lattice points for a small error of its output instead of its weights: group by group
 * with the error fed forward, then sweeps of coordinate descent, then bases by least squares in the same metric. Keeps
 * the best of each channel (of the layer, with one basis) and never ends above the start. The same bits for the same
 * metric, whatever the threads.
 */
class DataAwareRounding
{
public:
    /** `start` is what the search left; its points go without a bias correction that it may have. */
    DataAwareRounding(const LayerPlan& plan, const at::Tensor& weight, const QuantizedWeight& start,
        const RoundingMetric& metric, WorkerThreads& workers, const std::function<bool()>& proceed);

    /**
     * Nothing where that is no better than the start, and once `proceed`, asked several times a second on any thread,
     * says false.
     */
    std::optional<LayerQuantization> run(const RoundingSchedule& schedule = {});

    /** Squares summed over the layer's channels, per position and in units of the largest weight. */
    double errorBefore() const { return m_errorBefore; }
    double errorAfter() const;

private:
    /** Points with what they cost. */
    struct Points
    {
        at::Tensor coordinates; // float32 [O, m, n]
        at::Tensor basis; // float32 [K, n, n]
        at::Tensor maximum; // float32 [K] or [1]
        at::Tensor gradient; // float32 [O, m·n]
        at::Tensor errors; // float64 [O]
    };

    at::Tensor applyMetric(const at::Tensor& rows) const;
    void judge(Points& points) const;
    void keepBetter(const Points& points);
    void forEachRow(int64_t atOnce, const std::function<void(const RowMetric&, std::span<RoundedRow>)>& round,
        Points& points) const;
    void roundForward(Points& points) const;
    void sweep(Points& points) const;
    bool refit(Points& points) const;
    void refitRow(const at::Tensor& normal, const at::Tensor& right, Points& points, int64_t row) const;
    LayerQuantization stored() const;

    LayerPlan m_plan; // without bias correction
    const at::Tensor& m_weight;
    const RoundingMetric& m_metric;
    WorkerThreads& m_workers;
    const std::function<bool()>& m_proceed;
    at::Tensor m_rows; // float32 [O, m·n], normalised
    std::vector<int> m_bits; // of each channel
    Points m_best;
    double m_errorBefore = 0;
};

} // namespace latticeq
