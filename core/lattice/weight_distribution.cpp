// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lattice/weight_distribution.h"

#include <algorithm>
#include <cmath>

namespace latticeq {

namespace {

double largestMagnitude(std::span<const float> values)
{
    double largest = 0;
    for (const float value : values)
        largest = std::max(largest, std::abs(static_cast<double>(value)));
    return largest;
}

Histogram histogram(std::span<const float> values, double limit, int bins)
{
    limit = limit > 0 ? limit : 1; // all values are 0: any width shows that
    Histogram result { -limit, limit, std::vector<int64_t>(static_cast<size_t>(std::max(1, bins)), 0) };
    const auto count = static_cast<double>(result.counts.size());
    for (const float value : values) {
        const double bin = std::floor((value + limit) / (2 * limit) * count);
        ++result.counts[static_cast<size_t>(std::clamp(bin, 0.0, count - 1))];
    }
    return result;
}

} // namespace

WeightDistribution weightDistribution(
    const std::string& layer, std::span<const float> before, std::span<const float> after, int bins)
{
    std::vector<float> errors(before.size());
    double squares = 0;
    for (size_t i = 0; i < before.size(); ++i) {
        errors[i] = after[i] - before[i];
        squares += static_cast<double>(errors[i]) * errors[i];
    }
    const double limit = std::max(largestMagnitude(before), largestMagnitude(after));
    WeightDistribution result;
    result.layer = layer;
    result.before = histogram(before, limit, bins);
    result.after = histogram(after, limit, bins);
    result.errors = histogram(errors, largestMagnitude(errors), bins);
    result.rmsError = before.empty() ? 0 : std::sqrt(squares / static_cast<double>(before.size()));
    return result;
}

} // namespace latticeq
