// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quantize/kernels/fake_quantize.h"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "core/quantize/kernels/fake_quantize.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace latticeq::HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;

/** One register: clamp(x / alpha), round to steps, back; signed values pass through [0, 1] on the way. */
template <bool isSigned, typename Tag>
HWY_INLINE hn::Vec<Tag> quantizeRegister(Tag d, hn::Vec<Tag> x, const UniformSteps& u)
{
    const auto one = hn::Set(d, 1.0F);
    const auto steps = hn::Set(d, u.steps);
    const auto lowest = hn::Set(d, isSigned ? -1.0F : 0.0F);
    auto unit = hn::Min(hn::Max(hn::Div(x, hn::Set(d, u.alpha)), lowest), one);
    if constexpr (isSigned)
        unit = hn::Mul(hn::Add(unit, one), hn::Set(d, 0.5F));
    unit = hn::Mul(hn::Round(hn::Mul(unit, steps)), hn::Set(d, 1.0F / u.steps));
    if constexpr (isSigned)
        unit = hn::Sub(hn::Add(unit, unit), one);
    return hn::Mul(unit, hn::Set(d, u.alpha));
}

template <bool isSigned> void quantizeAll(const float* input, float* output, size_t count, const UniformSteps& u)
{
    const hn::ScalableTag<float> d;
    const hn::CappedTag<float, 1> single;
    const size_t lanes = hn::Lanes(d);
    size_t i = 0;
    for (; i + lanes <= count; i += lanes)
        hn::StoreU(quantizeRegister<isSigned>(d, hn::LoadU(d, input + i), u), d, output + i);
    for (; i < count; ++i)
        hn::StoreU(quantizeRegister<isSigned>(single, hn::LoadU(single, input + i), u), single, output + i);
}

void FakeQuantize(const float* input, float* output, size_t count, const UniformSteps& u)
{
    return u.isSigned ? quantizeAll<true>(input, output, count, u) : quantizeAll<false>(input, output, count, u);
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
