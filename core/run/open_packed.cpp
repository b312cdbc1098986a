// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/open_packed.h"

#include "core/io/model_export.h"
#include "core/io/packed_checkpoint.h"
#include "core/run/describe_model.h"
#include "core/run/layer_lattices.h"
#include "core/run/open_model.h"
#include "core/run/packed_settings.h"

#include <limits>
#include <stdexcept>

namespace latticeq {

namespace {

constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();

/** The network that a model was made from; nothing where its usual weights are not there or are others. */
std::optional<Network> usualNetwork(const QuantizedModel& model)
{
    try {
        Network network = openModel({ model.model, {}, {}, {} }).network;
        if (isMadeFrom(model, network))
            return network;
    } catch (const std::invalid_argument&) {
    }
    return std::nullopt;
}

LayerReport reportStored(const LayerPlan& plan, const QuantizedWeight& stored, const at::Tensor* weight)
{
    LayerQuantization quantization;
    quantization.weight = stored;
    const bool known = weight != nullptr;
    const at::Tensor original = known ? *weight : dequantize(stored);
    if (known) {
        LayerLattices lattices(plan, original, 0);
        lattices.finish(quantization);
        quantization.cubicError = lattices.cubicError().value_or(kUnknown);
    }
    LayerReport report = reportLayer(plan, original, quantization);
    report.scalarMce = kUnknown;
    if (!known)
        report.mce = report.mse = report.sqnrDb = kUnknown;
    return report;
}

const at::Tensor* weightOf(const std::optional<Network>& network, const LayerPlan& plan)
{
    return network ? network->parameters().find(plan.layer.name + ".weight") : nullptr;
}

} // namespace

RunResult openPacked(const std::string& file)
{
    const std::filesystem::path path = packedFile(file);
    const QuantizedModel model = unpackModel(readSafetensors(path), path.string());
    const std::optional<Network> network = usualNetwork(model);
    const std::vector<LayerShape> shapes = layerShapes(QuantizedNetwork(model, path.string()).network());
    RunResult result;
    result.settings = packedSettings(model, shapes);
    double bits = 0;
    double weights = 0;
    for (const LayerPlan& plan : storedPlans(model, planLayers(shapes, result.settings, [](const std::string&) {}))) {
        result.layers.push_back(plan.isQuantized()
                ? reportStored(plan, model.weights.at(plan.layer.name), weightOf(network, plan))
                : reportUntouchedLayer(plan));
        const auto count = static_cast<double>(plan.weights());
        bits += result.layers.back().effectiveBits * count;
        weights += count;
    }
    result.convergence.resize(result.layers.size());
    result.effectiveBits = bits / weights;
    result.packedBytes = static_cast<int64_t>(std::filesystem::file_size(path));
    for (const auto& item : fullParameters(model))
        result.fp32Bytes += static_cast<int64_t>(item.value().nbytes());
    return result;
}

} // namespace latticeq
