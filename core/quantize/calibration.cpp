// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quantize/calibration.h"

#include "core/support/thread_count.h"

#include <c10/core/InferenceMode.h>

namespace latticeq {

namespace {

constexpr int kPoolingBits = 8;

} // namespace

std::map<std::string, InputPlan> planInputs(
    const Network& network, const std::vector<LayerPlan>& plans, bool quantizeActivations)
{
    std::map<std::string, InputPlan> inputs;
    for (const LayerPlan& plan : plans) {
        if (plan.inputBits != kFullPrecisionBits) {
            inputs[plan.layer.name]
                = { plan.inputBits, plan.inputPerChannel, plan.allocateInputBits, plan.layer.linear };
        }
    }
    for (const Node& node : network.nodes()) {
        if (quantizeActivations && isPooling(node))
            inputs[node.name] = { kPoolingBits };
    }
    return inputs;
}

std::map<std::string, ActivationQuantizer> calibrateActivations(const Network& network,
    const std::map<std::string, InputPlan>& plans, const std::string& modelName, const at::Tensor& images,
    BatchNormMode batchNorm)
{
    const c10::InferenceMode inference;
    const ThreadCount fixed(kCalibrationThreads);
    std::map<std::string, ActivationQuantizer> quantizers;
    ForwardTaps taps;
    taps.onInput = [&](NodeId id, size_t, const at::Tensor& input) {
        const std::string& name = network.node(id).name;
        const auto plan = plans.find(name);
        if (plan == plans.end())
            return input;
        quantizers[name] = calibrateActivation(plan->second, modelName, input);
        return quantizeActivation(quantizers[name], input);
    };
    forward(network, images.to(network.device()), taps, batchNorm);
    return quantizers;
}

} // namespace latticeq
