// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/families/families.h"
#include "core/graph/network_builder.h"

#include <algorithm>

namespace latticeq {

namespace {

/** Expands, filters each channel, squeezes and excites, projects. */
void addInvertedResidual(NetworkBuilder& builder, const std::string& name, const EfficientStage& stage, int64_t stride)
{
    const int64_t inputs = builder.here().channels;
    const int64_t expanded = inputs * stage.expansion;
    int number = 0;
    const auto nextPart = [&] { return name + ".block." + std::to_string(number++); };
    if (stage.expansion != 1)
        builder.addUnit(numbered(nextPart()), expanded, square(1), Silu {});
    builder.addUnit(numbered(nextPart()), expanded, square(stage.kernel, stride, expanded), Silu {});
    builder.squeezeAndExcite(nextPart(), std::max<int64_t>(1, inputs / 4), Silu {}, Sigmoid {});
    builder.addUnit(numbered(nextPart()), stage.outputs, square(1), std::nullopt);
}

/** Expands by a full convolution, then projects; without expansion the one convolution is all. */
void addFusedResidual(NetworkBuilder& builder, const std::string& name, const EfficientStage& stage, int64_t stride)
{
    const Convolution form = square(stage.kernel, stride);
    const int64_t expanded = builder.here().channels * stage.expansion;
    builder.addUnit(numbered(name + ".block.0"), stage.expansion == 1 ? stage.outputs : expanded, form, Silu {});
    if (stage.expansion != 1)
        builder.addUnit(numbered(name + ".block.1"), stage.outputs, square(1), std::nullopt);
}

void addBlock(NetworkBuilder& builder, const std::string& name, const EfficientStage& stage, int64_t stride)
{
    const Place input = builder.here();
    builder.enterBlock(name);
    if (stage.fused)
        addFusedResidual(builder, name, stage, stride);
    else
        addInvertedResidual(builder, name, stage, stride);
    if (stride == 1 && input.channels == stage.outputs)
        builder.addShortcut(name + ".add", input);
    builder.leaveBlock();
}

} // namespace

Network buildFamily(const ModelInfo& info, const EfficientNetArchitecture& architecture)
{
    NetworkBuilder builder(info);
    builder.setBatchNorm(architecture.epsilon, architecture.momentum);
    int number = 0;
    const auto nextName = [&] { return "features." + std::to_string(number++); };
    builder.addUnit(numbered(nextName()), architecture.stages.front().inputs, square(3, 2), Silu {});
    for (const EfficientStage& stage : architecture.stages) {
        const std::string name = nextName();
        for (int b = 0; b < stage.blocks; ++b)
            addBlock(builder, name + "." + std::to_string(b), stage, b == 0 ? stage.stride : 1);
    }
    builder.addUnit(numbered(nextName()), architecture.lastChannels, square(1), Silu {});
    builder.poolGlobally();
    builder.addLinear("classifier.1", info.classes);
    return builder.finish();
}

} // namespace latticeq
