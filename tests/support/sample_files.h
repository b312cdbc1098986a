// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/graph/network.h"
#include "core/run/run_settings.h"

#include <filesystem>

namespace latticeq::test {

/** Uniform random values of [-1, 1), the same for the same seed. */
at::Tensor randomTensor(const std::vector<int64_t>& shape, uint64_t seed);

/** The demo with the smallest search and a few images, for tests of everything around the search. */
RunSettings quickSettings(const std::filesystem::path& folder);

/** The bundled network. */
Network demoNetwork();

} // namespace latticeq::test
