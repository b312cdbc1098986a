// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lattice/lattice_picture.h"

#include <optional>

namespace latticeq {

/**
 * What can be looked at of a run's layers, while it goes on and afterwards. Safe to call from any thread; an answer
 * takes milliseconds for small layers and up to a second for the largest, so a window asks from a worker thread.
 */
class RunLayers
{
public:
    virtual ~RunLayers() = default;

    /**
     * The lattice of a layer's channel; nothing while its search has no first result, or where the layer is not
     * quantized. Throws std::invalid_argument for an unknown layer or a channel outside it.
     */
    virtual std::optional<LatticePicture> picture(const LatticeRequest& request) const = 0;

    /** The layer's weights before and after, in `bins` bins; nothing until the layer is finished. */
    virtual std::optional<WeightDistribution> distribution(const std::string& layer, int bins) const = 0;
};

} // namespace latticeq
