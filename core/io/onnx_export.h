// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/quantize/quantized_model.h"

#include <string>

namespace latticeq {

/**
 * An ONNX file of opset 13, checked: `images` [N, C, H, W] of the network's own size to `logits`, dequantized weights
 * under the architecture's names, activations through pairs of QuantizeLinear and DequantizeLinear that give our codes.
 * Throws std::invalid_argument where the network cannot be expressed or has 2 GB or more, or this build has no ONNX.
 */
std::string onnxModel(const QuantizedModel& model);

} // namespace latticeq
