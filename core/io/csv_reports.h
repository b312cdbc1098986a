// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/run_event.h"

namespace latticeq {

/** layers.csv: a header and one row per layer, in the C locale; numbers read back to the same double. */
std::string layersCsv(const std::vector<LayerReport>& layers);

/** convergence.csv: layer, restart (empty for the layer's own line), candidates, best error. */
std::string convergenceCsv(
    const std::vector<LayerReport>& layers, const std::vector<std::vector<ConvergencePoint>>& convergence);

} // namespace latticeq
