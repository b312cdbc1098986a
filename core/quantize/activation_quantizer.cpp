// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quantize/activation_quantizer.h"

#include "core/quantize/kernels/fake_quantize.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>

#include <cmath>

namespace latticeq {

namespace {

/** [C] as [1, C, 1, …], so that it meets the channels of an input of `dimensions` dimensions. */
at::Tensor alongChannels(const at::Tensor& values, const at::Tensor& input)
{
    std::vector<int64_t> shape(static_cast<size_t>(input.dim()), 1);
    shape[1] = values.numel();
    return values.to(input.device()).reshape(shape);
}

bool isDense(const at::Tensor& tensor)
{
    return tensor.is_contiguous() || (tensor.dim() == 4 && tensor.is_contiguous(at::MemoryFormat::ChannelsLast));
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
    const bool fused = input.device().is_cpu() && quantizer.alpha.numel() == 1 && isDense(input)
        && input.scalar_type() == at::kFloat;
    if (!fused)
        return quantizeActivationReference(quantizer, input);
    const auto bits = static_cast<int>(quantizer.bits.item<int64_t>());
    const UniformSteps uniform { quantizer.alpha.item<float>(), std::exp2(static_cast<float>(bits)) - 1.0F,
        quantizer.isSigned };
    at::Tensor output = at::empty_like(input);
    const float* source = input.data_ptr<float>();
    auto* target = output.data_ptr<float>();
    constexpr int64_t kGrain = 1 << 15;
    at::parallel_for(0, input.numel(), kGrain, [&](int64_t begin, int64_t end) {
        fakeQuantize(source + begin, target + begin, static_cast<size_t>(end - begin), uniform);
    });
    return output;
}

} // namespace latticeq
