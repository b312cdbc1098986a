// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/open_layers.h"

#include "core/io/model_export.h"
#include "core/io/packed_checkpoint.h"
#include "core/io/run_folder.h"
#include "core/run/describe_model.h"
#include "core/run/layer_store.h"
#include "core/run/load_model.h"
#include "core/run/packed_settings.h"

#include <filesystem>
#include <stdexcept>

namespace latticeq {

namespace {

namespace fs = std::filesystem;

const at::Tensor& weightOf(const Network& network, const LayerPlan& plan)
{
    return network.parameter(network.node(*network.find(plan.layer.name)), "weight");
}

std::vector<LayerPlan> plansOf(const Network& network, const RunSettings& settings)
{
    return planLayers(layerShapes(network), settings, [](const std::string&) {});
}

std::shared_ptr<const RunLayers> openPackedLayers(const fs::path& file, const RunSettings& settings)
{
    const QuantizedModel model = unpackModel(readSafetensors(file), file.string());
    const ModelInfo& info = findModel(model.model);
    const std::string weights = settings.model == info.name ? settings.weights : std::string();
    const Network network = loadNetwork(info, weights);
    if (!isMadeFrom(model, network)) {
        throw std::invalid_argument(file.string() + " was made from other weights than those of "
            + weightsPath(info, weights).string() + ": name the checkpoint it was made from");
    }
    RunSettings stored = packedSettings(model, layerShapes(network));
    stored.steps = settings.steps;
    stored.restarts = settings.restarts;
    const auto store = std::make_shared<LayerStore>();
    for (const LayerPlan& plan : storedPlans(model, plansOf(network, stored))) {
        store->add(plan, weightOf(network, plan), settings.seed);
        if (!plan.isQuantized())
            continue;
        LayerQuantization quantization;
        quantization.weight = model.weights.at(plan.layer.name);
        store->finish(plan.index, quantization);
    }
    return store;
}

std::shared_ptr<const RunLayers> openStoppedRun(const fs::path& folder)
{
    const RunSettings settings = readRunSettings(folder);
    const Network network = loadNetwork(findModel(settings.model), settings.weights);
    const auto store = std::make_shared<LayerStore>();
    for (const LayerPlan& plan : plansOf(network, settings)) {
        const at::Tensor& weight = weightOf(network, plan);
        store->add(plan, weight, settings.seed);
        if (const auto entry = readJournalLayer(folder, settings, plan.index, plan.layer.name, weight))
            store->finish(plan.index, entry->quantization);
    }
    return store;
}

} // namespace

std::shared_ptr<const RunLayers> openLayers(const std::string& source, const RunSettings& settings)
{
    if (!fs::is_directory(source))
        return openPackedLayers(packedFile(source), settings);
    if (!fs::exists(fs::path(source) / kPackedFile) && hasStoppedRun(source))
        return openStoppedRun(source);
    const fs::path packed = packedFile(source);
    const bool hasSettings = fs::exists(fs::path(source) / kSettingsFile);
    return openPackedLayers(packed, hasSettings ? readFinishedSettings(source) : settings);
}

} // namespace latticeq
