// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/quantize/quantized_model.h"

#include <string>

namespace latticeq {

/**
 * A TorchScript archive for PyTorch 1.13 and later: dequantized weights under the architecture's own names, and a
 * forward() that quantizes activations as QuantizedNetwork does. A network that is a module of its own keeps its code.
 */
std::string torchScript(const QuantizedModel& model);

} // namespace latticeq
