// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/latticeq/quantize_flags.h"

#include "app/latticeq/commands.h"
#include "app/latticeq/image_flags.h"
#include "core/graph/model_catalog.h"
#include "core/io/run_folder.h"
#include "core/run/presets.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <filesystem>
#include <set>
#include <stdexcept>

namespace latticeq {

namespace {

namespace fs = std::filesystem;

/** The value of `--name value` or `--name=value`, if it is among the arguments. */
std::string valueOf(const std::vector<std::string>& arguments, const std::string& name)
{
    for (size_t i = 0; i < arguments.size(); ++i) {
        if (arguments[i] == name && i + 1 < arguments.size())
            return arguments[i + 1];
        if (arguments[i].starts_with(name + "="))
            return arguments[i].substr(name.size() + 1);
    }
    return {};
}

/** Whether some flag says what to do, rather than only where, how fast or how to report it. */
bool namesAJob(const std::vector<std::string>& arguments)
{
    static const std::set<std::string> neutral = { "--json", "--no-cache", "--no_cache", "--out", "--force",
        "--threads", "--device", "--num_workers", "--num-workers", "--eval-images", "--eval_images", "--time-budget",
        "--time_budget", "--random_seed", "--random-seed", "--seeds" };
    return std::any_of(arguments.begin(), arguments.end(), [](const std::string& argument) {
        return argument.starts_with("--") && !neutral.contains(argument.substr(0, argument.find('=')));
    });
}

/** CLI11 checks: an empty answer is no complaint. */
std::string isNotEmpty(const std::string& value)
{
    return value.empty() ? "is empty, expected a value" : "";
}

std::string isSeed(const std::string& value)
{
    uint64_t seed = 0;
    const auto [stop, error] = std::from_chars(value.data(), value.data() + value.size(), seed);
    const bool whole = error == std::errc() && stop == value.data() + value.size();
    return whole ? "" : "is '" + value + "', expected a whole number from 0 to 18446744073709551615";
}

std::string switchNames(const std::string& name)
{
    std::string dashed = name;
    std::replace(dashed.begin(), dashed.end(), '_', '-');
    std::string names = bothSpellings(name) + ",!--no-" + name;
    return dashed == name ? names : names + ",!--no-" + dashed;
}

void parseLayerBits(const std::vector<std::string>& texts, std::map<std::string, int>& layerBits)
{
    for (const std::string& text : texts) {
        const size_t equals = text.rfind('=');
        int bits = 0;
        const char* begin = text.data() + (equals == std::string::npos ? text.size() : equals + 1);
        const char* end = text.data() + text.size();
        const auto [stop, error] = std::from_chars(begin, end, bits);
        if (equals == 0 || equals == std::string::npos || error != std::errc() || stop != end)
            throw std::invalid_argument("--layer is '" + text + "', expected NAME=bits such as layer1.0.conv1=3");
        layerBits[text.substr(0, equals)] = bits;
    }
}

/** A rule for the layers' bits that is asked for takes the place of a preset's. */
void takeChosenRule(const CLI::App& command, RunSettings& s)
{
    const bool bytes = command.count("--max-bytes") > 0;
    const bool top1 = command.count("--min-top1") > 0;
    const bool loss = command.count("--max-loss") > 0;
    if (!bytes && !top1 && !loss)
        return;
    s.maxBytes = bytes ? s.maxBytes : 0;
    s.minTop1 = top1 ? s.minTop1 : 0;
    s.maxLoss = loss ? s.maxLoss : 0;
}

void refuseWhatIsNotThereYet(const QuantizeFlags& flags)
{
    if (flags.blockReconstruction)
        throw std::invalid_argument("--block_reconstruction is not part of this version; leave it away");
}

std::string absolute(const std::string& path)
{
    return path.empty() || path == "fashion-mnist" ? path : fs::absolute(path).lexically_normal().string();
}

void addDataFlags(CLI::App& command, RunSettings& s)
{
    command
        .add_option("--model,--model_name,--model-name", s.model, "Network, see latticeq models, or a TorchScript file")
        ->capture_default_str();
    command.add_option("--weights", s.weights, "Checkpoint (.pth or .safetensors) instead of the network's usual one")
        ->check(isNotEmpty);
    command.add_option("--data,--valdir", s.data, kDataHelp)->check(isNotEmpty);
    addImageFlags(command, s.images);
    command.add_option("--traindir", s.calibrationData,
        "Folder of the calibration images; without one a share of an image folder calibrates and is not evaluated");
    command.add_option(bothSpellings("batch_size"), s.calibrationImages, "Calibration images")->capture_default_str();
    command.add_option(
        "--eval-images,--eval_images", s.evaluationImages, "Evaluate this many images, the same in every run; 0: all");
}

void addChoiceFlags(CLI::App& command, RunSettings& s)
{
    command.add_option("--max-bytes,--max_bytes", s.maxBytes,
        "Choose the bits of every layer, 1 to 8, for the smallest error in a packed file of at most this many bytes");
    command.add_option("--min-top1,--min_top1", s.minTop1,
        "Choose the fewest bits whose network keeps this many percent of the evaluated images right");
    command.add_option("--max-loss,--max_loss", s.maxLoss,
        "Choose the fewest bits that lose at most this many points of top-1");
}

void addWeightFlags(CLI::App& command, QuantizeFlags& flags)
{
    RunSettings& s = flags.settings;
    command.add_option("--bitsW", s.weightBits, "Bits of a weight's coordinate, 1 to 8")->capture_default_str();
    command.add_option("--agreg", s.aggregation, "Weights per vector in 1x1 convolutions and linear layers")
        ->capture_default_str();
    command.add_flag(switchNames("per_layer"), s.perLayer, "One basis per layer instead of one per output channel");
    command.add_flag(
        switchNames("scalar"), s.scalar, "One weight per vector everywhere: the usual scalar quantization");
    command
        .add_option("--depthwise", flags.depthwise,
            "lattice, or scalar8: depthwise convolutions as 8-bit scalars, whose scales cost about one bit a weight")
        ->check(CLI::IsMember({ "lattice", "scalar8" }))
        ->capture_default_str();
    command.add_flag(switchNames("quant_basis"), s.quantizeBasis, "Quantize the bases");
    command.add_option("--bitsB", s.basisBits, "Bits of a basis entry, 2 to 16")->capture_default_str();
    command.add_flag(switchNames("bias_corr"), s.biasCorrection, "Correct mean and norm of every output channel");
    command.add_flag(switchNames("data_aware"), s.dataAware,
        "Round weights for a small error of the layers' outputs on the calibration images, without bias correction; "
        "takes 1024 of them unless --batch_size says otherwise");
    command.add_flag(switchNames("bit_alloc_w"), s.allocateWeightBits, "Allocate weight bits to channels");
    command.add_option("--layer", flags.layerBits, "NAME=bits of one layer; 32 leaves it alone (repeatable)")
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    addChoiceFlags(command, s);
}

void addActivationFlags(CLI::App& command, QuantizeFlags& flags)
{
    RunSettings& s = flags.settings;
    command.add_flag(switchNames("quant_a"), s.quantizeActivations, "Quantize activations");
    command
        .add_option("--bitsA", s.activationBits, "Bits of an activation, 2 to 16; 32: pooling and the last layer only")
        ->capture_default_str();
    command.add_option(bothSpellings("quant_a_type"), flags.activationGranularity, "per_layer or per_channel")
        ->check(CLI::IsMember({ "per_layer", "per_channel" }));
    command.add_flag(switchNames("bit_alloc_a"), s.allocateActivationBits, "Allocate activation bits to channels");
    command
        .add_option("--alpha", flags.alpha,
            "Where inputs are clipped: max, as published, or mse, where that leaves the smallest squared error")
        ->check(CLI::IsMember({ "max", "mse" }))
        ->capture_default_str();
    command.add_flag(switchNames("bn_reestimate"), s.reestimateBatchNorm,
        "Batch-norm statistics of the quantized network from the calibration images");
    command.add_flag("--bn-update,--bn_update,!--no-bn-update", s.updateBatchNorm,
        "Batch-norm statistics follow the calibration batch, as in the published program");
}

void addSearchFlags(CLI::App& command, QuantizeFlags& flags)
{
    RunSettings& s = flags.settings;
    command
        .add_option("--search", flags.search,
            "random: the published search; refined: refits the bases, a smaller error in about the same time")
        ->check(CLI::IsMember({ "random", "refined" }))
        ->capture_default_str();
    command.add_option("--steps", s.steps, "Candidates of each noise level")->capture_default_str();
    command
        .add_option(
            bothSpellings("nb_restarts"), s.restarts, "Independent searches, of which each channel keeps the best")
        ->capture_default_str();
    command.add_option(bothSpellings("random_seed"), s.seed, "Seed of the search")
        ->check(isSeed)
        ->capture_default_str();
    command
        .add_option("--seeds", s.repeats,
            "Repeat the run with this many seeds, from --random_seed on, and tell mean and standard deviation")
        ->check(CLI::Range(1, 1000));
    command.add_option("--time-budget,--time_budget", flags.timeBudget, "End the search after this time, such as 10m");
    command.add_flag(switchNames("block_reconstruction"), flags.blockReconstruction, "Not part of this version");
    command.add_option("--epochs", flags.epochs, "For block reconstruction");
    command.add_option(bothSpellings("cali_batches"), flags.calibrationSlices, "For block reconstruction");
    command.add_option("--lr", flags.learningRate, "For block reconstruction");
    command.add_option(bothSpellings("alpha_lr"), flags.alphaLearningRate, "For block reconstruction");
}

void addRunFlags(CLI::App& command, QuantizeFlags& flags)
{
    RunSettings& s = flags.settings;
    command.add_option("--preset", flags.preset, "Start from a preset: demo, best, smallest, w4a8b8, w4a8b8-full, w4a4b4, w3a8b8");
    command.add_option("--device", s.device, kDeviceHelp)->capture_default_str();
    command.add_option("--threads", s.threads, "Threads; 0: all processors")->capture_default_str();
    command.add_option(bothSpellings("num_workers"), s.workers, "Threads that decode images")->capture_default_str();
    command.add_option("--out", s.outputFolder, "Run folder (default runs/<model>-<settings>-<date-time>)")
        ->check(isNotEmpty);
    command.add_flag("--force", s.overwrite, "Replace another run in the folder");
    command.add_flag("--no-cache,--no_cache", flags.measureAgain,
        "Measure the full-precision accuracy even if an earlier run on this checkpoint and these images did");
    command.add_option("--resume", flags.resumeFolder, "Go on with the stopped run in this folder")->check(isNotEmpty);
    command.add_flag("--json", flags.json, "Print summary.json, and nothing else, on standard output");
}

} // namespace

RunSettings startSettings(const std::vector<std::string>& arguments)
{
    const std::string resume = valueOf(arguments, "--resume");
    if (!resume.empty())
        return readRunSettings(resume);
    const std::string preset = valueOf(arguments, "--preset");
    if (!preset.empty())
        return findPreset(preset).settings;
    return namesAJob(arguments) ? RunSettings {} : findPreset("demo").settings;
}

void addQuantizeFlags(CLI::App& command, QuantizeFlags& flags)
{
    flags.activationGranularity = flags.settings.activationsPerChannel ? "per_channel" : "per_layer";
    flags.depthwise = flags.settings.scalarDepthwise ? "scalar8" : "lattice";
    flags.alpha = flags.settings.leastSquaresAlpha ? "mse" : "max";
    flags.search = flags.settings.refinedSearch ? "refined" : "random";
    addDataFlags(command, flags.settings);
    addWeightFlags(command, flags);
    addActivationFlags(command, flags);
    addSearchFlags(command, flags);
    addRunFlags(command, flags);
}

RunSettings finishSettings(const CLI::App& command, const QuantizeFlags& flags)
{
    refuseWhatIsNotThereYet(flags);
    RunSettings settings = flags.settings;
    settings.activationsPerChannel = flags.activationGranularity == "per_channel";
    settings.scalarDepthwise = flags.depthwise == "scalar8";
    settings.refinedSearch = flags.search == "refined";
    settings.leastSquaresAlpha = flags.alpha == "mse";
    if (settings.dataAware && command.count("--batch_size") == 0 && flags.resumeFolder.empty())
        settings.calibrationImages = kDataAwareImages;
    parseLayerBits(flags.layerBits, settings.layerBits);
    takeChosenRule(command, settings);
    if (!flags.timeBudget.empty())
        settings.timeBudgetSeconds = parseSeconds("--time-budget", flags.timeBudget);
    if (!flags.preset.empty() && settings.model != kDemoModel && command.count("--data") == 0)
        settings.data.clear();
    if (isModelFile(settings.model))
        settings.model = absolute(settings.model);
    settings.weights = absolute(settings.weights);
    settings.data = absolute(settings.data);
    settings.calibrationData = absolute(settings.calibrationData);
    return settings;
}

double parseSeconds(const std::string& flag, const std::string& text)
{
    constexpr double kShortest = 0.001;
    constexpr double kLongest = 10'000 * 3600.0;
    double value = 0;
    const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const std::string unit(stop, text.data() + text.size());
    const double factor = unit.empty() || unit == "s" ? 1 : unit == "m" ? 60 : unit == "h" ? 3600 : 0;
    const double seconds = value * factor;
    if (error != std::errc() || !(seconds >= kShortest && seconds <= kLongest))
        throw std::invalid_argument(flag + " is '" + text + "', expected a time such as 90s, 10m or 1h, up to 10000h");
    return seconds;
}

} // namespace latticeq
