// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/dataset.h"

#include "core/lattice/kernels/philox.h"

#include <algorithm>
#include <numeric>

namespace latticeq {

std::vector<int64_t> evaluationPositions(int64_t size, int64_t share)
{
    std::vector<int64_t> positions(static_cast<size_t>(size));
    std::iota(positions.begin(), positions.end(), int64_t(0));
    if (share <= 0 || share >= size)
        return positions;
    constexpr uint64_t kShareKey = 0x6576616c75617465; // "evaluate": apart from every search's seed
    const auto rank = [](int64_t position) {
        const auto low = static_cast<uint32_t>(position);
        const auto high = static_cast<uint32_t>(position >> 32);
        const PhiloxWords words = philox({ { low, high, 0, 0 } }, kShareKey);
        return std::pair(words.w[0], position);
    };
    std::sort(positions.begin(), positions.end(), [&](int64_t a, int64_t b) { return rank(a) < rank(b); });
    positions.resize(static_cast<size_t>(share));
    std::sort(positions.begin(), positions.end());
    return positions;
}

} // namespace latticeq
