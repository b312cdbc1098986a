// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quantize/kernels/fake_quantize.h"

#include <algorithm>

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "core/quantize/kernels/fake_quantize.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

#ifndef LATTICEQ_ORDINARY_THRESHOLD
#define LATTICEQ_ORDINARY_THRESHOLD
namespace latticeq {

/** Whether divideBy() gives the quotients that a division gives: no step of it may underflow. */
inline bool isOrdinaryThreshold(float alpha)
{
    return alpha > 0x1p-80F && alpha < 0x1p80F;
}

} // namespace latticeq
#endif

HWY_BEFORE_NAMESPACE();
namespace latticeq::HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;

/** At most as many lanes as the columns of ChannelSteps go on for. */
using Floats = hn::CappedTag<float, ChannelSteps::kMostLanes>;

/** What one register of values is quantized by, lane by lane. */
struct StepRegisters
{
    hn::Vec<Floats> lowest, highest, divisor, reciprocal, steps, stepSize, scale;
};

StepRegisters allLanes(const UniformSteps& u)
{
    const Floats d;
    return { hn::Set(d, u.isSigned ? -u.alpha : 0.0F), hn::Set(d, u.alpha), hn::Set(d, u.alpha),
        hn::Set(d, 1.0F / u.alpha), hn::Set(d, u.steps), hn::Set(d, 1.0F / u.steps), hn::Set(d, u.alpha) };
}

HWY_INLINE StepRegisters lanesFrom(const ChannelSteps::Columns& c, size_t channel)
{
    const Floats d;
    return { hn::LoadU(d, c.lowest.data() + channel), hn::LoadU(d, c.highest.data() + channel),
        hn::LoadU(d, c.divisor.data() + channel), hn::LoadU(d, c.reciprocal.data() + channel),
        hn::LoadU(d, c.steps.data() + channel), hn::LoadU(d, c.stepSize.data() + channel),
        hn::LoadU(d, c.scale.data() + channel) };
}

/** x / divisor for |x| up to it. By the reciprocal and two corrections the quotient is rounded as the division's. */
template <bool multiplies> HWY_INLINE hn::Vec<Floats> divideBy(hn::Vec<Floats> x, const StepRegisters& r)
{
    if constexpr (!multiplies)
        return hn::Div(x, r.divisor);
    auto quotient = hn::Mul(x, r.reciprocal);
    quotient = hn::MulAdd(hn::NegMulAdd(quotient, r.divisor, x), r.reciprocal, quotient);
    return hn::MulAdd(hn::NegMulAdd(quotient, r.divisor, x), r.reciprocal, quotient);
}

/** One register: clamp(x / alpha), round to steps, back; signed values pass through [0, 1] on the way. */
template <bool isSigned, bool multiplies>
HWY_INLINE hn::Vec<Floats> quantizeRegister(hn::Vec<Floats> x, const StepRegisters& r)
{
    const Floats d;
    const auto one = hn::Set(d, 1.0F);
    auto unit = divideBy<multiplies>(hn::Min(hn::Max(x, r.lowest), r.highest), r);
    if constexpr (isSigned)
        unit = hn::Mul(hn::Add(unit, one), hn::Set(d, 0.5F));
    unit = hn::Mul(hn::Round(hn::Mul(unit, r.steps)), r.stepSize);
    if constexpr (isSigned)
        unit = hn::Sub(hn::Add(unit, unit), one);
    return hn::Mul(unit, r.scale);
}

/** `next()` gives the registers of the lanes that follow. */
template <bool isSigned, bool multiplies, typename Next>
HWY_INLINE void quantizeAll(const float* input, float* output, size_t count, const Next& next)
{
    const Floats d;
    const size_t lanes = hn::Lanes(d);
    size_t i = 0;
    for (; i + lanes <= count; i += lanes)
        hn::StoreU(quantizeRegister<isSigned, multiplies>(hn::LoadU(d, input + i), next()), d, output + i);
    if (i == count)
        return;
    HWY_ALIGN float rest[hn::MaxLanes(d)] = {};
    std::copy(input + i, input + count, rest);
    hn::Store(quantizeRegister<isSigned, multiplies>(hn::Load(d, rest), next()), d, rest);
    std::copy_n(rest, count - i, output + i);
}

template <bool isSigned, bool multiplies>
void quantizeUniform(const float* input, float* output, size_t count, const UniformSteps& u)
{
    const StepRegisters registers = allLanes(u);
    quantizeAll<isSigned, multiplies>(input, output, count, [&]() -> const StepRegisters& { return registers; });
}

template <bool isSigned, bool multiplies>
void quantizeChannels(const float* input, float* output, size_t count, const ChannelSteps& c)
{
    const size_t channels = c.channels();
    const size_t step = hn::Lanes(Floats()) % channels;
    size_t following = 0;
    quantizeAll<isSigned, multiplies>(input, output, count, [&] {
        const size_t channel = following;
        following += step;
        following -= following >= channels ? channels : 0;
        return lanesFrom(c.columns(), channel);
    });
}

void FakeQuantize(const float* input, float* output, size_t count, const UniformSteps& u)
{
    const auto all = HWY_NATIVE_FMA && isOrdinaryThreshold(u.alpha)
        ? (u.isSigned ? quantizeUniform<true, true> : quantizeUniform<false, true>)
        : (u.isSigned ? quantizeUniform<true, false> : quantizeUniform<false, false>);
    all(input, output, count, u);
}

void FakeQuantizeChannels(const float* input, float* output, size_t count, const ChannelSteps& c)
{
    const auto all = HWY_NATIVE_FMA && c.isOrdinary()
        ? (c.isSigned() ? quantizeChannels<true, true> : quantizeChannels<false, true>)
        : (c.isSigned() ? quantizeChannels<true, false> : quantizeChannels<false, false>);
    all(input, output, count, c);
}

} // namespace latticeq::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE

namespace latticeq {

HWY_EXPORT(FakeQuantize);
HWY_EXPORT(FakeQuantizeChannels);

ChannelSteps::ChannelSteps(const std::vector<UniformSteps>& channels)
    : m_channels(channels.size())
    , m_signed(channels[0].isSigned)
{
    for (size_t i = 0; i < m_channels + kMostLanes; ++i) {
        const UniformSteps& u = channels[i % m_channels];
        const bool silent = u.steps <= 0;
        const float divisor = silent ? 1 : u.alpha;
        const float steps = silent ? 2 : u.steps; // of an even number the middle is exactly 0
        m_ordinary = m_ordinary && isOrdinaryThreshold(divisor);
        m_columns.lowest.push_back(silent || !m_signed ? 0 : -u.alpha);
        m_columns.highest.push_back(silent ? 0 : u.alpha);
        m_columns.divisor.push_back(divisor);
        m_columns.reciprocal.push_back(1 / divisor);
        m_columns.steps.push_back(steps);
        m_columns.stepSize.push_back(1 / steps);
        m_columns.scale.push_back(silent ? 0 : u.alpha);
    }
}

void fakeQuantize(const float* input, float* output, size_t count, const UniformSteps& uniform)
{
    HWY_DYNAMIC_DISPATCH(FakeQuantize)(input, output, count, uniform);
}

void fakeQuantizeChannels(const float* input, float* output, size_t count, const ChannelSteps& channels)
{
    HWY_DYNAMIC_DISPATCH(FakeQuantizeChannels)(input, output, count, channels);
}

} // namespace latticeq

#endif
