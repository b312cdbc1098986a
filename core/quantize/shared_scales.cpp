// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quantize/shared_scales.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

namespace latticeq {

namespace {

/** One weight's coordinate, as the nearest plane has it for n = 1. */
float coordinateOf(float value, float scale, const std::pair<float, float>& limits)
{
    return std::clamp(std::nearbyint(value / scale), limits.first, limits.second);
}

double cubicError(std::span<const float> values, float scale, const std::pair<float, float>& limits)
{
    double sum = 0;
    for (const float value : values) {
        const double error = std::abs(static_cast<double>(value) - coordinateOf(value, scale, limits) * scale);
        sum += error * error * error;
    }
    return sum;
}

/** The scales of the two codes beside a scale; T and the codes are as in design item 5. */
std::array<float, 2> codedNeighbours(float scale, float largest, int bits)
{
    const double last = static_cast<double>((int64_t(1) << bits) - 1);
    const double place = std::clamp((static_cast<double>(scale) / largest + 1) * last / 2, 0.0, last);
    const auto decoded = [&](double code) { return static_cast<float>(largest * (2 * code / last - 1)); };
    return { decoded(std::floor(place)), decoded(std::ceil(place)) };
}

} // namespace

LayerSearchResult shareScales(
    const LayerSearchResult& found, const at::Tensor& vectors, int coordinateBits, int scaleBits)
{
    const auto limits = coordinateLimits(coordinateBits);
    const at::Tensor values = vectors.contiguous();
    const int64_t channels = values.size(0);
    const auto perChannel = static_cast<size_t>(values.numel() / channels);
    LayerSearchResult result = found;
    result.basis = found.basis.contiguous().clone();
    result.coordinates = at::empty_like(values);
    result.cubicErrors.clear();
    auto* scales = result.basis.data_ptr<float>();
    const float largest = result.basis.abs().max().item<float>();
    result.basisMaximum = at::full({ 1 }, largest);
    for (int64_t channel = 0; channel < channels; ++channel) {
        const int64_t first = channel * static_cast<int64_t>(perChannel);
        const std::span<const float> own { values.data_ptr<float>() + first, perChannel };
        const auto [lower, upper] = codedNeighbours(scales[channel], largest, scaleBits);
        const double lowerError = cubicError(own, lower, limits);
        const double upperError = cubicError(own, upper, limits);
        scales[channel] = upperError < lowerError ? upper : lower;
        result.cubicErrors.push_back(std::min(lowerError, upperError));
        std::transform(own.begin(), own.end(), result.coordinates.data_ptr<float>() + first,
            [&, scale = scales[channel]](float value) { return coordinateOf(value, scale, limits); });
    }
    return result;
}

} // namespace latticeq
