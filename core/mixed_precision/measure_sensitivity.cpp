// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mixed_precision/measure_sensitivity.h"

#include "core/evaluate/accuracy.h"
#include "core/graph/forward.h"
#include "core/mixed_precision/logit_change.h"
#include "core/quantize/rounding/data_aware_rounding.h"
#include "core/quantize/shared_scales.h"
#include "core/run/run_control.h"
#include "core/support/thread_count.h"

#include <ATen/ATen.h>
#include <c10/core/InferenceMode.h>

#include <algorithm>

namespace latticeq {

namespace {

constexpr int64_t kShortSteps = 5;
constexpr RoundingSchedule kShortRounding { 1, 1 };

/** A layer's plan at other bits, with as short a search as still tells layers apart. */
LayerPlan shortPlan(LayerPlan plan, int bits)
{
    plan.bits = bits;
    plan.refined = true;
    plan.restarts = 1;
    plan.stepsPerPhase = std::min(plan.stepsPerPhase, kShortSteps);
    plan.biasCorrection = plan.biasCorrection && !plan.dataAware;
    return plan;
}

class SensitivityMeter
{
public:
    SensitivityMeter(const Network& network, const SensitivityImages& images, uint64_t seed, WorkerThreads& workers,
        RunControl& control)
        : m_network(network)
        , m_variant(network)
        , m_seed(seed)
        , m_workers(workers)
        , m_control(control)
        , m_searcher(makeSearcher("cpu", workers))
        , m_change([this](const at::Tensor& batch) { return forward(m_variant, batch); }, images.images, images.classes,
              evaluationBatch(images.images.sizes().slice(1).vec(), network.device()), m_proceed)
    {
    }

    /** Nothing when stopped. `slices` are the layer's input. */
    std::optional<LayerSensitivity> measure(const LayerPlan& plan, const std::vector<at::Tensor>& slices)
    {
        const Node& node = m_network.node(*m_network.find(plan.layer.name));
        std::optional<RoundingMetric> metric;
        if (plan.dataAware) {
            const auto correlation
                = correlate(node, m_network.parameter(node, "weight"), slices, plan.n, m_proceed);
            if (!correlation)
                return std::nullopt;
            metric.emplace(*correlation, plan.n, m_proceed);
        }
        LayerSensitivity sensitivity { plan.index, plan.layer.name, {} };
        for (int bits = 1; bits <= kMostMeasuredBits; ++bits) {
            const auto option = measureBits(shortPlan(plan, bits), node, slices, metric ? &*metric : nullptr);
            if (!option)
                return std::nullopt;
            sensitivity.options.push_back(*option);
        }
        for (int bits = kMostMeasuredBits + 1; bits <= kMostChosenBits; ++bits)
            sensitivity.options.push_back(derived(plan, bits, sensitivity.options.back()));
        return sensitivity;
    }

private:
    static BitsOption derived(const LayerPlan& plan, int bits, const BitsOption& below)
    {
        BitsOption option = below;
        option.bits = bits;
        option.bytes = coordinateBytes(plan, bits);
        option.outputMse /= 4;
        option.divergence /= 4;
        option.measured = false;
        return option;
    }

    std::optional<BitsOption> measureBits(
        const LayerPlan& plan, const Node& node, const std::vector<at::Tensor>& slices, const RoundingMetric* metric)
    {
        const at::Tensor& weight = m_network.parameter(node, "weight");
        const std::optional<at::Tensor> quantized = quantize(plan, weight.to(at::kCPU), metric);
        if (!quantized)
            return std::nullopt;
        BitsOption option;
        option.bits = plan.bits;
        option.bytes = coordinateBytes(plan, plan.bits);
        option.measured = true;
        option.outputMse = outputError(node, slices, quantized->to(weight.device()) - weight);
        m_variant.setParameter(node.name + ".weight", quantized->to(weight.device()));
        m_variant.layChannelsLast();
        const std::optional<LogitChange> change = m_change.measure();
        m_variant.setParameter(node.name + ".weight", weight);
        if (!change)
            return std::nullopt;
        option.divergence = change->divergence;
        option.top1 = change->top1;
        option.kept = change->kept;
        return option;
    }

    std::optional<at::Tensor> quantize(const LayerPlan& plan, const at::Tensor& weight, const RoundingMetric* metric)
    {
        const LayerSearch search = makeSearch(plan, weight, m_seed);
        LayerSearchResult found = m_searcher->search({ { search, {}, {} } }, m_control).front();
        if (found.stopped)
            return std::nullopt;
        if (plan.sharedScales)
            found = shareScales(found, search.vectors, plan.bits, plan.basisBits);
        QuantizedWeight stored = storeWeight(plan, weight, found);
        if (metric && metric->isDefined()) {
            DataAwareRounding rounding(plan, weight, stored, *metric, m_workers, m_proceed);
            if (const auto better = rounding.run(kShortRounding))
                stored = better->weight;
        }
        if (m_control.stopRequested())
            return std::nullopt;
        return dequantize(stored);
    }

    double outputError(const Node& node, const std::vector<at::Tensor>& slices, const at::Tensor& difference) const
    {
        double sum = 0;
        int64_t count = 0;
        for (const at::Tensor& slice : slices) {
            const at::Tensor error = applyWeight(node, slice, difference);
            sum += error.square_().sum(at::kDouble).item<double>();
            count += error.numel();
        }
        return sum / static_cast<double>(std::max<int64_t>(1, count));
    }

    const Network& m_network;
    Network m_variant; // with one layer quantized
    uint64_t m_seed;
    WorkerThreads& m_workers;
    RunControl& m_control;
    const std::function<bool()> m_proceed = [this] { return m_control.waitWhilePaused(); };
    std::unique_ptr<LayerSearcher> m_searcher;
    LogitChanges m_change;
};

} // namespace

int64_t coordinateBytes(const LayerPlan& plan, int bits)
{
    return (plan.weights() * bits + 7) / 8;
}

std::vector<LayerSensitivity> measureSensitivities(const Network& network, const std::vector<LayerPlan>& plans,
    const SensitivityImages& images, uint64_t seed, WorkerThreads& workers, RunControl& control,
    const SensitivityHooks& hooks)
{
    const c10::InferenceMode inference;
    const ThreadCount fixed(kCalibrationThreads);
    const SensitivityImages there { images.images.to(network.device()), images.classes };
    SensitivityMeter meter(network, there, seed, workers, control);
    std::vector<LayerSensitivity> found;
    const auto proceed = [&control] { return control.waitWhilePaused(); };
    const auto take = [&](const LayerSensitivity& sensitivity) {
        found.push_back(sensitivity);
        hooks.finished(sensitivity, static_cast<double>(found.size()) / static_cast<double>(plans.size()));
    };
    const SliceTap onInput = [&](NodeId id, size_t, std::vector<at::Tensor>& slices) {
        const auto plan = std::find_if(plans.begin(), plans.end(),
            [&](const LayerPlan& p) { return p.layer.name == network.node(id).name; });
        if (plan == plans.end() || control.stopRequested())
            return;
        if (const auto known = hooks.known(*plan))
            take(*known);
        else if (const auto sensitivity = meter.measure(*plan, slices))
            take(*sensitivity);
    };
    const int64_t slice = evaluationBatch(images.images.sizes().slice(1).vec());
    forwardSlices(network, there.images.split(slice), onInput, BatchNormMode::Evaluation, proceed);
    return found;
}

} // namespace latticeq
