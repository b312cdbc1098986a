// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mixed_precision/smallest_within_floor.h"

namespace latticeq {

std::optional<TradeOffPoint> smallestWithinFloor(std::vector<TradeOffPoint>& curve, double floor, const TryBits& tryBits)
{
    size_t low = 0; // the answer is in [low, high]
    size_t high = curve.size() - 1;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        if (!curve[middle].top1 && !tryBits(curve[middle]))
            return std::nullopt;
        if (*curve[middle].top1 >= floor)
            high = middle;
        else
            low = middle + 1;
    }
    return curve[low];
}

} // namespace latticeq
