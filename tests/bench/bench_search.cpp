// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/model_catalog.h"
#include "core/lattice/kernels/chain_kernel.h"
#include "core/quantize/weight_quantization.h"
#include "core/run/describe_model.h"
#include "core/run/load_model.h"
#include "core/run/run_control.h"
#include "core/search/tensor_search.h"
#include "core/selftest/same_bytes_checks.h"
#include "core/support/worker_threads.h"

#include <ATen/Parallel.h>
#include <benchmark/benchmark.h>

#include <chrono>
#include <thread>

using namespace latticeq;

namespace {

int allThreads()
{
    return static_cast<int>(std::thread::hardware_concurrency());
}

/** Typical layers: output channels, vectors per channel, n. */
void typicalLayers(benchmark::internal::Benchmark* benchmark)
{
    benchmark->ArgNames({ "channels", "vectors", "n" });
    for (const auto& layer : { std::vector<int64_t> { 16, 48, 3 }, { 64, 192, 3 }, { 64, 16, 2 }, { 512, 1536, 3 } })
        benchmark->Args(layer);
    benchmark->Unit(benchmark::kMillisecond)->UseRealTime();
}

LayerSearch searchOf(const benchmark::State& state, int64_t stepsPerPhase)
{
    LayerSearch search = randomLayer(state.range(0), state.range(1), static_cast<int>(state.range(2)), 4, 1);
    search.basisBits = 8;
    search.stepsPerPhase = stepsPerPhase;
    return search;
}

void countCandidates(benchmark::State& state, const LayerSearchResult& result)
{
    state.counters["weights_tried"] = benchmark::Counter(
        static_cast<double>(result.candidateWeights), benchmark::Counter::kIsIterationInvariantRate);
    state.counters["weights_computed"] = benchmark::Counter(
        static_cast<double>(result.computedWeights), benchmark::Counter::kIsIterationInvariantRate);
}

void fusedSearch(benchmark::State& state, const std::string& instructionSet)
{
    useInstructionSet(instructionSet);
    const LayerSearch search = searchOf(state, 100);
    WorkerThreads workers(allThreads());
    LayerSearchResult result;
    for (auto _ : state) {
        RunControl control;
        result = searchLayer(search, workers, control);
    }
    countCandidates(state, result);
    useInstructionSet({});
}

/** One benchmark for every instruction set with fused multiply-add; the others emulate it and take minutes. */
const bool kRegistered = [] {
    for (const std::string& set : instructionSets()) {
        if (set.starts_with("AVX") || set.starts_with("NEON"))
            benchmark::RegisterBenchmark(("fusedSearch/" + set).c_str(), fusedSearch, set)->Apply(typicalLayers);
    }
    return true;
}();

void tensorSearch(benchmark::State& state)
{
    at::set_num_threads(allThreads());
    const LayerSearch search = searchOf(state, 2);
    LayerSearchResult result;
    for (auto _ : state)
        result = tensorSearchLayer(search);
    countCandidates(state, result);
}
BENCHMARK(tensorSearch)->Apply(typicalLayers);

/** The searches of all layers of the demo network but the first and the last, 80 steps × 5 restarts. */
std::vector<LayerSearch> demoSearches(int bits)
{
    const Network network = loadNetwork(findModel(kDemoModel), {});
    RunSettings settings;
    settings.weightBits = bits;
    settings.quantizeBasis = true;
    settings.biasCorrection = true;
    std::vector<LayerSearch> searches;
    for (const LayerPlan& plan : planLayers(layerShapes(network), settings, [](const std::string&) {})) {
        const Node& node = network.node(*network.find(plan.layer.name));
        if (!plan.first && !plan.last)
            searches.push_back(makeSearch(plan, network.parameter(node, "weight"), 1));
    }
    return searches;
}

double secondsOf(const LayerSearch& search, WorkerThreads& workers, double& error)
{
    RunControl control;
    const auto start = std::chrono::steady_clock::now();
    error = searchLayer(search, workers, control).cubicError();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

/**
 * The refined search against the random one on the demo network, layer by layer in turn: the ratio of the summed cubic
 * errors and of the seconds, and in how many layers the refined search ends above. `times` multiplies the refined
 * search's steps by a hundredth of it.
 */
void refinedAgainstRandom(benchmark::State& state)
{
    at::set_num_threads(1);
    WorkerThreads workers(allThreads());
    const std::vector<LayerSearch> searches = demoSearches(static_cast<int>(state.range(0)));
    double errors[2] = {};
    double seconds[2] = {};
    double above = 0;
    for (auto _ : state) {
        for (LayerSearch search : searches) {
            double error[2] = {};
            seconds[0] += secondsOf(search, workers, error[0]);
            search.refined = true;
            search.stepsPerPhase = std::max<int64_t>(1, search.stepsPerPhase * state.range(1) / 100);
            seconds[1] += secondsOf(search, workers, error[1]);
            errors[0] += error[0];
            errors[1] += error[1];
            above += error[1] > error[0] ? 1 : 0;
        }
    }
    state.counters["error_ratio"] = errors[1] / errors[0];
    state.counters["time_ratio"] = seconds[1] / seconds[0];
    state.counters["layers_above"] = above / static_cast<double>(state.iterations());
}
BENCHMARK(refinedAgainstRandom)
    ->ArgNames({ "bits", "times" })
    ->ArgsProduct({ { 4, 3, 2 }, { 15, 100, 1000 } })
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();

} // namespace
