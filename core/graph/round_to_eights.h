// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstdint>

namespace latticeq {

/** The multiple of 8 nearest to `channels`, at least 8, that is not more than a tenth below it. */
inline int64_t roundToEights(double channels)
{
    const int64_t rounded = std::max<int64_t>(8, static_cast<int64_t>(channels + 4) / 8 * 8);
    return static_cast<double>(rounded) < 0.9 * channels ? rounded + 8 : rounded;
}

} // namespace latticeq
