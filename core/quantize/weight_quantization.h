// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/quantize/layer_plan.h"
#include "core/quantize/quantized_weight.h"
#include "core/run/run_event.h"
#include "core/search/layer_searcher.h"

namespace latticeq {

/** A layer after its search. */
struct LayerQuantization
{
    QuantizedWeight weight;
    at::Tensor basis; // float32 [K, n, n], K = O or 1, as the search found it; undefined from a journal
    at::Tensor scalarBasis; // float32 [K, 1, 1] of the same search with n = 1; undefined from a journal
    std::vector<ConvergencePoint> convergence;
    double cubicError = 0; // summed over the layer, as the search judged it
    double scalarCubicError = 0; // of the same search with n = 1
    int64_t candidates = 0; // tried by each chain
    bool stopped = false;
};

/** The search that a plan asks for, over the normalised and grouped weight (design items 1 and 2). */
LayerSearch makeSearch(const LayerPlan& plan, const at::Tensor& weight, uint64_t seed);

/** Whether the search judges a layer's errors after bias correction (design item 6). */
bool judgesCorrected(const LayerPlan& plan);

/** Bits of each output channel: the plan's, or allocated by the spread of the channel's magnitudes. */
std::vector<int> channelBits(const LayerPlan& plan, const at::Tensor& weight);

/**
 * Stores found bases and coordinates for a weight [O, …]: basis codes, scales and bias correction (design items 5
 * and 9). A weight of zeros stays zero. Its sums may round by LibTorch's thread count: set it to one for equal bytes.
 */
QuantizedWeight storeWeight(const LayerPlan& plan, const at::Tensor& weight, const LayerSearchResult& found);

/**
 * The searches of a layer: its own, and that of its scalar baseline where n is above 1. `budgetSeconds` limits them
 * together; 0: no limit. Throws std::invalid_argument where a weight is not finite.
 */
std::vector<SearchJob> searchJobs(const LayerPlan& plan, const at::Tensor& weight, uint64_t seed, double budgetSeconds,
    const ConvergenceSink& sink = {}, const BasisSink& basisSink = {});

/** The layer from the results of its searchJobs(). */
LayerQuantization quantizeFrom(
    const LayerPlan& plan, const at::Tensor& weight, const std::vector<LayerSearchResult>& found);

/** searchJobs(), searched, and quantizeFrom() in one. */
LayerQuantization quantizeLayer(const LayerPlan& plan, const at::Tensor& weight, uint64_t seed, double budgetSeconds,
    const LayerSearcher& searcher, RunControl& control, const ConvergenceSink& sink = {},
    const BasisSink& basisSink = {});

/** The row of layers.csv for a quantized layer; the output error and the seconds are left open. */
LayerReport reportLayer(const LayerPlan& plan, const at::Tensor& weight, const LayerQuantization& quantization);

/** The row of a layer that is left at full precision. */
LayerReport reportUntouchedLayer(const LayerPlan& plan);

} // namespace latticeq
