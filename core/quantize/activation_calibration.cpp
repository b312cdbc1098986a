// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quantize/activation_calibration.h"

#include "core/quantize/bit_allocation.h"
#include "core/quantize/channel_quantiles.h"
#include "core/quantize/least_squares_alpha.h"

#include <ATen/ATen.h>

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

std::vector<int> channelBits(const InputPlan& plan, at::TensorList slices)
{
    const auto channels = static_cast<size_t>(slices[0].size(1));
    if (!plan.allocateBits)
        return std::vector<int>(channels, plan.bits);
    const at::Tensor thresholds = channelQuantiles(slices, std::vector<double>(channels, plan.linear ? .9999 : .9997));
    return allocateBits({ thresholds.data_ptr<float>(), thresholds.data_ptr<float>() + channels }, plan.bits);
}

/** The smallest and the largest value, [2] on the processor: one wait for a card. */
at::Tensor rangeOf(at::TensorList slices)
{
    std::vector<at::Tensor> ends;
    for (const at::Tensor& slice : slices) {
        const auto [least, most] = at::aminmax(slice);
        ends.insert(ends.end(), { least, most });
    }
    const auto [least, most] = at::aminmax(at::stack(ends).to(at::kCPU));
    return at::stack({ least, most });
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

ActivationQuantizer calibrateActivation(const InputPlan& plan, const std::string& modelName, at::TensorList slices)
{
    ActivationQuantizer quantizer;
    const at::Tensor range = rangeOf(slices);
    quantizer.isSigned = range[0].item<float>() < 0;
    if (plan.perChannel) {
        const std::vector<int> bits = channelBits(plan, slices);
        std::vector<double> quantiles;
        for (const int channel : bits)
            quantiles.push_back(clippingQuantile(channel, modelName));
        quantizer.alpha = plan.leastSquares ? leastSquaresAlphas(slices, bits, quantizer.isSigned)
                                            : channelQuantiles(slices, quantiles);
        quantizer.bits = at::tensor(std::vector<int64_t>(bits.begin(), bits.end()), at::kLong);
    } else {
        quantizer.alpha = plan.leastSquares ? leastSquaresAlphas(slices, { plan.bits }, quantizer.isSigned)
                                            : range.abs().max().reshape({ 1 });
        quantizer.bits = at::full({ 1 }, plan.bits, at::kLong);
    }
    quantizer.alpha = at::where(quantizer.alpha == 0, at::ones_like(quantizer.alpha), quantizer.alpha);
    return quantizer;
}

} // namespace latticeq
