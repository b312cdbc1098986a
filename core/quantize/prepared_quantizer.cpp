// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quantize/prepared_quantizer.h"

#include "core/support/owned_tensor.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>

#include <algorithm>

namespace latticeq {

namespace {

constexpr int64_t kGrain = 1 << 15; // values that are worth a thread

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
    const at::Tensor both = at::stack(at::broadcast_tensors({ alpha, steps })); // [2, 1] or [2, C]
    const float* values = both.data_ptr<float>();
    for (int64_t channel = 0; channel < both.size(1); ++channel)
        m_channels.push_back({ values[channel], values[both.size(1) + channel], quantizer.isSigned });
    if (m_channels.size() > 1)
        m_sideBySide.emplace(m_channels);
    if (steps.min().item<float>() <= 0)
        m_silent = (steps <= 0).to(device);
    m_alpha = alpha.to(device);
    m_steps = steps.to(device);
    m_stepSize = (1 / steps).to(device);
}

bool PreparedQuantizer::isFused(const at::Tensor& input) const
{
    if (!input.device().is_cpu() || input.scalar_type() != at::kFloat)
        return false;
    if (m_channels.size() == 1)
        return isDense(input);
    return input.size(1) == std::ssize(m_channels)
        && (hasChannelsSideBySide(input) || (input.dim() == 4 && input.is_contiguous()));
}

bool PreparedQuantizer::hasChannelsSideBySide(const at::Tensor& input) const
{
    return m_channels.size() > 1
        && (input.dim() == 4 ? input.is_contiguous(at::MemoryFormat::ChannelsLast)
                             : input.dim() == 2 && input.is_contiguous());
}

at::Tensor PreparedQuantizer::operator()(const at::Tensor& input) const
{
    if (!isFused(input))
        return byTensors(input);
    at::Tensor output = at::empty_like(input);
    quantizeInto(input, output);
    return output;
}

at::Tensor PreparedQuantizer::consume(const at::Tensor& input) const
{
    if (!isOwnedAlone(input) || !isFused(input))
        return (*this)(input);
    quantizeInto(input, input);
    return input;
}

void PreparedQuantizer::quantizeInto(const at::Tensor& input, const at::Tensor& output) const
{
    const float* source = input.data_ptr<float>();
    auto* target = output.data_ptr<float>();
    if (hasChannelsSideBySide(input)) {
        const auto channels = static_cast<int64_t>(m_channels.size());
        at::parallel_for(
            0, input.numel() / channels, std::max<int64_t>(1, kGrain / channels), [&](int64_t begin, int64_t end) {
                fakeQuantizeChannels(source + begin * channels, target + begin * channels,
                    static_cast<size_t>((end - begin) * channels), *m_sideBySide);
            });
    } else if (m_channels.size() == 1 && m_channels[0].steps > 0) {
        at::parallel_for(0, input.numel(), kGrain, [&](int64_t begin, int64_t end) {
            fakeQuantize(source + begin, target + begin, static_cast<size_t>(end - begin), m_channels[0]);
        });
    } else {
        quantizePlanes(input, output);
    }
}

/** Channel by channel of each image, or all at once where one threshold is for all. */
void PreparedQuantizer::quantizePlanes(const at::Tensor& input, const at::Tensor& output) const
{
    const float* source = input.data_ptr<float>();
    auto* target = output.data_ptr<float>();
    const auto channels = static_cast<int64_t>(m_channels.size());
    const int64_t plane = channels == 1 ? input.numel() : input.size(2) * input.size(3);
    const int64_t planes = plane == 0 ? 0 : input.numel() / plane;
    at::parallel_for(
        0, planes, std::max<int64_t>(1, kGrain / std::max<int64_t>(1, plane)), [&](int64_t begin, int64_t end) {
            for (int64_t i = begin; i < end; ++i) {
                const UniformSteps& steps = m_channels[static_cast<size_t>(i % channels)];
                if (steps.steps > 0)
                    fakeQuantize(source + i * plane, target + i * plane, static_cast<size_t>(plane), steps);
                else
                    std::fill_n(target + i * plane, plane, 0.0F);
            }
        });
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
