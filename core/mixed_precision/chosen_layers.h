// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/quantize/layer_plan.h"

namespace latticeq {

/** Whether a run that chooses bits chooses this layer's: the method does not fix them, and nobody named them. */
inline bool isToBeChosen(const LayerPlan& plan, const RunSettings& settings)
{
    return !plan.first && !plan.last && !settings.layerBits.contains(plan.layer.name);
}

} // namespace latticeq
