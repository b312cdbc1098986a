// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/graph/network.h"
#include "core/io/run_folder.h"
#include "core/quantize/layer_plan.h"
#include "core/run/run_event.h"
#include "core/run/run_settings.h"
#include "core/search/layer_searcher.h"

#include <span>

namespace latticeq {

class LayerStore;
class ProgressMeter;

/**
 * The part of a run in which the bases of all layers are searched: takes what a journal holds already, and hands as
 * many layers to the searcher at once as fill its device.
 */
class SearchPhase
{
public:
    SearchPhase(const RunSettings& settings, const std::vector<LayerPlan>& plans, const Network& network,
        const LayerSearcher& searcher, RunControl& control);

    /** Where finished layers are kept; none: nowhere. */
    void setFolder(RunFolder* folder) { m_folder = folder; }

    /** Who hears of the search while it goes on. */
    void setListeners(const EventSink& sink, LayerStore& layers, ProgressMeter& meter);

    /** Hears of every layer in order; null for one that is left at full precision. */
    using LayerSink = std::function<void(const LayerPlan& plan, const JournalEntry* entry)>;

    /** Searches all layers; false when stopped before the last. */
    bool run(const LayerSink& finished);

private:
    /** A layer of a group on its way. */
    struct Layer
    {
        const LayerPlan& plan;
        std::optional<JournalEntry> entry; // from the journal, or when found
        size_t jobs = 0;
    };

    const at::Tensor& weightOf(const LayerPlan& plan) const;
    double costOf(size_t first, size_t last) const;
    double budgetOf(size_t first, size_t last, double secondsLeft) const;
    size_t endOfGroup(size_t first) const;
    bool runGroup(std::span<const LayerPlan> plans, double budgetSeconds, const LayerSink& finished);
    Layer open(const LayerPlan& plan, double budgetSeconds, std::vector<SearchJob>& jobs) const;
    void keep(Layer& layer, const std::vector<LayerSearchResult>& found, double seconds) const;

    const RunSettings& m_settings;
    const std::vector<LayerPlan>& m_plans;
    const Network& m_network;
    const LayerSearcher& m_searcher;
    RunControl& m_control;
    RunFolder* m_folder = nullptr;
    const EventSink* m_sink = nullptr;
    LayerStore* m_layers = nullptr;
    ProgressMeter* m_meter = nullptr;
};

} // namespace latticeq
