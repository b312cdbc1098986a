// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluate/card_memory.h"

#include <cstdint>

namespace latticeq {

/** Cuts images into batches that a card's memory suffices for; what was learned stays for the next images. */
class FittingBatches
{
public:
    /** Starts with `most` images a batch; `warn` hears of every smaller size. */
    FittingBatches(int64_t most, MemoryWarning warn);

    /**
     * Calls compute(first, count) for one batch of `images` after the other until it returns false, and returns
     * whether all were computed. Where a card's memory does not suffice, the size is halved and the batch that failed
     * is computed again from its start. Throws what compute() throws, and a memory error for a single image.
     */
    bool forEach(int64_t images, const std::function<bool(int64_t first, int64_t count)>& compute);

private:
    bool computeFits(int64_t first, int64_t count, const std::function<bool(int64_t, int64_t)>& compute, bool& goOn);

    int64_t m_most;
    MemoryWarning m_warn;
};

} // namespace latticeq
