// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/convergence_point.h"
#include "core/search/search_schedule.h"

#include <ATen/core/Tensor.h>

#include <functional>

namespace latticeq {

class RunControl;
class SearchChains;
class WorkerThreads;

/** One layer's search: the vectors, what is asked of the bases, and how long to look for them. */
struct LayerSearch
{
    at::Tensor vectors; // [channels, vectors, n], float32 on the CPU, normalised to [-1, 1]
    std::vector<int> channelBits; // of a coordinate, one per channel
    int bits = 8; // the layer's own, which set the start and the noise
    bool perLayer = false; // one basis for the layer instead of one per channel
    int basisBits = 0; // 0: bases stay float32
    bool biasCorrected = false; // judge the error after bias correction
    bool refined = false; // by refineLayer() instead of at random
    int restarts = 1;
    int64_t stepsPerPhase = 80;
    uint64_t seed = 1;
    uint32_t layerIndex = 0; // keys the random numbers
    int64_t firstChannel = 0; // of the layer; keys them too where `vectors` are a part of its channels
    double budgetSeconds = 0; // 0: no limit
};

/** The best bases found, with the coordinates of all vectors under them. */
struct LayerSearchResult
{
    at::Tensor basis; // [channels or 1, n, n], quantized where asked
    at::Tensor basisMaximum; // [channels or 1], T of each quantized basis
    at::Tensor coordinates; // [channels, vectors, n], whole numbers in float32
    std::vector<double> cubicErrors; // of each channel, or of the layer
    std::vector<ConvergencePoint> convergence;
    int64_t candidates = 0; // tried by each chain
    int64_t candidateWeights = 0; // weights times candidates tried, all chains
    int64_t computedWeights = 0; // of these, those not skipped by early stopping
    bool stopped = false; // by RunControl; the rest is then unfinished

    double cubicError() const;
};

using ConvergenceSink = std::function<void(const std::vector<ConvergencePoint>&)>;

/** Copies the best bases so far, [rows, n, n], one row per channel or one for the layer. */
using BestBases = std::function<std::vector<float>()>;

/** Hears of every record of convergence, and takes the bases only where it wants to look at them. */
using BasisSink = std::function<void(int64_t candidates, const BestBases& bases)>;

/** No more points of convergence are recorded per layer, all restarts together. */
inline constexpr int64_t kConvergencePoints = 500;

/** Coordinate limits of a channel of `bits`: [-a + 1, a] with a = 2^(bits-1); [0, 0] at 0 bits (design item 3). */
std::pair<float, float> coordinateLimits(int bits);

/**
 * The published random search (design item 7) by the fused kernel on the threads of `workers`, or the refined one where
 * the search asks for it. The same
 * result for any number of threads and any instruction set, unless a time budget ends it.
 */
LayerSearchResult searchLayer(const LayerSearch& search, WorkerThreads& workers, RunControl& control,
    const ConvergenceSink& sink = {}, const BasisSink& basisSink = {});

/** Adds points to a result and tells the sink. */
void recordConvergence(
    const std::vector<ConvergencePoint>& points, const ConvergenceSink& sink, LayerSearchResult& result);

/** Takes the best bases of finished chains, their errors and the counts; the coordinates are left to the caller. */
void finishSearch(const LayerSearch& search, const SearchChains& chains, LayerSearchResult& result);

} // namespace latticeq
