// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quantize/activation_quantizer.h"

#include "core/quantize/prepared_quantizer.h"

#include <ATen/ATen.h>

namespace latticeq {

namespace {

/** [C] as [1, C, 1, …], so that it meets the channels of an input of `dimensions` dimensions. */
at::Tensor alongChannels(const at::Tensor& values, const at::Tensor& input)
{
    std::vector<int64_t> shape(static_cast<size_t>(input.dim()), 1);
    shape[1] = values.numel();
    return values.to(input.device()).reshape(shape);
}

} // namespace

at::Tensor quantizeActivationReference(const ActivationQuantizer& quantizer, const at::Tensor& input)
{
    const at::Tensor alpha = alongChannels(quantizer.alpha, input);
    const at::Tensor steps = alongChannels(at::exp2(quantizer.bits.to(at::kFloat)) - 1, input);
    at::Tensor unit = at::clamp(input / alpha, quantizer.isSigned ? -1 : 0, 1);
    if (quantizer.isSigned)
        unit = (unit + 1) * 0.5;
    unit = 1 / steps * at::round(unit * steps);
    if (quantizer.isSigned)
        unit = 2 * unit - 1;
    return at::where(steps > 0, unit * alpha, at::zeros_like(input));
}

at::Tensor quantizeActivation(const ActivationQuantizer& quantizer, const at::Tensor& input)
{
    return PreparedQuantizer(quantizer, input.device())(input);
}

} // namespace latticeq
