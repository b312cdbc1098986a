// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/open_layers.h"

#include "core/io/model_export.h"
#include "core/io/packed_checkpoint.h"
#include "core/io/run_folder.h"
#include "core/run/describe_model.h"
#include "core/run/layer_store.h"
#include "core/run/open_model.h"
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

/** The settings' network where the model was made from one of that name, otherwise the usual one of the name. */
ModelSource originOf(const QuantizedModel& model, const RunSettings& settings)
{
    const bool same = settings.model == model.model || (isModelFile(settings.model) && model.imported);
    return same ? sourceOf(settings) : ModelSource { model.model, {}, {}, {} };
}

std::shared_ptr<const RunLayers> openPackedLayers(const fs::path& file, const RunSettings& settings)
{
    const QuantizedModel model = unpackModel(readSafetensors(file), file.string());
    const Network network = openModel(originOf(model, settings)).network;
    if (!isMadeFrom(model, network))
        throw std::invalid_argument(
            file.string() + " was made from other weights than those at hand: name the checkpoint it was made from");
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
    const Network network = openModel(sourceOf(settings)).network;
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
