// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quantize/bit_allocation.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numeric>

namespace latticeq {

namespace {

std::vector<int> roundedBits(const std::vector<double>& shares, double offset)
{
    std::vector<int> bits;
    for (const double share : shares)
        bits.push_back(std::isinf(share) ? 0 : static_cast<int>(std::max(0.0, std::nearbyint(share + offset))));
    return bits;
}

} // namespace

std::vector<int> allocateBits(const std::vector<float>& spreads, int bits)
{
    std::vector<double> shares; // log2(K·2^bits·r_k / Σr), minus infinity where r_k = 0
    for (const float spread : spreads)
        shares.push_back(std::pow(static_cast<double>(spread), 2.0 / 3.0));
    const double sum = std::accumulate(shares.begin(), shares.end(), 0.0);
    if (!(sum > 0))
        return std::vector<int>(spreads.size(), bits);
    for (double& share : shares)
        share = std::log2(static_cast<double>(spreads.size()) * std::exp2(bits) * share / sum);

    const int64_t budget = static_cast<int64_t>(spreads.size()) * bits;
    const double smallest = std::accumulate(shares.begin(), shares.end(), 0.0,
        [](double least, double share) { return std::isinf(share) ? least : std::min(least, share); });
    double affordable = -*std::max_element(shares.begin(), shares.end()) - 1.0; // all channels at 0 bits
    double exceeding = static_cast<double>(budget) + 1.0 - smallest; // the smallest channel alone exceeds it
    while (std::nextafter(affordable, exceeding) < exceeding) {
        const double middle = affordable + (exceeding - affordable) / 2;
        const std::vector<int> candidate = roundedBits(shares, middle);
        const bool fits = std::accumulate(candidate.begin(), candidate.end(), int64_t(0)) <= budget;
        (fits ? affordable : exceeding) = middle;
    }
    return roundedBits(shares, affordable);
}

} // namespace latticeq
