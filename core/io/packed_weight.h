// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/graph/state_dict.h"
#include "core/quantize/quantized_weight.h"

#include <nlohmann/json_fwd.hpp>

namespace latticeq {

/**
 * Adds a quantized weight to a file's tensors under `<layer>.weight.…`, coordinates and basis codes at their
 * bitwidth, and returns the description that unpackWeight() needs.
 */
nlohmann::ordered_json packWeight(const std::string& layer, const QuantizedWeight& weight, StateDict& tensors);

/** The weight that packWeight() stored. Throws std::invalid_argument where description and tensors do not agree. */
QuantizedWeight unpackWeight(
    const std::string& layer, const nlohmann::ordered_json& description, const StateDict& tensors);

} // namespace latticeq
