// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/graph/forward.h"
#include "core/quantize/activation_calibration.h"
#include "core/quantize/layer_plan.h"

#include <map>

namespace latticeq {

/** Plans by node name of all inputs that are quantized: those of layers, and of pooling at 8 bits per layer. */
std::map<std::string, InputPlan> planInputs(
    const Network& network, const std::vector<LayerPlan>& plans, bool quantizeActivations);

/**
 * Sets all thresholds front to back in one pass over the calibration images, each layer on inputs that are quantized
 * already (design item 11), on the network's device, on the processor with a fixed number of threads. The images go
 * in slices, so memory holds the values that are still to be read and little else; not in BatchNormMode::Training,
 * where the network's running statistics follow the whole batch.
 */
std::map<std::string, ActivationQuantizer> calibrateActivations(const Network& network,
    const std::map<std::string, InputPlan>& plans, const std::string& modelName, const at::Tensor& images,
    BatchNormMode batchNorm);

} // namespace latticeq
