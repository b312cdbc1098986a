// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quantize/calibration.h"

#include "core/quantize/prepared_quantizer.h"
#include "core/support/thread_count.h"

#include <ATen/ATen.h>
#include <c10/core/InferenceMode.h>

#include <algorithm>

namespace latticeq {

namespace {

constexpr int kPoolingBits = 8;

/** Of one slice: enough to keep the threads busy, while a slice's values take tens of megabytes. */
constexpr int64_t kPixelsPerSlice = 8 * 224 * 224;

int64_t imagesPerSlice(const at::Tensor& images)
{
    return std::max<int64_t>(1, kPixelsPerSlice / (images.size(2) * images.size(3)));
}

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
    const auto calibrate = [&](NodeId id, size_t, std::vector<at::Tensor>& slices) {
        const std::string& name = network.node(id).name;
        const auto plan = plans.find(name);
        if (plan == plans.end())
            return;
        quantizers[name] = calibrateActivation(plan->second, modelName, slices);
        const PreparedQuantizer quantizer(quantizers[name], network.device());
        for (at::Tensor& slice : slices)
            slice = quantizer.consume(slice);
    };
    const at::Tensor batch = images.to(network.device());
    const int64_t slice = batchNorm == BatchNormMode::Training ? batch.size(0) : imagesPerSlice(batch);
    forwardSlices(network, batch.split(slice), calibrate, batchNorm);
    return quantizers;
}

} // namespace latticeq
