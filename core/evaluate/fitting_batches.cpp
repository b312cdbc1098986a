// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluate/fitting_batches.h"

#include <algorithm>

namespace latticeq {

FittingBatches::FittingBatches(int64_t most, MemoryWarning warn)
    : m_most(most)
    , m_warn(std::move(warn))
{
}

bool FittingBatches::forEach(int64_t images, const std::function<bool(int64_t first, int64_t count)>& compute)
{
    bool goOn = true;
    for (int64_t first = 0; first < images && goOn;) {
        const int64_t count = std::min(m_most, images - first);
        if (computeFits(first, count, compute, goOn)) {
            first += count;
            continue;
        }
        releaseCardMemory();
        m_most = count / 2;
        m_warn("the card ran out of memory at " + std::to_string(count) + " images a batch; going on with "
            + std::to_string(m_most));
    }
    return goOn;
}

/** False where a smaller batch is to be tried. */
bool FittingBatches::computeFits(
    int64_t first, int64_t count, const std::function<bool(int64_t, int64_t)>& compute, bool& goOn)
{
    try {
        goOn = compute(first, count);
        return true;
    } catch (const std::exception& error) {
        if (count == 1 || !isCardMemoryError(error))
            throw;
        return false;
    }
}

} // namespace latticeq
