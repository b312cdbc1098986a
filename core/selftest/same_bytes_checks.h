// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/layer_search.h"
#include "core/selftest/check.h"

namespace latticeq {

/**
 * Searches random layers with every instruction set of this machine, with one and more threads, and by the plain
 * reference, and compares the found bases and errors byte by byte. `device` "cuda:n": with that card instead.
 */
void checkSameBytes(const std::string& device, const CheckSink& sink);

/** A layer of random weights [channels, vectors, n] with a few zero vectors, for checks and benchmarks. */
LayerSearch randomLayer(int64_t channels, int64_t vectors, int n, int bits, uint64_t seed);

} // namespace latticeq
