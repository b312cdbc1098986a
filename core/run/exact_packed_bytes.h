// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/graph/network.h"
#include "core/quantize/layer_plan.h"
#include "core/quantize/quantized_model.h"

namespace latticeq {

/**
 * Bytes of the packed checkpoint of a network under plans, from a file that is packed with zeros. An upper bound
 * by a byte for each quantized input, whose sign is not known yet. `model` says what else the file tells.
 */
int64_t exactPackedBytes(
    QuantizedModel model, const Network& network, const std::vector<LayerPlan>& plans, bool quantizeActivations);

} // namespace latticeq
