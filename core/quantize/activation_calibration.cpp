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
    at::Tensor result = at::empty({ rows.size(0) });
    const int64_t count = rows.size(1);
    at::parallel_for(0, rows.size(0), 1, [&](int64_t begin, int64_t end) {
        for (int64_t row = begin; row < end; ++row) {
            const float* source = rows.data_ptr<float>() + row * count;
            std::vector<float> values(source, source + count);
            const double position = quantiles[static_cast<size_t>(row)] * static_cast<double>(count - 1);
            const auto below = static_cast<int64_t>(position);
            std::nth_element(values.begin(), values.begin() + below, values.end());
            const double low = values[static_cast<size_t>(below)];
            const double high = below + 1 < count ? *std::min_element(values.begin() + below + 1, values.end()) : low;
            result.data_ptr<float>()[row]
                = static_cast<float>(low + (position - static_cast<double>(below)) * (high - low));
        }
    });
    return result;
}

ActivationQuantizer calibrateActivation(const InputPlan& plan, const std::string& modelName, const at::Tensor& input)
{
    ActivationQuantizer quantizer;
    quantizer.isSigned = input.min().item<float>() < 0;
    if (plan.perChannel) {
        const at::Tensor rows = channelRows(input).to(at::kCPU);
        const std::vector<int> bits = channelBits(plan, rows);
        std::vector<double> quantiles;
        for (const int channel : bits)
            quantiles.push_back(clippingQuantile(channel, modelName));
        quantizer.alpha = rowQuantiles(rows, quantiles);
        quantizer.bits = at::tensor(std::vector<int64_t>(bits.begin(), bits.end()), at::kLong);
    } else {
        quantizer.alpha = input.abs().max().reshape({ 1 }).to(at::kCPU);
        quantizer.bits = at::full({ 1 }, plan.bits, at::kLong);
    }
    quantizer.alpha = at::where(quantizer.alpha == 0, at::ones_like(quantizer.alpha), quantizer.alpha);
    return quantizer;
}

} // namespace latticeq
