// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quantize/layer_plan.h"

#include "core/lattice/group_dimension.h"
#include "core/search/search_schedule.h"

#include <algorithm>
#include <optional>
#include <stdexcept>

namespace latticeq {

namespace {

constexpr int kFixedBits = 8; // of the first and the last layer

std::optional<size_t> firstConvolution(const std::vector<LayerShape>& layers)
{
    const auto found = std::find_if(layers.begin(), layers.end(), [](const LayerShape& l) { return !l.linear; });
    return found == layers.end() ? std::nullopt : std::optional<size_t>(found - layers.begin());
}

std::optional<size_t> lastLinear(const std::vector<LayerShape>& layers)
{
    const auto found = std::find_if(layers.rbegin(), layers.rend(), [](const LayerShape& l) { return l.linear; });
    return found == layers.rend() ? std::nullopt : std::optional<size_t>(layers.rend() - found - 1);
}

void setSearchLength(LayerPlan& plan, const RunSettings& settings)
{
    plan.restarts = plan.first || plan.layer.linear ? 1 : settings.restarts;
    plan.stepsPerPhase = plan.layer.linear ? kLinearSteps : plan.n == 1 ? kScalarSteps : settings.steps;
}

LayerPlan generalPlan(const LayerShape& layer, const RunSettings& settings)
{
    LayerPlan plan;
    plan.layer = layer;
    plan.bits = settings.weightBits;
    plan.n = settings.scalar ? 1 : groupDimension(layer.shape, settings.aggregation);
    plan.basisBits = settings.quantizeBasis ? settings.basisBits : 0;
    plan.refined = settings.refinedSearch;
    plan.perLayer = settings.perLayer;
    // Under a size limit no layer may turn out to be stored better with its 64 bits a channel.
    plan.biasCorrection = settings.biasCorrection && !(settings.dataAware && settings.maxBytes > 0);
    plan.dataAware = settings.dataAware;
    plan.allocateBits = settings.allocateWeightBits && !settings.perLayer;
    plan.inputBits = settings.quantizeActivations ? settings.activationBits : kFullPrecisionBits;
    plan.inputPerChannel = settings.activationsPerChannel;
    plan.leastSquaresAlpha = settings.leastSquaresAlpha;
    plan.allocateInputBits = settings.allocateActivationBits && settings.activationsPerChannel;
    return plan;
}

/**
 * 8-bit scalars whose scales cost 8 bits a channel: on EfficientNet-Lite0's trained depthwise layers 8.9 bits a weight,
 * 0.7 dB below 32-bit scales at 11.6 and 9 dB above one scale for the layer at 8. At 8 bits correcting the bias would
 * only cost its 64 bits a channel.
 */
void makeScalarDepthwise(LayerPlan& plan)
{
    plan.bits = kScalarDepthwiseBits;
    plan.n = 1;
    plan.basisBits = kScalarDepthwiseBits;
    plan.sharedScales = !plan.perLayer;
    plan.biasCorrection = false;
    plan.allocateBits = false;
}

void makeFirst(LayerPlan& plan)
{
    plan.first = true;
    plan.bits = kFixedBits;
    plan.n = 1;
    plan.allocateBits = false;
    plan.inputBits = kFullPrecisionBits;
}

void makeLast(LayerPlan& plan, const RunSettings& settings)
{
    plan.last = true;
    plan.bits = kFixedBits;
    plan.basisBits = settings.quantizeBasis ? kFixedBits : 0;
    plan.perLayer = true;
    plan.biasCorrection = false;
    plan.allocateBits = false;
    plan.inputBits = settings.quantizeActivations ? kFixedBits : kFullPrecisionBits;
    plan.inputPerChannel = false;
    plan.allocateInputBits = false;
}

void applyOverride(LayerPlan& plan, int bits)
{
    if ((plan.first || plan.last) && bits != kFixedBits && bits != kFullPrecisionBits) {
        throw std::invalid_argument("--layer " + plan.layer.name + "=" + std::to_string(bits) + ": the "
            + (plan.first ? "first convolution" : "last linear layer") + " has 8 bits by the method, expected 8 or 32");
    }
    plan.bits = bits;
}

void checkOverrides(const std::vector<LayerShape>& layers, const RunSettings& settings)
{
    for (const auto& [name, bits] : settings.layerBits) {
        const bool known = std::any_of(
            layers.begin(), layers.end(), [&, &wanted = name](const LayerShape& l) { return l.name == wanted; });
        if (!known) {
            throw std::invalid_argument("--layer " + name + ": the network has no such layer (its layers are "
                + layers.front().name + " … " + layers.back().name + ", see latticeq inspect)");
        }
    }
}

} // namespace

int64_t LayerPlan::weights() const
{
    return outputs() * weightsPerChannel(layer.shape);
}

std::vector<LayerPlan> planLayers(const std::vector<LayerShape>& layers, const RunSettings& settings,
    const std::function<void(const std::string&)>& log)
{
    checkOverrides(layers, settings);
    std::vector<LayerPlan> plans;
    for (size_t i = 0; i < layers.size(); ++i) {
        LayerPlan plan = generalPlan(layers[i], settings);
        plan.index = static_cast<int>(i);
        if (i == firstConvolution(layers))
            makeFirst(plan);
        else if (i == lastLinear(layers))
            makeLast(plan, settings);
        else if (layers[i].depthwise && settings.scalarDepthwise)
            makeScalarDepthwise(plan);
        const auto chosen = settings.layerBits.find(layers[i].name);
        if (chosen != settings.layerBits.end())
            applyOverride(plan, chosen->second);
        setSearchLength(plan, settings);
        const int wanted = wantedGroupDimension(layers[i].shape, settings.aggregation);
        if (!plan.first && !plan.sharedScales && !settings.scalar && plan.n != wanted) {
            log(layers[i].name + ": groups of " + std::to_string(plan.n) + " weights, since " + std::to_string(wanted)
                + " does not divide the " + std::to_string(weightsPerChannel(layers[i].shape))
                + " weights per channel");
        }
        plans.push_back(std::move(plan));
    }
    if (settings.perLayer && settings.allocateWeightBits)
        log("bit allocation does nothing with per-layer bases: every channel keeps the layer's bits");
    if (settings.allocateActivationBits && !settings.activationsPerChannel)
        log("bit allocation of activations does nothing per layer: add --quant_a_type per_channel");
    return plans;
}

LayerPlan scalarPlan(LayerPlan plan)
{
    plan.n = 1;
    plan.stepsPerPhase = plan.layer.linear ? kLinearSteps : kScalarSteps;
    return plan;
}

} // namespace latticeq
