// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mixed_precision/sensitivity_work.h"

#include <algorithm>

namespace latticeq {

int64_t sensitivityImages(int64_t multiplyAddsPerImage, int64_t layers, int64_t available)
{
    constexpr int64_t kMultiplyAdds = int64_t(4) << 40; // of all forward passes
    constexpr int64_t kFewest = 32;
    constexpr int64_t kMost = 512;
    const int64_t perImage
        = std::max<int64_t>(1, multiplyAddsPerImage) * std::max<int64_t>(1, layers) * kMostMeasuredBits;
    return std::min(available, std::clamp(kMultiplyAdds / perImage, kFewest, kMost));
}

} // namespace latticeq
