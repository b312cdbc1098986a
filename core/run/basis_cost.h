// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/quantize/layer_plan.h"

namespace latticeq {

/**
 * One sentence on the layers whose bases and scales cost more than one bit a weight, with the flags that make them
 * smaller; those that the method fixes are left out. Empty where there are none.
 */
std::string costlyBasesSentence(const std::vector<LayerPlan>& plans, const RunSettings& settings);

} // namespace latticeq
