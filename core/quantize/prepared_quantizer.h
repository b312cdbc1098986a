// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/quantize/activation_quantizer.h"
#include "core/quantize/kernels/fake_quantize.h"

#include <optional>
#include <vector>

namespace latticeq {

/**
 * A quantizer whose thresholds lie ready on one device: computing with it copies nothing from the processor and reads
 * nothing back. Gives the same bits as quantizeActivationReference().
 */
class PreparedQuantizer
{
public:
    PreparedQuantizer(const ActivationQuantizer& quantizer, c10::Device device);

    /** Quantizes an input that is on the device. */
    at::Tensor operator()(const at::Tensor& input) const;
    /** The same, over the input's own values where nobody else holds them. */
    at::Tensor consume(const at::Tensor& input) const;
    /** The version of a card, on any device. */
    at::Tensor byTensors(const at::Tensor& input) const;

private:
    bool isFused(const at::Tensor& input) const;
    void quantizeInto(const at::Tensor& input, const at::Tensor& output) const;
    void quantizePlanes(const at::Tensor& input, const at::Tensor& output) const;
    bool hasChannelsSideBySide(const at::Tensor& input) const;

    at::Tensor m_alpha; // [1] or [C], as all here
    at::Tensor m_steps;
    at::Tensor m_stepSize; // of the unit interval
    at::Tensor m_silent; // channels of 0 bits; undefined where there are none
    bool m_signed;
    std::vector<UniformSteps> m_channels; // for the fused kernel; one where there is one threshold
    std::optional<ChannelSteps> m_sideBySide; // where there are several
};

} // namespace latticeq
