// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/latticeq/commands.h"
#include "app/latticeq/interrupt.h"
#include "app/latticeq/quantize_flags.h"
#include "core/io/atomic_file.h"
#include "core/io/safetensors.h"
#include "core/quantize/weight_quantization.h"
#include "core/run/devices.h"
#include "core/search/layer_searcher.h"
#include "core/support/worker_threads.h"

#include <ATen/ATen.h>
#include <nlohmann/json.hpp>

#include <chrono>
#include <iostream>
#include <memory>
#include <stdexcept>
#include <thread>

namespace latticeq {

namespace {

struct SearchFlags
{
    std::string input;
    std::string output;
    RunSettings settings;
    std::string timeBudget;
    std::string search = "random";
    bool json = false;
};

at::Tensor readWeight(const std::string& path)
{
    const StateDict tensors = readSafetensors(path).tensors;
    const at::Tensor* weight = tensors.find("weight");
    if (!weight)
        throw std::invalid_argument(path + " has no tensor 'weight'");
    if ((weight->dim() != 4 && weight->dim() != 2) || weight->numel() == 0) {
        throw std::invalid_argument(
            "'weight' in " + path + " is " + shapeText(weight->sizes()) + ", expected [O, I, kh, kw] or [O, I]");
    }
    if (!at::isfinite(*weight).all().item<bool>())
        throw std::invalid_argument("'weight' in " + path + " holds a value that is not finite");
    return weight->to(at::kFloat).contiguous();
}

/** The plan of the layer as one in the middle of a network, of which neither end is. */
LayerPlan planMiddleLayer(const at::Tensor& weight, const RunSettings& settings)
{
    const LayerShape stem { "first", false, { 1, 1, 1, 1 } };
    const LayerShape layer { "weight", weight.dim() == 2, weight.sizes().vec() };
    const LayerShape head { "last", true, { 1, settings.aggregation } };
    LayerPlan plan = planLayers({ stem, layer, head }, settings,
        [](const std::string& note) { std::fprintf(stderr, "note: %s\n", note.c_str()); })[1];
    plan.index = 0;
    return plan;
}

void write(const std::string& path, const LayerSearchResult& found)
{
    SafetensorsFile file;
    file.tensors.insert("basis", found.basis);
    file.tensors.insert("coordinates", found.coordinates);
    file.tensors.insert("cubic_error", at::tensor(found.cubicErrors, at::kFloat));
    writeSafetensors(path, file);
}

void print(const LayerSearchResult& found, int64_t weights, double seconds, bool json)
{
    const double tried = static_cast<double>(found.candidateWeights) / seconds;
    const double computed = static_cast<double>(found.computedWeights) / seconds;
    if (json) {
        const nlohmann::ordered_json report = { { "seconds", seconds }, { "candidates", found.candidates },
            { "weights", weights }, { "weights_per_second", tried }, { "weights_per_second_computed", computed },
            { "cubic_error", found.cubicError() } };
        std::cout << report.dump(2) << std::endl;
        return;
    }
    std::printf(
        "cubic error %.6g, %.3g per weight\n%lld candidates per basis in %.2f s: %.2f thousand million weights per "
        "second tried, %.2f computed\n",
        found.cubicError(), found.cubicError() / static_cast<double>(weights), static_cast<long long>(found.candidates),
        seconds, tried / 1e9, computed / 1e9);
}

int searchOne(const SearchFlags& flags)
{
    RunSettings settings = flags.settings;
    checkWritable(flags.output);
    if (!flags.timeBudget.empty())
        settings.timeBudgetSeconds = parseSeconds("--time-budget", flags.timeBudget);
    settings.refinedSearch = flags.search == "refined";
    checkSettings(settings);
    const std::string device = chooseDevice(settings.device);
    WorkerThreads workers(
        settings.threads > 0 ? settings.threads : static_cast<int>(std::thread::hardware_concurrency()));
    const at::Tensor weight = readWeight(flags.input);
    LayerSearch search = makeSearch(planMiddleLayer(weight, settings), weight, settings.seed);
    search.budgetSeconds = settings.timeBudgetSeconds;
    RunControl control;
    const StopOnInterrupt interrupt(control);
    const auto start = std::chrono::steady_clock::now();
    const auto searcher = makeSearcher(
        device, workers, [](const std::string& note) { std::fprintf(stderr, "note: %s\n", note.c_str()); });
    const LayerSearchResult found = searcher->search({ { search, {}, {} } }, control).front();
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    if (found.stopped) {
        std::cerr << "Stopped." << std::endl;
        return kInterruptedExitCode;
    }
    write(flags.output, found);
    print(found, weight.numel(), seconds, flags.json);
    return 0;
}

} // namespace

void addSearchCommand(CLI::App& program, int& exitCode)
{
    CLI::App* command = program.add_subcommand("search", "Search the bases of one layer");
    const auto flags = std::make_shared<SearchFlags>();
    RunSettings& s = flags->settings;
    command->add_option("--input", flags->input, ".safetensors with 'weight' [O, I, kh, kw] or [O, I]")->required();
    command->add_option("--output", flags->output, ".safetensors for 'basis', 'coordinates', 'cubic_error'")
        ->required();
    command->add_option("--bitsW", s.weightBits, "Bits of a coordinate, 1 to 8")->capture_default_str();
    command->add_option("--agreg", s.aggregation, "Weights per vector of 1x1 kernels")->capture_default_str();
    command->add_flag(bothSpellings("per_layer"), s.perLayer, "One basis for the layer");
    command->add_flag("--scalar", s.scalar, "One weight per vector");
    command->add_flag(bothSpellings("quant_basis"), s.quantizeBasis, "Quantize the bases");
    command->add_option("--bitsB", s.basisBits, "Bits of a basis entry, 2 to 16")->capture_default_str();
    command->add_flag(bothSpellings("bias_corr"), s.biasCorrection, "Judge errors after bias correction below 4 bits");
    command->add_flag(bothSpellings("bit_alloc_w"), s.allocateWeightBits, "Allocate bits to channels");
    command->add_option("--search", flags->search, "random or refined")
        ->check(CLI::IsMember({ "random", "refined" }))
        ->capture_default_str();
    command->add_option("--steps", s.steps, "Candidates of each noise level")->capture_default_str();
    command->add_option(bothSpellings("nb_restarts"), s.restarts, "Independent searches")->capture_default_str();
    command->add_option(bothSpellings("random_seed"), s.seed, "Seed")->capture_default_str();
    command->add_option("--time-budget,--time_budget", flags->timeBudget, "End after this time, such as 10m");
    command->add_option("--device", s.device, kDeviceHelp)->capture_default_str();
    command->add_option("--threads", s.threads, "Threads; 0: all processors");
    command->add_flag("--json", flags->json, "Print JSON");
    command->callback([flags, &exitCode] { exitCode = searchOne(*flags); });
}

} // namespace latticeq
