// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quantize/calibration.h"

#include "core/quantize/prepared_quantizer.h"
#include "core/support/allocation.h"
#include "core/support/thread_count.h"

#include <ATen/ATen.h>
#include <c10/core/InferenceMode.h>

#include <algorithm>
#include <optional>

namespace latticeq {

namespace {

constexpr int kPoolingBits = 8;

/** Of one slice: enough to keep the threads busy, while a slice's values take tens of megabytes. */
constexpr int64_t kPixelsPerSlice = 8 * 224 * 224;

/** Of a batch whose values take gigabytes. */
constexpr int64_t kPixelsThatFillMemory = 20 * kPixelsPerSlice;

int64_t pixelsOf(const at::Tensor& images)
{
    return images.size(0) * images.size(2) * images.size(3);
}

int64_t imagesPerSlice(const at::Tensor& images)
{
    return std::max<int64_t>(1, kPixelsPerSlice / (images.size(2) * images.size(3)));
}

/** Mean and unbiased variance of each channel of a batch-norm node's input, as PyTorch takes them from one batch. */
void setStatistics(const Network& network, const Node& node, const std::vector<at::Tensor>& slices)
{
    const auto perChannel = [](const at::Tensor& values) { return values.transpose(0, 1).flatten(1); };
    at::Tensor sum;
    at::Tensor squares;
    int64_t count = 0;
    for (const at::Tensor& slice : slices) {
        const at::Tensor own = perChannel(slice).sum(1, false, at::kDouble);
        sum = sum.defined() ? sum + own : own;
        count += slice.numel() / slice.size(1);
    }
    const at::Tensor mean = sum / count;
    const at::Tensor shift = mean.to(at::kFloat).unsqueeze(1);
    for (const at::Tensor& slice : slices) {
        const at::Tensor own = (perChannel(slice) - shift).square().sum(1, false, at::kDouble);
        squares = squares.defined() ? squares + own : own;
    }
    network.parameter(node, "running_mean").copy_(mean);
    network.parameter(node, "running_var").copy_(squares / std::max<int64_t>(1, count - 1));
}

} // namespace

std::map<std::string, InputPlan> planInputs(
    const Network& network, const std::vector<LayerPlan>& plans, bool quantizeActivations)
{
    std::map<std::string, InputPlan> inputs;
    for (const LayerPlan& plan : plans) {
        if (plan.inputBits != kFullPrecisionBits) {
            inputs[plan.layer.name]
                = { plan.inputBits, plan.inputPerChannel, plan.allocateInputBits, plan.layer.linear,
                      plan.leastSquaresAlpha };
        }
    }
    const bool leastSquares = !plans.empty() && plans.front().leastSquaresAlpha;
    for (const Node& node : network.nodes()) {
        if (quantizeActivations && isPooling(node))
            inputs[node.name] = { kPoolingBits, false, false, false, leastSquares };
    }
    return inputs;
}

std::map<std::string, ActivationQuantizer> calibrateActivations(
    const Network& network, const CalibrationPlan& plan, const at::Tensor& images, const CalibrationHooks& hooks)
{
    const c10::InferenceMode inference;
    const ThreadCount fixed(kCalibrationThreads);
    std::map<std::string, ActivationQuantizer> quantizers;
    const auto calibrate = [&](NodeId id, size_t, std::vector<at::Tensor>& slices) {
        const Node& node = network.node(id);
        if (const auto input = plan.inputs.find(node.name); input != plan.inputs.end()) {
            quantizers[node.name] = calibrateActivation(input->second, plan.modelName, slices);
            const PreparedQuantizer quantizer(quantizers[node.name], network.device());
            for (at::Tensor& slice : slices)
                slice = quantizer.consume(slice);
        }
        if (plan.reestimateBatchNorm && std::holds_alternative<BatchNorm>(node.operation))
            setStatistics(network, node, slices);
        if (hooks.onInput)
            hooks.onInput(node, slices);
    };
    const at::Tensor batch = images.to(network.device());
    std::optional<ReturnLargeMemory> returned; // costs page faults
    if (pixelsOf(batch) > kPixelsThatFillMemory)
        returned.emplace();
    const int64_t slice = plan.batchNorm == BatchNormMode::Training ? batch.size(0) : imagesPerSlice(batch);
    forwardSlices(network, batch.split(slice), calibrate, plan.batchNorm, hooks.proceed);
    return quantizers;
}

} // namespace latticeq
