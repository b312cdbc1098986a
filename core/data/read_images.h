// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"

namespace latticeq {

/** Images with the positions that they come from. */
struct ReadImages
{
    ImageBatch batch;
    std::vector<int64_t> positions;
    std::vector<std::string> unreadable; // names of those that are left out
};

/**
 * Reads the images at `positions` on `threads` threads, at most one for each processor, and leaves out those that
 * cannot be read. Throws std::invalid_argument where none can be.
 */
ReadImages readImages(const Dataset& dataset, const std::vector<int64_t>& positions, int threads);

} // namespace latticeq
