// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lattice/kernels/chain_kernel.h"
#include "core/run/run_control.h"
#include "core/search/tensor_search.h"
#include "core/selftest/same_bytes_checks.h"
#include "core/support/worker_threads.h"

#include <ATen/Parallel.h>
#include <benchmark/benchmark.h>

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

} // namespace
