// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/layer_search.h"

#include "core/run/run_control.h"
#include "core/search/refined_search.h"
#include "core/search/search_chains.h"
#include "core/search/search_walk.h"

#include <ATen/ATen.h>

#include <cmath>
#include <limits>
#include <numeric>

namespace latticeq {

namespace {

/** Candidates between two looks at the clock while a time budget runs. */
constexpr int64_t kBudgetStride = 64;

void takeBestBases(const LayerSearch& search, const SearchChains& chains, LayerSearchResult& result)
{
    const int64_t n = search.vectors.size(2);
    result.basis = at::tensor(chains.bestBases(), at::kFloat).reshape({ chains.rows(), n, n });
    result.basisMaximum = at::empty({ chains.rows() });
    for (int64_t row = 0; row < chains.rows(); ++row) {
        const ChainState& best = chains.state(row, chains.bestRestart(row));
        result.basisMaximum.data_ptr<float>()[row] = best.bestMaximum;
        result.cubicErrors.push_back(best.bestError);
    }
}

} // namespace

double LayerSearchResult::cubicError() const
{
    return std::accumulate(cubicErrors.begin(), cubicErrors.end(), 0.0);
}

std::pair<float, float> coordinateLimits(int bits)
{
    if (bits == 0)
        return { 0.0F, 0.0F };
    const float a = std::exp2(static_cast<float>(bits - 1));
    return { 1.0F - a, a };
}

void recordConvergence(
    const std::vector<ConvergencePoint>& points, const ConvergenceSink& sink, LayerSearchResult& result)
{
    result.convergence.insert(result.convergence.end(), points.begin(), points.end());
    if (sink)
        sink(points);
}

void finishSearch(const LayerSearch& search, const SearchChains& chains, LayerSearchResult& result)
{
    takeBestBases(search, chains, result);
    result.candidateWeights = search.vectors.numel() * search.restarts * result.candidates;
    result.computedWeights = chains.vectorsComputed() * search.vectors.size(2);
}

LayerSearchResult searchLayer(const LayerSearch& search, WorkerThreads& workers, RunControl& control,
    const ConvergenceSink& sink, const BasisSink& basisSink)
{
    if (search.refined)
        return refineLayer(search, workers, control, sink, basisSink);
    LayerSearchResult result;
    SearchChains chains(search, workers);
    SearchWalk walk(search, control);
    const auto record = [&] {
        recordConvergence(chains.convergence(result.candidates), sink, result);
        if (basisSink)
            basisSink(result.candidates, [&] { return chains.bestBases(); });
    };
    while (!walk.atEnd() && control.waitWhilePaused()) {
        CandidateRange range = walk.next(walk.hasBudget() ? kBudgetStride : std::numeric_limits<int64_t>::max());
        const std::vector<int64_t> checkpoints = walk.checkpoints(range);
        if (!checkpoints.empty())
            range.last = checkpoints.front();
        chains.advance(range.phase, range.first, range.last, control.stopFlag());
        walk.advance(range);
        result.candidates = walk.candidates();
        if (!checkpoints.empty())
            record();
    }
    if (result.convergence.empty() || result.convergence.back().candidates != result.candidates)
        record();
    result.stopped = control.stopRequested();
    finishSearch(search, chains, result);
    result.coordinates = coordinatesUnder(search, chains, result.basis);
    return result;
}

} // namespace latticeq
