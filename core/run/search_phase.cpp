// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/search_phase.h"

#include "core/quantize/weight_quantization.h"
#include "core/run/layer_store.h"
#include "core/run/progress_meter.h"
#include "core/run/run_control.h"
#include "core/run/run_estimate.h"
#include "core/support/thread_count.h"

#include <algorithm>

namespace latticeq {

SearchPhase::SearchPhase(const RunSettings& settings, const std::vector<LayerPlan>& plans, const Network& network,
    const LayerSearcher& searcher, RunControl& control)
    : m_settings(settings)
    , m_plans(plans)
    , m_network(network)
    , m_searcher(searcher)
    , m_control(control)
{
}

void SearchPhase::setListeners(const EventSink& sink, LayerStore& layers, ProgressMeter& meter)
{
    m_sink = &sink;
    m_layers = &layers;
    m_meter = &meter;
}

const at::Tensor& SearchPhase::weightOf(const LayerPlan& plan) const
{
    return m_network.parameter(m_network.node(*m_network.find(plan.layer.name)), "weight");
}

double SearchPhase::costOf(size_t first, size_t last) const
{
    double cost = 0;
    for (size_t i = first; i < last; ++i)
        cost += searchCost(m_plans[i]);
    return cost;
}

double SearchPhase::budgetOf(size_t first, size_t last, double secondsLeft) const
{
    if (m_settings.timeBudgetSeconds == 0)
        return 0;
    return std::max(1e-3, secondsLeft * costOf(first, last) / std::max(1.0, costOf(first, m_plans.size())));
}

/** Layers are searched together until their chains fill the device; with a time budget each has its own share. */
size_t SearchPhase::endOfGroup(size_t first) const
{
    int64_t chains = 0;
    size_t last = first;
    do {
        const LayerPlan& plan = m_plans[last++];
        if (plan.isQuantized())
            chains += int64_t(plan.restarts) * (plan.perLayer ? 1 : plan.layer.shape[0]);
    } while (last < m_plans.size() && m_settings.timeBudgetSeconds == 0 && chains < m_searcher.chainsWorthJoining());
    return last;
}

bool SearchPhase::run(const LayerSink& finished)
{
    const ThreadCount oneThread(1); // the search has its own; what LibTorch sums beside it must not depend on any
    const double allCosts = costOf(0, m_plans.size());
    const double end = m_meter->elapsedSeconds() + m_settings.timeBudgetSeconds;
    for (size_t first = 0, last = 0; first < m_plans.size(); first = last) {
        last = endOfGroup(first);
        const double budget = budgetOf(first, last, end - m_meter->elapsedSeconds());
        if (!runGroup({ m_plans.data() + first, last - first }, budget, finished))
            return false;
        m_meter->advance(Phase::SearchingBases, allCosts > 0 ? costOf(0, last) / allCosts : 1);
    }
    return true;
}

bool SearchPhase::runGroup(std::span<const LayerPlan> plans, double budgetSeconds, const LayerSink& finished)
{
    std::vector<SearchJob> jobs;
    std::vector<Layer> layers;
    for (const LayerPlan& plan : plans)
        layers.push_back(open(plan, budgetSeconds, jobs));
    const double start = m_meter->elapsedSeconds();
    const std::vector<LayerSearchResult> found = m_searcher.search(jobs, m_control);
    const double seconds = m_meter->elapsedSeconds() - start;
    double cost = 0;
    for (const Layer& layer : layers)
        cost += layer.jobs > 0 ? searchCost(layer.plan) : 0;
    auto next = found.begin();
    for (Layer& layer : layers) {
        if (layer.jobs > 0) {
            const auto first = next;
            next += static_cast<std::ptrdiff_t>(layer.jobs);
            if (std::any_of(first, next, [](const LayerSearchResult& result) { return result.stopped; }))
                return false;
            keep(layer, { first, next }, seconds * searchCost(layer.plan) / std::max(1.0, cost));
        }
        finished(layer.plan, layer.entry ? &*layer.entry : nullptr);
    }
    return !m_control.stopRequested();
}

SearchPhase::Layer SearchPhase::open(const LayerPlan& plan, double budgetSeconds, std::vector<SearchJob>& jobs) const
{
    (*m_sink)(LayerStarted { plan.index, static_cast<int>(m_plans.size()), plan.layer.name });
    Layer layer { plan, {}, 0 };
    if (plan.isQuantized() && m_folder && m_settings.resume)
        layer.entry = m_folder->readLayer(plan.index, plan.layer.name, weightOf(plan));
    if (!plan.isQuantized() || layer.entry)
        return layer;
    const int index = plan.index;
    const std::vector<SearchJob> own = searchJobs(
        plan, weightOf(plan), m_settings.seed, budgetSeconds,
        [this, index](const std::vector<ConvergencePoint>& points) {
            (*m_sink)(ConvergenceReached { index, points });
        },
        [this, index](int64_t candidates, const BestBases& bases) { m_layers->publish(index, candidates, bases); });
    jobs.insert(jobs.end(), own.begin(), own.end());
    layer.jobs = own.size();
    return layer;
}

void SearchPhase::keep(Layer& layer, const std::vector<LayerSearchResult>& found, double seconds) const
{
    const at::Tensor& weight = weightOf(layer.plan);
    layer.entry = JournalEntry { quantizeFrom(layer.plan, weight, found), seconds };
    if (m_folder)
        m_folder->writeLayer(layer.plan.index, layer.plan.layer.name, weight, *layer.entry);
}

} // namespace latticeq
