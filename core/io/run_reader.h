// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/run_result.h"

#include <filesystem>

namespace latticeq {

/**
 * A finished run from its folder: summary.json, convergence.csv and images.csv (the last two may be missing). Throws
 * std::invalid_argument that names the file, what was found and what was expected.
 */
RunResult readRun(const std::filesystem::path& folder);

} // namespace latticeq
