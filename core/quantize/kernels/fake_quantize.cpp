// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quantize/kernels/fake_quantize.h"

#include <algorithm>

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "core/quantize/kernels/fake_quantize.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace latticeq::HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;

/** Whether divideBy() gives the quotients that a division gives: no step of it may underflow. */
bool canMultiply(float alpha)
{
    return HWY_NATIVE_FMA && alpha > 0x1p-80F && alpha < 0x1p80F;
}

/** x / alpha for |x| up to alpha. By the reciprocal and two corrections the quotient is rounded as the division's. */
template <bool multiplies, typename Tag> HWY_INLINE hn::Vec<Tag> divideBy(Tag d, hn::Vec<Tag> x, float alpha)
{
    const auto divisor = hn::Set(d, alpha);
    if constexpr (!multiplies)
        return hn::Div(x, divisor);
    const auto reciprocal = hn::Set(d, 1.0F / alpha);
    auto quotient = hn::Mul(x, reciprocal);
    quotient = hn::MulAdd(hn::NegMulAdd(quotient, divisor, x), reciprocal, quotient);
    return hn::MulAdd(hn::NegMulAdd(quotient, divisor, x), reciprocal, quotient);
}

/** One register: clamp(x / alpha), round to steps, back; signed values pass through [0, 1] on the way. */
template <bool isSigned, bool multiplies, typename Tag>
HWY_INLINE hn::Vec<Tag> quantizeRegister(Tag d, hn::Vec<Tag> x, const UniformSteps& u)
{
    const auto one = hn::Set(d, 1.0F);
    const auto steps = hn::Set(d, u.steps);
    const auto lowest = hn::Set(d, isSigned ? -u.alpha : 0.0F);
    auto unit = divideBy<multiplies>(d, hn::Min(hn::Max(x, lowest), hn::Set(d, u.alpha)), u.alpha);
    if constexpr (isSigned)
        unit = hn::Mul(hn::Add(unit, one), hn::Set(d, 0.5F));
    unit = hn::Mul(hn::Round(hn::Mul(unit, steps)), hn::Set(d, 1.0F / u.steps));
    if constexpr (isSigned)
        unit = hn::Sub(hn::Add(unit, unit), one);
    return hn::Mul(unit, hn::Set(d, u.alpha));
}

template <bool isSigned, bool multiplies>
void quantizeAll(const float* input, float* output, size_t count, const UniformSteps& u)
{
    const hn::ScalableTag<float> d;
    const size_t lanes = hn::Lanes(d);
    size_t i = 0;
    for (; i + lanes <= count; i += lanes)
        hn::StoreU(quantizeRegister<isSigned, multiplies>(d, hn::LoadU(d, input + i), u), d, output + i);
    if (i == count)
        return;
    HWY_ALIGN float rest[hn::MaxLanes(d)] = {};
    std::copy(input + i, input + count, rest);
    hn::Store(quantizeRegister<isSigned, multiplies>(d, hn::Load(d, rest), u), d, rest);
    std::copy_n(rest, count - i, output + i);
}

void FakeQuantize(const float* input, float* output, size_t count, const UniformSteps& u)
{
    const auto all = canMultiply(u.alpha) ? (u.isSigned ? quantizeAll<true, true> : quantizeAll<false, true>)
                                          : (u.isSigned ? quantizeAll<true, false> : quantizeAll<false, false>);
    all(input, output, count, u);
}

} // namespace latticeq::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE

namespace latticeq {

HWY_EXPORT(FakeQuantize);

void fakeQuantize(const float* input, float* output, size_t count, const UniformSteps& uniform)
{
    HWY_DYNAMIC_DISPATCH(FakeQuantize)(input, output, count, uniform);
}

} // namespace latticeq

#endif
