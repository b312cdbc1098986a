// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/packed_settings.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <map>

namespace latticeq {

namespace {

/** The bits that a layer's or input's channels were given, from those that they got. */
int bitsOf(const at::Tensor& bits)
{
    return (bits.sum().item<int64_t>() + bits.numel() - 1) / bits.numel();
}

bool differ(const at::Tensor& bits)
{
    return bits.min().item<int64_t>() != bits.max().item<int64_t>();
}

bool isPointwise(const LayerShape& layer)
{
    return layer.linear || (layer.shape[2] == 1 && layer.shape[3] == 1);
}

/** Whether a layer was stored as --depthwise scalar8 has it. */
bool isScalarDepthwise(const LayerShape& layer, const QuantizedWeight& weight)
{
    const bool sharedScales = hasSharedScales(weight);
    const bool oneScale = weight.perLayer() && !differ(weight.bits) && bitsOf(weight.bits) == kScalarDepthwiseBits;
    return layer.depthwise && weight.n() == 1 && !weight.offset.defined() && (sharedScales || oneScale);
}

/** The number that most layers have. */
int mostCommon(const std::map<std::string, int>& numbers)
{
    std::map<int, int> counts;
    for (const auto& [layer, number] : numbers)
        ++counts[number];
    return std::max_element(counts.begin(), counts.end(), [](const auto& a, const auto& b) {
        return a.second < b.second;
    })->first;
}

/** What one layer tells of the settings of all. */
void readLayer(RunSettings& settings, const LayerShape& layer, const QuantizedWeight& weight)
{
    settings.scalar = settings.scalar && weight.n() == 1;
    settings.quantizeBasis = weight.basisBits > 0;
    settings.basisBits = weight.basisBits > 0 ? weight.basisBits : settings.basisBits;
    settings.perLayer = weight.perLayer();
    settings.biasCorrection = weight.offset.defined();
    settings.allocateWeightBits = settings.allocateWeightBits || differ(weight.bits);
    if (isPointwise(layer) && weight.n() > 1)
        settings.aggregation = static_cast<int>(weight.n());
}

void readInput(RunSettings& settings, const ActivationQuantizer& input)
{
    settings.activationBits = bitsOf(input.bits);
    settings.activationsPerChannel = input.alpha.numel() > 1;
    settings.allocateActivationBits = settings.allocateActivationBits || differ(input.bits);
}

/** Layers that the method gives no bits of its own: neither the first convolution nor the last linear layer. */
std::vector<LayerShape> hiddenLayers(const std::vector<LayerShape>& layers)
{
    std::vector<LayerShape> hidden;
    for (const LayerPlan& plan : planLayers(layers, RunSettings {}, [](const std::string&) {})) {
        if (!plan.first && !plan.last)
            hidden.push_back(plan.layer);
    }
    return hidden;
}

} // namespace

RunSettings packedSettings(const QuantizedModel& model, const std::vector<LayerShape>& layers)
{
    RunSettings settings;
    settings.model = model.model;
    settings.data = model.data;
    settings.quantizeActivations = !model.activations.empty();
    std::map<std::string, int> bits;
    for (const LayerShape& layer : hiddenLayers(layers)) {
        const auto weight = model.weights.find(layer.name);
        if (weight != model.weights.end() && isScalarDepthwise(layer, weight->second)) {
            settings.scalarDepthwise = true;
            if (const int own = bitsOf(weight->second.bits); own != kScalarDepthwiseBits)
                settings.layerBits[layer.name] = own;
        } else if (weight != model.weights.end()) {
            settings.scalar = bits.empty() || settings.scalar;
            readLayer(settings, layer, weight->second);
            bits[layer.name] = bitsOf(weight->second.bits);
        }
        if (const auto input = model.activations.find(layer.name); input != model.activations.end())
            readInput(settings, input->second);
    }
    settings.weightBits = bits.empty() ? settings.weightBits : mostCommon(bits);
    for (const LayerShape& layer : layers) {
        if (!model.weights.contains(layer.name))
            settings.layerBits[layer.name] = kFullPrecisionBits;
        else if (bits.contains(layer.name) && bits[layer.name] != settings.weightBits)
            settings.layerBits[layer.name] = bits[layer.name];
    }
    return settings;
}

std::vector<LayerPlan> storedPlans(const QuantizedModel& model, std::vector<LayerPlan> plans)
{
    for (LayerPlan& plan : plans) {
        const auto input = model.activations.find(plan.layer.name);
        plan.inputBits = input == model.activations.end() ? kFullPrecisionBits : bitsOf(input->second.bits);
        const auto stored = model.weights.find(plan.layer.name);
        if (stored == model.weights.end()) {
            plan.bits = kFullPrecisionBits;
            continue;
        }
        const QuantizedWeight& weight = stored->second;
        plan.bits = bitsOf(weight.bits);
        plan.n = static_cast<int>(weight.n());
        plan.basisBits = weight.basisBits;
        plan.perLayer = weight.perLayer();
        plan.sharedScales = hasSharedScales(weight);
        plan.biasCorrection = weight.offset.defined();
        plan.allocateBits = !hasUniformBits(weight);
    }
    return plans;
}

bool isMadeFrom(const QuantizedModel& model, const Network& network)
{
    return std::all_of(model.parameters.begin(), model.parameters.end(), [&](const auto& item) {
        const std::string& name = item.key();
        const bool statistic
            = name.ends_with("running_mean") || name.ends_with("running_var") || name.ends_with("num_batches_tracked");
        const at::Tensor* own = network.parameters().find(name);
        return statistic || (own && at::equal(*own, item.value()));
    });
}

} // namespace latticeq
