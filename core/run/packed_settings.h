// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/quantize/layer_plan.h"
#include "core/quantize/quantized_model.h"

namespace latticeq {

/** The settings of the run that made a model, as far as the model tells them; the search's length is left open. */
RunSettings packedSettings(const QuantizedModel& model, const std::vector<LayerShape>& layers);

/** The plans of a model's layers, with what is stored of each in place of what was planned. */
std::vector<LayerPlan> storedPlans(const QuantizedModel& model, std::vector<LayerPlan> plans);

/**
 * Whether a model can have been made from a network's parameters: all that quantization leaves alone is equal.
 * Statistics of batch normalisation do not count, they may follow the calibration images.
 */
bool isMadeFrom(const QuantizedModel& model, const Network& network);

} // namespace latticeq
