// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quantize/prepared_quantizer.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>

namespace latticeq {

namespace {

/** [C] as [1, C, 1, …], so that it meets the channels of an input of `dimensions` dimensions. */
at::Tensor alongChannels(const at::Tensor& values, const at::Tensor& input)
{
    std::vector<int64_t> shape(static_cast<size_t>(input.dim()), 1);
    shape[1] = values.numel();
    return values.reshape(shape);
}

bool isDense(const at::Tensor& tensor)
{
    return tensor.is_contiguous() || (tensor.dim() == 4 && tensor.is_contiguous(at::MemoryFormat::ChannelsLast));
}

} // namespace

PreparedQuantizer::PreparedQuantizer(const ActivationQuantizer& quantizer, c10::Device device)
    : m_signed(quantizer.isSigned)
{
    const at::Tensor alpha = quantizer.alpha.to(at::kCPU);
    const at::Tensor steps = at::exp2(quantizer.bits.to(at::kCPU).to(at::kFloat)) - 1;
    if (alpha.numel() == 1)
        m_uniform = { alpha.item<float>(), steps.min().item<float>(), quantizer.isSigned };
    if (steps.min().item<float>() <= 0)
        m_silent = (steps <= 0).to(device);
    m_alpha = alpha.to(device);
    m_steps = steps.to(device);
    m_stepSize = (1 / steps).to(device);
}

bool PreparedQuantizer::isFused(const at::Tensor& input) const
{
    return input.device().is_cpu() && m_alpha.numel() == 1 && isDense(input) && input.scalar_type() == at::kFloat;
}

at::Tensor PreparedQuantizer::operator()(const at::Tensor& input) const
{
    if (!isFused(input))
        return byTensors(input);
    at::Tensor output = at::empty_like(input);
    const float* source = input.data_ptr<float>();
    auto* target = output.data_ptr<float>();
    constexpr int64_t kGrain = 1 << 15;
    at::parallel_for(0, input.numel(), kGrain, [&](int64_t begin, int64_t end) {
        fakeQuantize(source + begin, target + begin, static_cast<size_t>(end - begin), m_uniform);
    });
    return output;
}

at::Tensor PreparedQuantizer::byTensors(const at::Tensor& input) const
{
    // A tensor, not a number: on cards LibTorch multiplies by the reciprocal of a number instead of dividing by it.
    const at::Tensor alpha = alongChannels(m_alpha, input);
    at::Tensor unit = (input / alpha).clamp_(m_signed ? -1 : 0, 1);
    if (m_signed)
        unit.add_(1).mul_(0.5);
    unit.mul_(alongChannels(m_steps, input)).round_().mul_(alongChannels(m_stepSize, input));
    if (m_signed)
        unit.mul_(2).sub_(1);
    unit.mul_(alpha);
    return m_silent.defined() ? unit.masked_fill_(alongChannels(m_silent, input), 0) : unit;
}

} // namespace latticeq
