// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/families/families.h"
#include "core/graph/network_builder.h"
#include "core/graph/round_to_eights.h"

namespace latticeq {

namespace {

/** Inverted residual blocks of equal form; the first of them has the stride. */
struct Stack
{
    double outputs; // at width 1
    int64_t kernel;
    int64_t stride;
    int64_t expansion;
    int blocks;
};

constexpr Stack kStacks[] = { { 24, 3, 2, 3, 3 }, { 40, 5, 2, 3, 3 }, { 80, 5, 2, 6, 3 }, { 96, 3, 1, 6, 2 },
    { 192, 5, 2, 6, 4 }, { 320, 3, 1, 6, 1 } };

void addBlock(NetworkBuilder& builder, const std::string& name, int64_t outputs, const Stack& stack, int64_t stride)
{
    const Place input = builder.here();
    const int64_t hidden = input.channels * stack.expansion;
    const std::string layers = name + ".layers";
    builder.enterBlock(name);
    builder.addUnit(numbered(layers, 0), hidden, square(1));
    builder.addUnit(numbered(layers, 3), hidden, square(stack.kernel, stride, hidden));
    builder.addUnit(numbered(layers, 6), outputs, square(1), std::nullopt);
    if (stride == 1 && input.channels == outputs)
        builder.addShortcut(name + ".add", input);
    builder.leaveBlock();
}

} // namespace

Network buildFamily(const ModelInfo& info, const MnasNetArchitecture& architecture)
{
    NetworkBuilder builder(info);
    builder.setBatchNorm(1e-5, 1 - 0.9997);
    const int64_t stem = roundToEights(32 * architecture.width);
    builder.addUnit(numbered("layers", 0), stem, square(3, 2));
    builder.addUnit(numbered("layers", 3), stem, square(3, 1, stem));
    builder.addUnit(numbered("layers", 6), roundToEights(16 * architecture.width), square(1), std::nullopt);
    int number = 8;
    for (const Stack& stack : kStacks) {
        const std::string name = "layers." + std::to_string(number++);
        const int64_t outputs = roundToEights(stack.outputs * architecture.width);
        for (int b = 0; b < stack.blocks; ++b)
            addBlock(builder, name + "." + std::to_string(b), outputs, stack, b == 0 ? stack.stride : 1);
    }
    builder.addUnit(numbered("layers", number), 1280, square(1));
    builder.poolGlobally();
    builder.addLinear("classifier.1", info.classes);
    return builder.finish();
}

} // namespace latticeq
