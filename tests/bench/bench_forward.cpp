// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/forward.h"
#include "core/graph/model_catalog.h"
#include "core/io/resources.h"
#include "core/run/load_model.h"
#include "core/selftest/golden_checks.h"
#include "core/support/allocation.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <benchmark/benchmark.h>
#include <c10/core/InferenceMode.h>

#include <thread>

using namespace latticeq;

namespace {

constexpr int64_t kBatch = 100;

void countImages(benchmark::State& state)
{
    state.counters["images"] = benchmark::Counter(static_cast<double>(kBatch), benchmark::Counter::kIsIterationInvariantRate);
}

void plainForward(benchmark::State& state)
{
    keepFreedMemory();
    const c10::InferenceMode inference;
    at::set_num_threads(static_cast<int>(std::thread::hardware_concurrency()));
    const Network network = loadNetwork(findModel(kDemoModel), {});
    const at::Tensor images = at::rand({ kBatch, 1, 28, 28 });
    for (auto _ : state)
        benchmark::DoNotOptimize(forward(network, images));
    countImages(state);
}
BENCHMARK(plainForward)->Unit(benchmark::kMillisecond)->UseRealTime();

void quantizedForward(benchmark::State& state)
{
    keepFreedMemory();
    const c10::InferenceMode inference;
    at::set_num_threads(static_cast<int>(std::thread::hardware_concurrency()));
    const QuantizedNetwork network(goldenNetwork(resourcePath("golden") / "network_w4a8b8_s80.safetensors"));
    const at::Tensor images = at::rand({ kBatch, 1, 28, 28 });
    for (auto _ : state)
        benchmark::DoNotOptimize(network.forward(images));
    countImages(state);
}
BENCHMARK(quantizedForward)->Unit(benchmark::kMillisecond)->UseRealTime();

} // namespace
