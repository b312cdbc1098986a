// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/build_network.h"
#include "core/graph/forward.h"
#include "core/graph/model_catalog.h"
#include "core/io/resources.h"
#include "core/run/classifier.h"
#include "core/run/load_model.h"
#include "core/selftest/golden_checks.h"
#include "core/support/allocation.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <benchmark/benchmark.h>
#include <c10/core/InferenceMode.h>

#include <algorithm>
#include <chrono>
#include <map>
#include <thread>

using namespace latticeq;

namespace {

constexpr int64_t kBatch = 100;

void countImages(benchmark::State& state)
{
    state.counters["images"]
        = benchmark::Counter(static_cast<double>(kBatch), benchmark::Counter::kIsIterationInvariantRate);
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

Network randomNetwork(const ModelInfo& info)
{
    Network network = buildNetwork(info);
    StateDict parameters;
    for (const ParameterSpec& spec : network.parameterSpecs()) {
        const bool spread = spec.name.ends_with("running_var");
        parameters.insert(spec.name, spread ? at::ones(spec.shape) : at::randn(spec.shape) * 0.05);
    }
    network.loadParameters(parameters, "random");
    return network;
}

/** 8 bits for the input of every convolution but the first, of linear layers and of pooling layers. */
std::map<std::string, ActivationQuantizer> quantizers(const Network& network, const at::Tensor& images, bool perChannel)
{
    std::map<std::string, ActivationQuantizer> found;
    const NodeId first = network.weightedNodes().front();
    ForwardTaps taps;
    taps.onInput = [&](NodeId id, size_t, const at::Tensor& input) {
        const Node& node = network.node(id);
        const bool convolution = std::holds_alternative<Convolution>(node.operation);
        const bool other = std::holds_alternative<Linear>(node.operation)
            || std::holds_alternative<MaxPool>(node.operation)
            || std::holds_alternative<AdaptiveAveragePool>(node.operation);
        if (id != first && (convolution || other)) {
            const at::Tensor rows = input.abs().transpose(0, 1).flatten(1);
            const at::Tensor alpha = perChannel && convolution ? rows.amax(1) : rows.max().reshape(1);
            found[node.name]
                = { alpha.clamp_min(1e-6), at::full(alpha.sizes(), 8, at::kLong), input.min().item<float>() < 0 };
        }
        return input;
    };
    forward(network, images, taps);
    return found;
}

/** Milliseconds of one call. */
template <typename Function> double timeOf(const Function& function)
{
    const auto start = std::chrono::steady_clock::now();
    benchmark::DoNotOptimize(function());
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

/** The plain and the quantized forward pass by turns, so that both meet the same disturbances: the shortest of each. */
void quantizedAgainstPlain(benchmark::State& state, const std::string& model, bool perChannel, Layout layout)
{
    keepFreedMemory();
    const c10::InferenceMode inference;
    at::set_num_threads(static_cast<int>(std::thread::hardware_concurrency()));
    const ModelInfo& info = findModel(model);
    Network plain = randomNetwork(info);
    constexpr int64_t kImages = 32;
    const at::Tensor images = at::rand({ kImages, info.inputChannels, info.inputSize, info.inputSize });
    QuantizedModel stored;
    stored.model = model;
    stored.parameters = plain.parameters();
    stored.activations = quantizers(plain, images, perChannel);
    QuantizedNetwork quantized(stored);
    if (layout == Layout::ChannelsLast) {
        plain.layChannelsLast();
        quantized.layChannelsLast();
    }
    double shortestPlain = 1e9;
    double shortestQuantized = 1e9;
    for (auto _ : state) {
        shortestPlain = std::min(shortestPlain, timeOf([&] { return forward(plain, images); }));
        shortestQuantized = std::min(shortestQuantized, timeOf([&] { return quantized.forward(images); }));
    }
    state.counters["plain_ms"] = shortestPlain;
    state.counters["quantized_ms"] = shortestQuantized;
    state.counters["ratio"] = shortestQuantized / shortestPlain;
}
BENCHMARK_CAPTURE(quantizedAgainstPlain, demo_per_layer, kDemoModel, false, Layout::ChannelsLast)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(quantizedAgainstPlain, demo_per_layer_channels_first, kDemoModel, false, Layout::ChannelsFirst)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(quantizedAgainstPlain, demo_per_channel, kDemoModel, true, Layout::ChannelsLast)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(quantizedAgainstPlain, demo_per_channel_channels_first, kDemoModel, true, Layout::ChannelsFirst)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(quantizedAgainstPlain, resnet18_per_layer, "resnet18", false, Layout::ChannelsLast)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(quantizedAgainstPlain, resnet18_per_layer_channels_first, "resnet18", false, Layout::ChannelsFirst)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(quantizedAgainstPlain, resnet18_per_channel, "resnet18", true, Layout::ChannelsLast)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(quantizedAgainstPlain, resnet18_per_channel_channels_first, "resnet18", true, Layout::ChannelsFirst)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(quantizedAgainstPlain, mobilenet_v2_per_layer, "mobilenet_v2", false, Layout::ChannelsLast)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(
    quantizedAgainstPlain, mobilenet_v2_per_layer_channels_first, "mobilenet_v2", false, Layout::ChannelsFirst)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(quantizedAgainstPlain, mobilenet_v2_per_channel, "mobilenet_v2", true, Layout::ChannelsLast)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(
    quantizedAgainstPlain, mobilenet_v2_per_channel_channels_first, "mobilenet_v2", true, Layout::ChannelsFirst)
    ->Unit(benchmark::kMillisecond);

} // namespace
