// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/run_layers.h"
#include "core/run/run_settings.h"

#include <memory>

namespace latticeq {

/**
 * The layers of a run folder, finished or stopped, or of a packed checkpoint. Full-precision weights come from the
 * folder's own settings, or for a packed checkpoint from `settings` where they name its network; layers without a
 * stored result answer nothing. Throws std::invalid_argument where the source or the weights cannot be used.
 */
std::shared_ptr<const RunLayers> openLayers(const std::string& source, const RunSettings& settings);

} // namespace latticeq
