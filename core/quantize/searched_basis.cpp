// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quantize/searched_basis.h"

#include <ATen/ATen.h>

namespace latticeq {

namespace {

/** What the files tell of T, by row of [K] bases; a row is a channel, or all channels of the layer. */
struct Scales
{
    at::Tensor byMeans; // T from mean(W) = T · (offset + mean(P))
    at::Tensor certainty; // of byMeans: |offset + mean(P)| by the size of what was added
    at::Tensor bySquares; // T that brings T·P nearest to W
};

/** P [O, m·n] is the reconstruction without T and bias correction. */
Scales channelScales(const QuantizedWeight& stored, const at::Tensor& weights, const at::Tensor& points)
{
    const at::Tensor offset = stored.offset.to(at::kDouble);
    const at::Tensor sum = offset + points.mean(1);
    const at::Tensor spread = points.square().mean(1).sqrt();
    const at::Tensor squares = points.square().sum(1);
    const at::Tensor bySquares = (weights * points).sum(1) / squares;
    // A constant channel is corrected with η = 1: its gain is T itself.
    const at::Tensor constant = points.amax(1) == points.amin(1);
    const at::Tensor gain = stored.gain.to(at::kDouble);
    return { at::where(constant, gain, weights.mean(1) / sum),
        at::where(constant, at::ones_like(sum), sum.abs() / (offset.abs() + spread)),
        at::where(constant, gain, bySquares) };
}

at::Tensor correctedScales(const QuantizedWeight& stored, const at::Tensor& weight, const at::Tensor& unitBasis)
{
    constexpr double kCertain = 1e-3; // float32 means then tell T to about 1e-4
    const at::Tensor points
        = (at::matmul(stored.coordinates.to(at::kDouble), unitBasis) * stored.unit.to(at::kDouble)).flatten(1);
    const at::Tensor weights = weight.to(at::kDouble).reshape(points.sizes());
    const Scales scales = channelScales(stored, weights, points);
    if (unitBasis.size(0) != 1 || stored.shape[0] == 1)
        return at::where(scales.certainty > kCertain, scales.byMeans, scales.bySquares);
    const at::Tensor best = scales.certainty.argmax().reshape({ 1 });
    if (scales.certainty.index_select(0, best).item<double>() > kCertain)
        return scales.byMeans.index_select(0, best);
    return ((weights * points).sum() / points.square().sum()).reshape({ 1 });
}

} // namespace

at::Tensor searchedBases(const QuantizedWeight& stored, const at::Tensor& weight)
{
    if (stored.basisBits == 0)
        return stored.basis;
    const double last = static_cast<double>((int64_t(1) << stored.basisBits) - 1);
    const at::Tensor unitBasis = 2 * stored.basisCodes.to(at::kDouble) / last - 1;
    const at::Tensor scale
        = stored.offset.defined() ? correctedScales(stored, weight, unitBasis) : stored.gain.to(at::kDouble);
    return (scale.reshape({ -1, 1, 1 }) * unitBasis).to(at::kFloat);
}

} // namespace latticeq
