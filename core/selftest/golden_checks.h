// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/quantize/quantized_model.h"
#include "core/selftest/check.h"

#include <filesystem>

namespace latticeq {

/**
 * Compares every vector of tests/golden, computed with the published code, with this build on this machine; the
 * networks, the batched nearest plane and the quantized inputs are computed on `device`, "cpu" or "cuda:n".
 */
void checkGoldenData(const std::filesystem::path& golden, const std::string& device, const CheckSink& sink);

/** The network of a golden network file as a model of ours: its bases, thresholds and statistics. */
QuantizedModel goldenNetwork(const std::filesystem::path& file);

} // namespace latticeq
