// SPDX-License-Identifier: GPL-3.0-or-later
// Figures of a card, one per line as name, value and unit:
//   bench_card [cuda:0 [folder of Fashion-MNIST]]
#include "core/data/idx_dataset.h"
#include "core/evaluate/pipelined_accuracy.h"
#include "core/graph/forward.h"
#include "core/graph/model_catalog.h"
#include "core/graph/network.h"
#include "core/graph/build_network.h"
#include "core/io/resources.h"
#include "core/run/load_model.h"
#include "core/run/run_control.h"
#include "core/search/layer_searcher.h"
#include "core/selftest/same_bytes_checks.h"
#include "core/support/worker_threads.h"

#include <ATen/ATen.h>
#include <cuda_runtime_api.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <numeric>
#include <stdexcept>
#include <thread>

using namespace latticeq;

namespace {

double secondsOf(const std::function<void()>& work)
{
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

/** The median of five, after one that warms up. */
double medianSeconds(const std::function<void()>& work)
{
    work();
    std::vector<double> times(5);
    for (double& time : times)
        time = secondsOf(work);
    std::nth_element(times.begin(), times.begin() + 2, times.end());
    return times[2];
}

void print(const std::string& name, double value, const char* unit)
{
    std::printf("%s %.4g %s\n", name.c_str(), value, unit);
    std::fflush(stdout);
}

/** Output channels and weights per channel of every weighted layer of a network without weights. */
std::vector<std::pair<int64_t, int64_t>> weightShapes(const Network& network)
{
    std::vector<std::pair<int64_t, int64_t>> shapes;
    for (const ParameterSpec& spec : network.parameterSpecs()) {
        if (spec.name.ends_with(".weight") && spec.shape.size() > 1) {
            shapes.emplace_back(spec.shape[0],
                std::accumulate(spec.shape.begin() + 1, spec.shape.end(), int64_t(1), std::multiplies<>()));
        }
    }
    return shapes;
}

/** Searches of all layers of resnet18 whose channels divide into vectors of n, with random weights. */
std::vector<SearchJob> residualNetworkJobs(int n, int64_t stepsPerPhase)
{
    std::vector<SearchJob> jobs;
    for (const auto& [channels, weights] : weightShapes(buildNetwork(findModel("resnet18")))) {
        if (weights % n != 0)
            continue;
        SearchJob job;
        job.search = randomLayer(channels, weights / n, n, 4, jobs.size() + 1);
        job.search.layerIndex = static_cast<uint32_t>(jobs.size());
        job.search.basisBits = 8;
        job.search.restarts = 5;
        job.search.stepsPerPhase = stepsPerPhase;
        jobs.push_back(std::move(job));
    }
    return jobs;
}

void measureNetwork(const LayerSearcher& searcher, int n, int64_t stepsPerPhase)
{
    const std::vector<SearchJob> jobs = residualNetworkJobs(n, stepsPerPhase);
    const double seconds = medianSeconds([&] {
        RunControl control;
        searcher.search(jobs, control);
    });
    print("resnet18_n" + std::to_string(n) + "_" + std::to_string(stepsPerPhase) + "x5_seconds", seconds, "s");
}

/** Float32 products, additions and fused ones that the error of a vector takes (nearest plane, point, cube). */
double operationsPerVector(int n)
{
    return n * n + n * (n - 1) / 2.0 + n * n + 2.0 * n;
}

/** Operations that the card can start in a second, a fused one counted as one. */
double peakOperations(int card)
{
    int processors = 0;
    int kilohertz = 0;
    cudaDeviceGetAttribute(&processors, cudaDevAttrMultiProcessorCount, card);
    cudaDeviceGetAttribute(&kilohertz, cudaDevAttrClockRate, card);
    constexpr double kLanes = 128; // per multiprocessor, from compute capability 8.6 on and in 9.0
    return kLanes * processors * 1e3 * kilohertz;
}

void measurePeak(const LayerSearcher& searcher, int card)
{
    SearchJob job;
    job.search = randomLayer(512, 1536, 3, 4, 1);
    job.search.basisBits = 8;
    job.search.restarts = 5;
    LayerSearchResult found;
    const double seconds = medianSeconds([&] {
        RunControl control;
        found = searcher.search({ job }, control).front();
    });
    print("large_layer_seconds", seconds, "s");
    print("large_layer_weights_per_second", static_cast<double>(found.candidateWeights) / seconds, "1/s");
    const double operations = static_cast<double>(found.computedWeights) / 3 * operationsPerVector(3);
    print("float32_peak_percent", 100 * operations / seconds / peakOperations(card), "%");
}

void measureEvaluation(const c10::Device& device, const std::string& folder, WorkerThreads& workers)
{
    const ModelInfo& info = findModel(kDemoModel);
    const Network network = loadNetwork(info, {}).on(device);
    const auto images = readIdxDataset(folder, DataSplit::Test, { info.mean, info.deviation }, 10000);
    std::vector<int64_t> positions(10000);
    std::iota(positions.begin(), positions.end(), int64_t(0));
    const double seconds = medianSeconds([&] {
        RunControl control;
        measureAccuracyOn(device, [&](const at::Tensor& batch) { return forward(network, batch); }, *images, positions,
            workers, control, {}, {});
    });
    print("accuracy_10000_seconds", seconds, "s");
}

} // namespace

int main(int argumentCount, char** arguments)
try {
    const std::string device = argumentCount > 1 ? arguments[1] : "cuda:0";
    const std::string folder = argumentCount > 2 ? arguments[2] : dataFolder("fashion-mnist").string();
    WorkerThreads workers(static_cast<int>(std::thread::hardware_concurrency()));
    const auto searcher = makeSearcher(device, workers);
    for (const int64_t steps : { 80, 800 }) {
        for (const int n : { 3, 2 })
            measureNetwork(*searcher, n, steps);
    }
    measurePeak(*searcher, c10::Device(device).index());
    measureEvaluation(c10::Device(device), folder, workers);
    return 0;
} catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 1;
}
