// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

namespace latticeq {

/** How one threshold quantizes: uniform with `steps` steps on [0, alpha], or on [-alpha, alpha] where signed. */
struct UniformSteps
{
    float alpha = 1.0F;
    float steps = 255.0F; // 0: every value becomes 0
    bool isSigned = false;
};

/** The same for values whose channels lie side by side, one threshold each, ready to be read a register at a time. */
class ChannelSteps
{
public:
    /** Of at least one channel; all are signed or none. */
    explicit ChannelSteps(const std::vector<UniformSteps>& channels);

    /** What the kernel reads: each goes round the channels once and kMostLanes further. */
    struct Columns
    {
        std::vector<float> lowest, highest, divisor, reciprocal, steps, stepSize, scale;
    };
    static constexpr size_t kMostLanes = 64;

    size_t channels() const { return m_channels; }
    bool isSigned() const { return m_signed; }
    bool isOrdinary() const { return m_ordinary; } // no quotient by a threshold can underflow on its way
    const Columns& columns() const { return m_columns; }

private:
    size_t m_channels;
    bool m_signed;
    bool m_ordinary = true;
    Columns m_columns;
};

/**
 * Rounds `count` values to the nearest step in one pass, with the widest instruction set of this machine. Bit for
 * bit what ActivationQuantizer computes with tensors.
 */
void fakeQuantize(const float* input, float* output, size_t count, const UniformSteps& uniform);

/** The same for `count` values that begin with the first channel. */
void fakeQuantizeChannels(const float* input, float* output, size_t count, const ChannelSteps& channels);

} // namespace latticeq
