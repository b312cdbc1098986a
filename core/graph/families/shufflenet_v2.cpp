// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/families/families.h"
#include "core/graph/network_builder.h"

namespace latticeq {

namespace {

constexpr int kBlocks[] = { 4, 8, 4 }; // in each stage

/** The branch of a block that expands, filters each channel and mixes. */
Place addMainBranch(NetworkBuilder& builder, const std::string& name, int64_t channels, int64_t stride)
{
    builder.addUnit(numbered(name, 0), channels, square(1));
    builder.addUnit(numbered(name, 3), channels, square(3, stride, channels), std::nullopt);
    builder.addUnit(numbered(name, 5), channels, square(1));
    return builder.here();
}

/** Halves the image: both branches see all channels. */
void addReducingBlock(NetworkBuilder& builder, const std::string& name, int64_t outputs)
{
    const Place input = builder.here();
    const std::string side = name + ".branch1";
    builder.addUnit(numbered(side, 0), input.channels, square(3, 2, input.channels), std::nullopt);
    builder.addUnit(numbered(side, 2), outputs / 2, square(1));
    const Place reduced = builder.here();
    builder.goTo(input);
    const Place main = addMainBranch(builder, name + ".branch2", outputs / 2, 2);
    builder.concatenate(name + ".concatenate", { reduced, main });
}

/** Passes one half of the channels on as it is. */
void addSplittingBlock(NetworkBuilder& builder, const std::string& name)
{
    const Place input = builder.here();
    const int64_t half = input.channels / 2;
    builder.slice(name + ".first", 0, half);
    const Place passed = builder.here();
    builder.goTo(input);
    builder.slice(name + ".second", half, half);
    const Place main = addMainBranch(builder, name + ".branch2", half, 1);
    builder.concatenate(name + ".concatenate", { passed, main });
}

} // namespace

Network buildFamily(const ModelInfo& info, const ShuffleNetArchitecture& architecture)
{
    NetworkBuilder builder(info);
    builder.addUnit(numbered("conv1"), architecture.channels[0], square(3, 2));
    builder.append("maxpool", maxPool(3, 2, 1));
    for (size_t stage = 0; stage < std::size(kBlocks); ++stage) {
        for (int b = 0; b < kBlocks[stage]; ++b) {
            const std::string name = "stage" + std::to_string(stage + 2) + "." + std::to_string(b);
            builder.enterBlock(name);
            if (b == 0)
                addReducingBlock(builder, name, architecture.channels[stage + 1]);
            else
                addSplittingBlock(builder, name);
            builder.append(name + ".shuffle", ShuffleChannels { 2 });
            builder.leaveBlock();
        }
    }
    builder.addUnit(numbered("conv5"), architecture.channels[4], square(1));
    builder.poolGlobally();
    builder.addLinear("fc", info.classes);
    return builder.finish();
}

} // namespace latticeq
