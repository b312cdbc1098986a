// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quantize/activation_calibration.h"

#include "core/quantize/bit_allocation.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>

#include <algorithm>
#include <cmath>
#include <map>

namespace latticeq {

namespace {

using QuantileTable = std::map<int, double>;

const QuantileTable& generalTable()
{
    static const QuantileTable table
        = { { 1, .97 }, { 2, .992 }, { 3, .9991 }, { 4, .9997 }, { 5, .9998 }, { 6, .99995 }, { 7, .99999 } };
    return table;
}

const QuantileTable& tableFor(const std::string& modelName)
{
    static const QuantileTable mobilenet = { { 3, .986 }, { 4, .998 } };
    static const QuantileTable vgg = { { 3, .9999 }, { 4, .9999 } };
    if (modelName.rfind("mobilenet", 0) == 0)
        return mobilenet;
    return modelName.rfind("vgg", 0) == 0 ? vgg : generalTable();
}

/** Bounds what a card needs beside the rows: the sorted values and their places, 200 MB. */
constexpr int64_t kValuesSortedAtOnce = 1 << 24;

/** Where a quantile lies among sorted values: between two neighbours, or on the last. */
struct QuantilePosition
{
    QuantilePosition(double quantile, int64_t count)
        : exact(quantile * static_cast<double>(count - 1))
        , below(static_cast<int64_t>(exact))
        , above(std::min(below + 1, count - 1))
    {
    }

    float between(double low, double high) const
    {
        return static_cast<float>(low + (exact - static_cast<double>(below)) * (high - low));
    }

    double exact;
    int64_t below;
    int64_t above;
};

/** |x| as one row per channel. */
at::Tensor channelRows(const at::Tensor& input)
{
    return input.abs().transpose(0, 1).flatten(1).contiguous();
}

std::vector<int> channelBits(const InputPlan& plan, const at::Tensor& rows)
{
    const auto channels = static_cast<size_t>(rows.size(0));
    if (!plan.allocateBits)
        return std::vector<int>(channels, plan.bits);
    const at::Tensor thresholds = rowQuantiles(rows, std::vector<double>(channels, plan.linear ? .9999 : .9997));
    return allocateBits({ thresholds.data_ptr<float>(), thresholds.data_ptr<float>() + channels }, plan.bits);
}

} // namespace

double clippingQuantile(int bits, const std::string& modelName)
{
    if (bits <= 0 || bits >= 8)
        return 1.0;
    const QuantileTable& table = tableFor(modelName);
    const auto special = table.find(bits);
    return special != table.end() ? special->second : generalTable().at(bits);
}

at::Tensor rowQuantiles(const at::Tensor& rows, const std::vector<double>& quantiles)
{
    if (!rows.device().is_cpu())
        return sortedRowQuantiles(rows, quantiles);
    at::Tensor result = at::empty({ rows.size(0) });
    const int64_t count = rows.size(1);
    at::parallel_for(0, rows.size(0), 1, [&](int64_t begin, int64_t end) {
        for (int64_t row = begin; row < end; ++row) {
            const float* source = rows.data_ptr<float>() + row * count;
            std::vector<float> values(source, source + count);
            const QuantilePosition position(quantiles[static_cast<size_t>(row)], count);
            std::nth_element(values.begin(), values.begin() + position.below, values.end());
            const float low = values[static_cast<size_t>(position.below)];
            const bool last = position.above == position.below;
            result.data_ptr<float>()[row]
                = position.between(low, last ? low : *std::min_element(values.begin() + position.above, values.end()));
        }
    });
    return result;
}

at::Tensor sortedRowQuantiles(const at::Tensor& rows, const std::vector<double>& quantiles)
{
    const int64_t count = rows.size(1);
    std::vector<QuantilePosition> positions;
    std::vector<int64_t> places;
    for (const double quantile : quantiles) {
        positions.emplace_back(quantile, count);
        places.insert(places.end(), { positions.back().below, positions.back().above });
    }
    const at::Tensor wanted = at::tensor(places, at::kLong).reshape({ -1, 2 }).to(rows.device());
    const int64_t rowsAtOnce = std::max<int64_t>(1, kValuesSortedAtOnce / count);
    std::vector<at::Tensor> found;
    for (int64_t first = 0; first < rows.size(0); first += rowsAtOnce) {
        const int64_t size = std::min(rowsAtOnce, rows.size(0) - first);
        const at::Tensor sorted = std::get<0>(rows.narrow(0, first, size).sort(1));
        found.push_back(sorted.gather(1, wanted.narrow(0, first, size)));
    }
    const at::Tensor neighbours = at::cat(found).to(at::kCPU).contiguous();
    at::Tensor result = at::empty({ rows.size(0) });
    for (size_t row = 0; row < positions.size(); ++row) {
        const float* pair = neighbours.data_ptr<float>() + 2 * row;
        result.data_ptr<float>()[row] = positions[row].between(pair[0], pair[1]);
    }
    return result;
}

ActivationQuantizer calibrateActivation(const InputPlan& plan, const std::string& modelName, const at::Tensor& input)
{
    ActivationQuantizer quantizer;
    const auto [least, most] = at::aminmax(input);
    const at::Tensor range = at::stack({ least, most }).to(at::kCPU); // one wait for a card
    quantizer.isSigned = range[0].item<float>() < 0;
    if (plan.perChannel) {
        const at::Tensor rows = channelRows(input);
        const std::vector<int> bits = channelBits(plan, rows);
        std::vector<double> quantiles;
        for (const int channel : bits)
            quantiles.push_back(clippingQuantile(channel, modelName));
        quantizer.alpha = rowQuantiles(rows, quantiles);
        quantizer.bits = at::tensor(std::vector<int64_t>(bits.begin(), bits.end()), at::kLong);
    } else {
        quantizer.alpha = range.abs().max().reshape({ 1 });
        quantizer.bits = at::full({ 1 }, plan.bits, at::kLong);
    }
    quantizer.alpha = at::where(quantizer.alpha == 0, at::ones_like(quantizer.alpha), quantizer.alpha);
    return quantizer;
}

} // namespace latticeq
