// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/families/families.h"
#include "core/graph/network_builder.h"

namespace latticeq {

namespace {

/** Blocks of equal form; the first of them has the stride. */
struct Stage
{
    int64_t expansion;
    int64_t outputs;
    int blocks;
    int64_t stride;
};

constexpr Stage kStages[] = { { 1, 16, 1, 1 }, { 6, 24, 2, 2 }, { 6, 32, 3, 2 }, { 6, 64, 4, 2 }, { 6, 96, 3, 1 },
    { 6, 160, 3, 2 }, { 6, 320, 1, 1 } };

void addInvertedResidual(NetworkBuilder& builder, const std::string& name, const Stage& stage, int64_t stride)
{
    const Place input = builder.here();
    const int64_t hidden = input.channels * stage.expansion;
    int number = 0;
    const auto nextPart = [&] { return name + ".conv." + std::to_string(number++); };
    builder.enterBlock(name);
    if (stage.expansion != 1)
        builder.addUnit(numbered(nextPart()), hidden, square(1), Relu6 {});
    builder.addUnit(numbered(nextPart()), hidden, square(3, stride, hidden), Relu6 {});
    builder.convolve(nextPart(), stage.outputs, square(1));
    builder.normalise(nextPart());
    if (stride == 1 && input.channels == stage.outputs)
        builder.addShortcut(name + ".add", input);
    builder.leaveBlock();
}

} // namespace

Network buildFamily(const ModelInfo& info, const MobileNetV2Architecture&)
{
    NetworkBuilder builder(info);
    int number = 0;
    const auto nextName = [&] { return "features." + std::to_string(number++); };
    builder.addUnit(numbered(nextName()), 32, square(3, 2), Relu6 {});
    for (const Stage& stage : kStages) {
        for (int b = 0; b < stage.blocks; ++b)
            addInvertedResidual(builder, nextName(), stage, b == 0 ? stage.stride : 1);
    }
    builder.addUnit(numbered(nextName()), 1280, square(1), Relu6 {});
    builder.poolGlobally();
    builder.addLinear("classifier.1", info.classes);
    return builder.finish();
}

} // namespace latticeq
