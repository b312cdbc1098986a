// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/graph/forward.h"
#include "core/quantize/activation_calibration.h"
#include "core/quantize/layer_plan.h"

#include <functional>
#include <map>

namespace latticeq {

/** Plans by node name of all inputs that are quantized: those of layers, and of pooling at 8 bits per layer. */
std::map<std::string, InputPlan> planInputs(
    const Network& network, const std::vector<LayerPlan>& plans, bool quantizeActivations);

/** What one pass over the calibration images is to set. */
struct CalibrationPlan
{
    std::map<std::string, InputPlan> inputs; // by node name, from planInputs()
    std::string modelName; // as on the command line: some networks have quantiles of their own
    BatchNormMode batchNorm = BatchNormMode::Evaluation;
    bool reestimateBatchNorm = false; // running statistics become those of the images, node by node
};

/** Takes part in a calibration pass. An empty function is not called. */
struct CalibrationHooks
{
    /** Sees the quantized input of every node in slices before it is computed, and may change the node's parameters. */
    std::function<void(const Node& node, const std::vector<at::Tensor>& slices)> onInput;
    /** Asked before every slice of every node; false ends the pass. */
    std::function<bool()> proceed;
};

/**
 * Sets all thresholds front to back in one pass over the calibration images, each layer on inputs that are quantized
 * already (design item 11), on the network's device, on the processor with a fixed number of threads. The images go
 * in slices, so memory holds the values that are still to be read and little else; not in BatchNormMode::Training,
 * where the network's running statistics follow the whole batch.
 */
std::map<std::string, ActivationQuantizer> calibrateActivations(
    const Network& network, const CalibrationPlan& plan, const at::Tensor& images, const CalibrationHooks& hooks = {});

} // namespace latticeq
