// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/exact_packed_bytes.h"

#include "core/io/packed_checkpoint.h"
#include "core/quantize/calibration.h"

#include <ATen/ATen.h>

#include <algorithm>

namespace latticeq {

namespace {

/** Of the shapes and types that storeWeight() gives a weight under the plan. */
QuantizedWeight weightOfPlannedSize(const LayerPlan& plan)
{
    const int64_t outputs = plan.outputs();
    const int64_t bases = plan.perLayer ? 1 : outputs;
    QuantizedWeight weight;
    weight.shape = plan.layer.shape;
    weight.bits = at::full({ outputs }, plan.bits, at::kLong);
    weight.coordinates = at::zeros({ outputs, plan.weights() / outputs / plan.n, plan.n }, at::kInt);
    weight.basisBits = plan.basisBits;
    (plan.basisBits > 0 ? weight.basisCodes : weight.basis)
        = at::zeros({ bases, plan.n, plan.n }, plan.basisBits > 0 ? at::kInt : at::kFloat);
    weight.unit = at::ones({ 1 });
    const bool ownGains = plan.basisBits > 0 && !plan.sharedScales;
    weight.gain = at::ones({ plan.storesCorrection() ? outputs : ownGains ? bases : 1 });
    if (plan.storesCorrection())
        weight.offset = at::zeros({ outputs });
    return weight;
}

ActivationQuantizer thresholdsOfPlannedSize(const InputPlan& plan, int64_t channels)
{
    const int64_t thresholds = plan.perChannel ? channels : 1;
    return { at::ones({ thresholds }), at::full({ thresholds }, plan.bits, at::kLong), false };
}

int64_t inputChannels(const Network& network, const Node& node)
{
    if (const auto* convolution = std::get_if<Convolution>(&node.operation))
        return convolution->inputs;
    return network.hasParameter(node, "weight") ? network.parameter(node, "weight").size(1) : 1;
}

} // namespace

int64_t exactPackedBytes(
    QuantizedModel model, const Network& network, const std::vector<LayerPlan>& plans, bool quantizeActivations)
{
    for (const LayerPlan& plan : plans) {
        if (plan.isQuantized())
            model.weights[plan.layer.name] = weightOfPlannedSize(plan);
    }
    for (const auto& item : network.parameters()) {
        const std::string layer = item.key().substr(0, item.key().rfind('.'));
        if (!model.weights.contains(layer) || item.key() != layer + ".weight")
            model.parameters.insert(item.key(), item.value());
    }
    for (const auto& [name, input] : planInputs(network, plans, quantizeActivations))
        model.activations[name] = thresholdsOfPlannedSize(input, inputChannels(network, network.node(*network.find(name))));
    return static_cast<int64_t>(safetensorsBytes(packModel(model)).size());
}

} // namespace latticeq
