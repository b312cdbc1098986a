// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/families/families.h"
#include "core/graph/network_builder.h"

#include <algorithm>
#include <cmath>

namespace latticeq {

namespace {

/** Blocks of equal width; the first of them halves the image. */
struct Stage
{
    int64_t width = 0;
    int blocks = 0;
    int64_t groupWidth = 0;
};

/** The width of a block in the growing row of widths, in eights. */
int64_t blockWidth(const RegNetArchitecture& a, int block)
{
    const double width = a.slope * block + static_cast<double>(a.firstWidth);
    const double capacity = std::nearbyint(std::log(width / static_cast<double>(a.firstWidth)) / std::log(a.step));
    const double stepped = static_cast<double>(a.firstWidth) * std::pow(a.step, capacity);
    return 8 * static_cast<int64_t>(std::nearbyint(stepped / 8));
}

/** The width nearest to `width` that whole groups fill, not more than a tenth below it. */
int64_t filledWidth(int64_t width, int64_t group)
{
    const int64_t rounded = std::max(group, (width + group / 2) / group * group);
    return 10 * rounded < 9 * width ? rounded + group : rounded;
}

std::vector<Stage> stagesOf(const RegNetArchitecture& a)
{
    std::vector<Stage> stages;
    int64_t previous = 0;
    for (int block = 0; block < a.depth; ++block) {
        const int64_t width = blockWidth(a, block);
        if (width != previous) {
            const int64_t group = std::min(a.groupWidth, width);
            stages.push_back({ filledWidth(width, group), 0, group });
        }
        ++stages.back().blocks;
        previous = width;
    }
    return stages;
}

void addBlock(NetworkBuilder& builder, const std::string& name, const Stage& stage, int64_t stride, bool squeeze)
{
    const Place input = builder.here();
    Place shortcut = input;
    builder.enterBlock(name);
    if (stride != 1 || input.channels != stage.width) {
        builder.addUnit(numbered(name + ".proj"), stage.width, square(1, stride), std::nullopt);
        shortcut = builder.here();
        builder.goTo(input);
    }
    builder.addUnit(numbered(name + ".f.a"), stage.width, square(1));
    builder.addUnit(numbered(name + ".f.b"), stage.width, square(3, stride, stage.width / stage.groupWidth));
    if (squeeze) {
        const auto squeezed = static_cast<int64_t>(std::nearbyint(0.25 * static_cast<double>(input.channels)));
        builder.squeezeAndExcite(name + ".f.se", squeezed, Relu {}, Sigmoid {});
    }
    builder.addUnit(numbered(name + ".f.c"), stage.width, square(1), std::nullopt);
    builder.addShortcut(name + ".add", shortcut);
    builder.append(name + ".activation", Relu {});
    builder.leaveBlock();
}

} // namespace

Network buildFamily(const ModelInfo& info, const RegNetArchitecture& architecture)
{
    NetworkBuilder builder(info);
    builder.addUnit(numbered("stem"), 32, square(3, 2));
    int number = 1;
    for (const Stage& stage : stagesOf(architecture)) {
        const std::string block = "block" + std::to_string(number++);
        for (int b = 0; b < stage.blocks; ++b) {
            const std::string name = "trunk_output." + block + "." + block + "-" + std::to_string(b);
            addBlock(builder, name, stage, b == 0 ? 2 : 1, architecture.squeezeAndExcite);
        }
    }
    builder.poolGlobally();
    builder.addLinear("fc", info.classes);
    return builder.finish();
}

} // namespace latticeq
