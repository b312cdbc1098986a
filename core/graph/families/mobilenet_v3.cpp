// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/families/families.h"
#include "core/graph/network_builder.h"
#include "core/graph/round_to_eights.h"

namespace latticeq {

namespace {

/** One inverted residual block. */
struct Block
{
    int64_t kernel;
    int64_t expanded;
    int64_t outputs;
    bool squeezes;
    bool hardSwish; // otherwise rectified
    int64_t stride;
};

constexpr Block kLarge[]
    = { { 3, 16, 16, false, false, 1 }, { 3, 64, 24, false, false, 2 }, { 3, 72, 24, false, false, 1 },
          { 5, 72, 40, true, false, 2 }, { 5, 120, 40, true, false, 1 }, { 5, 120, 40, true, false, 1 },
          { 3, 240, 80, false, true, 2 }, { 3, 200, 80, false, true, 1 }, { 3, 184, 80, false, true, 1 },
          { 3, 184, 80, false, true, 1 }, { 3, 480, 112, true, true, 1 }, { 3, 672, 112, true, true, 1 },
          { 5, 672, 160, true, true, 2 }, { 5, 960, 160, true, true, 1 }, { 5, 960, 160, true, true, 1 } };

constexpr Block kSmall[] = { { 3, 16, 16, true, false, 2 }, { 3, 72, 24, false, false, 2 },
    { 3, 88, 24, false, false, 1 }, { 5, 96, 40, true, true, 2 }, { 5, 240, 40, true, true, 1 },
    { 5, 240, 40, true, true, 1 }, { 5, 120, 48, true, true, 1 }, { 5, 144, 48, true, true, 1 },
    { 5, 288, 96, true, true, 2 }, { 5, 576, 96, true, true, 1 }, { 5, 576, 96, true, true, 1 } };

void addBlock(NetworkBuilder& builder, const std::string& name, const Block& block)
{
    const Place input = builder.here();
    const Operation activation = block.hardSwish ? Operation(HardSwish {}) : Operation(Relu {});
    int number = 0;
    const auto nextPart = [&] { return name + ".block." + std::to_string(number++); };
    builder.enterBlock(name);
    if (block.expanded != input.channels)
        builder.addUnit(numbered(nextPart()), block.expanded, square(1), activation);
    builder.addUnit(
        numbered(nextPart()), block.expanded, square(block.kernel, block.stride, block.expanded), activation);
    if (block.squeezes) {
        const int64_t squeezed = roundToEights(static_cast<double>(block.expanded / 4));
        builder.squeezeAndExcite(nextPart(), squeezed, Relu {}, HardSigmoid {});
    }
    builder.addUnit(numbered(nextPart()), block.outputs, square(1), std::nullopt);
    if (block.stride == 1 && input.channels == block.outputs)
        builder.addShortcut(name + ".add", input);
    builder.leaveBlock();
}

} // namespace

Network buildFamily(const ModelInfo& info, const MobileNetV3Architecture& architecture)
{
    NetworkBuilder builder(info);
    builder.setBatchNorm(0.001, 0.01);
    int number = 0;
    const auto nextName = [&] { return "features." + std::to_string(number++); };
    builder.addUnit(numbered(nextName()), 16, square(3, 2), HardSwish {});
    const auto addBlocks = [&](const auto& blocks) {
        for (const Block& block : blocks)
            addBlock(builder, nextName(), block);
    };
    if (architecture.large)
        addBlocks(kLarge);
    else
        addBlocks(kSmall);
    builder.addUnit(numbered(nextName()), 6 * builder.here().channels, square(1), HardSwish {});
    builder.poolGlobally();
    builder.addLinear("classifier.0", architecture.large ? 1280 : 1024);
    builder.append("classifier.1", HardSwish {});
    builder.addLinear("classifier.3", info.classes);
    return builder.finish();
}

} // namespace latticeq
