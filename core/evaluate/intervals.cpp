// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluate/intervals.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace latticeq {

namespace {

constexpr double kNormalQuantile = 1.959963984540054; // 97.5 % of the normal distribution

} // namespace

Interval wilsonInterval(int64_t successes, int64_t total)
{
    if (total == 0)
        return { 0, 100 };
    const auto n = static_cast<double>(total);
    const double share = static_cast<double>(successes) / n;
    const double z2 = kNormalQuantile * kNormalQuantile;
    const double centre = (share + z2 / (2 * n)) / (1 + z2 / n);
    const double half = kNormalQuantile / (1 + z2 / n) * std::sqrt(share * (1 - share) / n + z2 / (4 * n * n));
    return { 100 * std::max(0.0, centre - half), 100 * std::min(1.0, centre + half) };
}

PairedDifference pairedDifference(const std::vector<bool>& first, const std::vector<bool>& second)
{
    if (first.size() != second.size() || first.empty())
        throw std::invalid_argument("a paired difference needs the same images twice");
    int64_t lost = 0;
    int64_t won = 0;
    for (size_t i = 0; i < first.size(); ++i) {
        lost += first[i] && !second[i] ? 1 : 0;
        won += !first[i] && second[i] ? 1 : 0;
    }
    const auto images = static_cast<double>(first.size());
    const double n = images + 2;
    const double b = static_cast<double>(won) + 0.5;
    const double c = static_cast<double>(lost) + 0.5;
    const double centre = (b - c) / n;
    const double half = kNormalQuantile * std::sqrt((b + c) - (b - c) * (b - c) / n) / n;
    return { 100 * static_cast<double>(won - lost) / images, { 100 * (centre - half), 100 * (centre + half) } };
}

} // namespace latticeq
