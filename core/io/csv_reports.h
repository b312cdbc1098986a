// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/run_result.h"

namespace latticeq {

/** layers.csv: a header and one row per layer, in the C locale; numbers read back to the same double. */
std::string layersCsv(const std::vector<LayerReport>& layers);

/** convergence.csv: layer, restart (empty for the layer's own line), candidates, best error. */
std::string convergenceCsv(
    const std::vector<LayerReport>& layers, const std::vector<std::vector<ConvergencePoint>>& convergence);

/** images.csv: of each evaluated image its position in the data set, and 1 where a network put it into its class. */
std::string imagesCsv(const RunResult& result);

} // namespace latticeq
