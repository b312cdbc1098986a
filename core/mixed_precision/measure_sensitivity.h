// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/graph/network.h"
#include "core/mixed_precision/layer_sensitivity.h"
#include "core/mixed_precision/sensitivity_work.h"
#include "core/quantize/layer_plan.h"
#include "core/search/layer_searcher.h"

namespace latticeq {

/** Bytes of a layer's coordinates in the packed checkpoint at so many bits. */
int64_t coordinateBytes(const LayerPlan& plan, int bits);

/** Images on which sensitivities are measured. */
struct SensitivityImages
{
    at::Tensor images; // [N, C, H, W], prepared
    at::Tensor classes; // int64 [N]; undefined where they are not known
};

/** Who takes part in measuring sensitivities. */
struct SensitivityHooks
{
    /** What an earlier measurement kept of a layer, if anything. */
    std::function<std::optional<LayerSensitivity>(const LayerPlan& plan)> known;
    /** Hears of every layer, in the network's order; `done` is the share of the work. */
    std::function<void(const LayerSensitivity& sensitivity, double done)> finished;
};

/**
 * How a network's output suffers from each planned layer, with 1 to 8 bits while all others stay as they are. Bases
 * come from a short search; where a plan rounds data-aware, so does this, shortly. On the network's device; the same
 * bits for any number of threads. Ends early, with fewer layers, once `control` stops it.
 */
std::vector<LayerSensitivity> measureSensitivities(const Network& network, const std::vector<LayerPlan>& plans,
    const SensitivityImages& images, uint64_t seed, WorkerThreads& workers, RunControl& control,
    const SensitivityHooks& hooks);

} // namespace latticeq
