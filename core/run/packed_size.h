// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/model_description.h"

namespace latticeq {

/** Bits that the packed checkpoint stores of a layer's weight under a plan, as QuantizedWeight::packedBits() counts. */
int64_t plannedBits(const LayerPlan& plan);

/** Bytes of the packed checkpoint of a model under plans, its header included, to about a percent. */
int64_t plannedPackedBytes(
    const ModelDescription& model, const std::vector<LayerPlan>& plans, bool quantizeActivations);

} // namespace latticeq
