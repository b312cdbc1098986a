// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/run_json.h"

#include "core/run/version.h"

#include <cmath>
#include <functional>
#include <limits>
#include <numeric>
#include <set>
#include <stdexcept>
#include <type_traits>

namespace latticeq {

namespace {

using Json = nlohmann::ordered_json;

/** Calls visit(name, member) for every setting that the result depends on. */
template <typename Settings, typename Visit> void forEachSetting(Settings& s, Visit visit)
{
    visit("model", s.model);
    visit("weights", s.weights);
    visit("data", s.data);
    visit("image_size", s.images.size);
    visit("resize_size", s.images.resizeSize);
    visit("image_mean", s.images.mean);
    visit("image_deviation", s.images.deviation);
    visit("calibration_data", s.calibrationData);
    visit("calibration_images", s.calibrationImages);
    visit("evaluation_images", s.evaluationImages);
    visit("bits_w", s.weightBits);
    visit("per_layer", s.perLayer);
    visit("aggregation", s.aggregation);
    visit("scalar", s.scalar);
    visit("scalar_depthwise", s.scalarDepthwise);
    visit("quantize_basis", s.quantizeBasis);
    visit("bits_basis", s.basisBits);
    visit("bias_correction", s.biasCorrection);
    visit("allocate_bits_w", s.allocateWeightBits);
    visit("data_aware", s.dataAware);
    visit("layer_bits", s.layerBits);
    visit("max_bytes", s.maxBytes);
    visit("min_top1", s.minTop1);
    visit("max_loss", s.maxLoss);
    visit("quantize_activations", s.quantizeActivations);
    visit("bits_a", s.activationBits);
    visit("activations_per_channel", s.activationsPerChannel);
    visit("allocate_bits_a", s.allocateActivationBits);
    visit("update_batch_norm", s.updateBatchNorm);
    visit("least_squares_alpha", s.leastSquaresAlpha);
    visit("reestimate_batch_norm", s.reestimateBatchNorm);
    visit("refined_search", s.refinedSearch);
    visit("steps", s.steps);
    visit("restarts", s.restarts);
    visit("seed", s.seed);
    visit("time_budget_seconds", s.timeBudgetSeconds);
}

/** Settings that run folders of the first versions lack, where they have their defaults. */
bool cameLater(std::string_view name)
{
    static const std::set<std::string_view> later { "image_size", "resize_size", "image_mean", "image_deviation",
        "scalar_depthwise", "refined_search", "data_aware", "least_squares_alpha", "reestimate_batch_norm",
        "max_bytes", "min_top1", "max_loss" };
    return later.contains(name);
}

/** JSON has no infinity; such a number becomes null. */
Json number(double value)
{
    return std::isfinite(value) ? Json(value) : Json(nullptr);
}

Json accuracyToJson(const std::optional<AccuracyReport>& accuracy)
{
    if (!accuracy)
        return nullptr;
    return { { "top1", accuracy->top1 }, { "top5", accuracy->top5 }, { "correct", accuracy->correct },
        { "total", accuracy->total }, { "ci95", { accuracy->interval.low, accuracy->interval.high } } };
}

Json differenceToJson(const std::optional<PairedDifference>& difference)
{
    if (!difference)
        return nullptr;
    return { { "points", difference->points }, { "ci95", { difference->interval.low, difference->interval.high } } };
}

Json layerToJson(const LayerReport& layer)
{
    return { { "layer", layer.name }, { "type", layer.type }, { "shape", layer.shape }, { "bits_w", layer.bitsWeight },
        { "bits_a", layer.bitsActivation }, { "group", layer.group },
        { "granularity", layer.perLayer ? "layer" : "channel" }, { "bits_basis", layer.bitsBasis },
        { "effective_bits", layer.effectiveBits }, { "mce", layer.mce }, { "mse", layer.mse },
        { "sqnr_db", number(layer.sqnrDb) }, { "scalar_mce", layer.scalarMce },
        { "output_mse", layer.outputMse ? number(*layer.outputMse) : Json(nullptr) }, { "seconds", layer.seconds },
        { "candidates", layer.candidates } };
}

std::optional<AccuracyReport> accuracyFromJson(const Json& json)
{
    if (json.is_null())
        return std::nullopt;
    return AccuracyReport { json.at("top1").get<double>(), json.at("top5").get<double>(),
        json.at("correct").get<int64_t>(), json.at("total").get<int64_t>(),
        { json.at("ci95").at(0).get<double>(), json.at("ci95").at(1).get<double>() } };
}

std::optional<PairedDifference> differenceFromJson(const Json& json)
{
    if (json.is_null())
        return std::nullopt;
    return PairedDifference { json.at("points").get<double>(),
        { json.at("ci95").at(0).get<double>(), json.at("ci95").at(1).get<double>() } };
}

LayerReport layerFromJson(const Json& json)
{
    LayerReport layer;
    layer.name = json.at("layer").get<std::string>();
    layer.type = json.at("type").get<std::string>();
    layer.shape = json.at("shape").get<std::vector<int64_t>>();
    layer.bitsWeight = json.at("bits_w").get<int>();
    layer.bitsActivation = json.at("bits_a").get<int>();
    layer.group = json.at("group").get<int>();
    layer.perLayer = json.at("granularity") == "layer";
    layer.bitsBasis = json.at("bits_basis").get<int>();
    layer.effectiveBits = json.at("effective_bits").get<double>();
    layer.mce = json.at("mce").get<double>();
    layer.mse = json.at("mse").get<double>();
    const Json& sqnr = json.at("sqnr_db");
    layer.sqnrDb = sqnr.is_null() ? std::numeric_limits<double>::infinity() : sqnr.get<double>();
    layer.scalarMce = json.at("scalar_mce").get<double>();
    if (!json.at("output_mse").is_null())
        layer.outputMse = json.at("output_mse").get<double>();
    layer.seconds = json.at("seconds").get<double>();
    layer.candidates = json.at("candidates").get<int64_t>();
    layer.weights = std::accumulate(layer.shape.begin(), layer.shape.end(), int64_t(1), std::multiplies<>());
    return layer;
}

} // namespace

Json settingsToJson(const RunSettings& settings)
{
    Json json = Json::object();
    forEachSetting(settings, [&](const char* name, const auto& value) { json[name] = value; });
    return json;
}

RunSettings settingsFromJson(const Json& json, const std::string& source)
{
    RunSettings settings;
    forEachSetting(settings, [&](const char* name, auto& value) {
        if (cameLater(name) && !json.contains(name))
            return;
        try {
            const Json& stored = json.at(name);
            if (std::is_integral_v<std::remove_reference_t<decltype(value)>> && stored.is_number_float())
                throw std::invalid_argument("a fraction");
            stored.get_to(value);
        } catch (const std::exception&) {
            throw std::invalid_argument(source + " lacks a valid setting '" + name + "'");
        }
    });
    return settings;
}

Json resultToJson(const RunResult& result)
{
    Json layers = Json::array();
    for (const LayerReport& layer : result.layers)
        layers.push_back(layerToJson(layer));
    Json json = { { "fp32", accuracyToJson(result.fp32) }, { "quantized", accuracyToJson(result.quantized) },
        { "difference", differenceToJson(result.difference) },
        { "size",
            { { "fp32_bytes", result.fp32Bytes }, { "packed_bytes", result.packedBytes },
                { "effective_bits", result.effectiveBits } } },
        { "unreadable", result.unreadable },
        { "calibration", { { "images", result.calibrationImages }, { "left_out", result.calibrationLeftOut } } },
        { "layers", layers }, { "settings", settingsToJson(result.settings) }, { "seed", result.settings.seed },
        { "device", result.device }, { "version", kVersion }, { "seconds", result.seconds },
        { "folder", result.folder } };
    if (result.stopped)
        json["stopped"] = true;
    if (!result.fp32Remembered.empty())
        json["fp32"]["remembered"] = result.fp32Remembered;
    return json;
}

RunResult resultFromJson(const Json& json, const std::string& source)
{
    RunResult result;
    try {
        result.stopped = json.value("stopped", false);
        result.fp32 = accuracyFromJson(json.at("fp32"));
        if (result.fp32)
            result.fp32Remembered = json.at("fp32").value("remembered", "");
        result.quantized = accuracyFromJson(json.at("quantized"));
        result.difference = differenceFromJson(json.at("difference"));
        result.fp32Bytes = json.at("size").at("fp32_bytes").get<int64_t>();
        result.packedBytes = json.at("size").at("packed_bytes").get<int64_t>();
        result.effectiveBits = json.at("size").at("effective_bits").get<double>();
        for (const Json& layer : json.at("layers")) {
            result.layers.push_back(layerFromJson(layer));
            result.layers.back().index = static_cast<int>(result.layers.size()) - 1;
        }
        result.unreadable = json.value("unreadable", std::vector<std::string>());
        if (const auto calibration = json.find("calibration"); calibration != json.end()) {
            result.calibrationImages = calibration->at("images").get<int64_t>();
            result.calibrationLeftOut = calibration->at("left_out").get<bool>();
        }
        result.device = json.at("device").get<std::string>();
        result.seconds = json.at("seconds").get<std::map<std::string, double>>();
        result.folder = json.at("folder").get<std::string>();
        result.settings = settingsFromJson(json.at("settings"), "its settings");
    } catch (const std::exception& error) {
        const std::string reason = error.what(); // the library puts "[json.exception …] " before it
        const size_t prefix = reason.starts_with('[') ? reason.find("] ") + 2 : 0;
        throw std::invalid_argument(source + " is damaged: " + reason.substr(prefix));
    }
    return result;
}

} // namespace latticeq
