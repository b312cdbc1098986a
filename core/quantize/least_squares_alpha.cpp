// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quantize/least_squares_alpha.h"

#include <ATen/ATen.h>

#include <cmath>

namespace latticeq {

namespace {

constexpr int64_t kClasses = 2048; // of a histogram
constexpr int64_t kThresholds = 128;

/** |x| as [rows, values]: one row, or one for each channel. */
at::Tensor magnitudeRows(const at::Tensor& slice, int64_t rows)
{
    return rows == 1 ? slice.abs().reshape({ 1, -1 }) : slice.transpose(0, 1).abs().flatten(1);
}

/** How many values fall into each class up to the row's largest, and their mean; both float64 [rows, classes]. */
struct Histograms
{
    at::Tensor counts;
    at::Tensor means;
};

at::Tensor largestOf(at::TensorList slices, int64_t rows)
{
    at::Tensor largest;
    for (const at::Tensor& slice : slices) {
        const at::Tensor own = magnitudeRows(slice, rows).amax(1);
        largest = largest.defined() ? at::maximum(largest, own) : own;
    }
    return largest;
}

Histograms histogramsOf(at::TensorList slices, const at::Tensor& largest)
{
    const int64_t rows = largest.numel();
    const at::Tensor scale = at::where(largest > 0, kClasses / largest, at::zeros_like(largest)).unsqueeze(1);
    const at::Tensor firstClass = at::arange(rows, largest.options().dtype(at::kLong)).unsqueeze(1) * kClasses;
    at::Tensor counts = at::zeros({ rows * kClasses }, largest.options().dtype(at::kDouble));
    at::Tensor sums = at::zeros_like(counts);
    for (const at::Tensor& slice : slices) {
        const at::Tensor values = magnitudeRows(slice, rows);
        const at::Tensor classes = ((values * scale).to(at::kLong).clamp_max(kClasses - 1) + firstClass).flatten();
        counts += at::bincount(classes, {}, rows * kClasses);
        sums += at::bincount(classes, values.flatten(), rows * kClasses);
    }
    return { counts.reshape({ rows, -1 }).to(at::kCPU),
        (sums / counts.clamp_min(1)).reshape({ rows, -1 }).to(at::kCPU) };
}

/** Squared errors of one row under each threshold [thresholds, 1]. Levels of a signed input lie evenly about 0. */
at::Tensor squaredErrors(
    const at::Tensor& means, const at::Tensor& counts, const at::Tensor& thresholds, int bits, bool isSigned)
{
    const double steps = std::exp2(bits) - 1;
    const at::Tensor share = (means / thresholds).clamp_max(1);
    const at::Tensor unit = isSigned ? 2 * at::round((share + 1) / 2 * steps) / steps - 1 : at::round(share * steps) / steps;
    return ((means - unit * thresholds).square() * counts).sum(1);
}

} // namespace

at::Tensor leastSquaresAlphas(at::TensorList slices, const std::vector<int>& bits, bool isSigned)
{
    const auto rows = static_cast<int64_t>(bits.size());
    const at::Tensor largest = largestOf(slices, rows);
    const Histograms histograms = histogramsOf(slices, largest);
    const at::Tensor shares = at::arange(1, kThresholds + 1, at::kDouble).unsqueeze(1) / kThresholds;
    at::Tensor alphas = largest.to(at::kCPU).clone();
    for (int64_t row = 0; row < rows; ++row) {
        const int rowBits = bits[static_cast<size_t>(row)];
        const double most = alphas[row].item<double>();
        if (rowBits == 0 || most == 0)
            continue;
        const at::Tensor thresholds = shares * most;
        const at::Tensor errors
            = squaredErrors(histograms.means[row], histograms.counts[row], thresholds, rowBits, isSigned);
        alphas[row] = thresholds[errors.argmin()].item<float>();
    }
    return alphas;
}

} // namespace latticeq
