// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/families/families.h"
#include "core/graph/network_builder.h"

namespace latticeq {

namespace {

constexpr double kEpsilon = 1e-6;

/** A kernel that covers the image in tiles. */
Convolution tiles(int64_t size)
{
    Convolution form = square(size, size);
    form.padding = { 0, 0 };
    form.bias = true;
    return form;
}

void addBlock(NetworkBuilder& builder, const std::string& name)
{
    const Place input = builder.here();
    Convolution filter = square(7, 1, input.channels);
    filter.bias = true;
    builder.enterBlock(name);
    builder.convolve(name + ".block.0", input.channels, filter);
    builder.append(name + ".block.2", LayerNorm { input.channels, kEpsilon });
    builder.addLinear(name + ".block.3", 4 * input.channels);
    builder.append(name + ".block.4", Gelu {});
    builder.addLinear(name + ".block.5", input.channels);
    builder.append(name, Scale { input.channels });
    builder.addShortcut(name + ".add", input);
    builder.leaveBlock();
}

} // namespace

Network buildFamily(const ModelInfo& info, const ConvNextArchitecture& architecture)
{
    NetworkBuilder builder(info);
    int number = 0;
    const auto nextName = [&] { return "features." + std::to_string(number++); };
    const std::string stem = nextName();
    builder.convolve(stem + ".0", architecture.stemChannels, tiles(4));
    builder.append(stem + ".1", LayerNorm { builder.here().channels, kEpsilon });
    for (size_t stage = 0; stage < architecture.blocks.size(); ++stage) {
        if (stage > 0) {
            const std::string reduction = nextName();
            builder.append(reduction + ".0", LayerNorm { builder.here().channels, kEpsilon });
            builder.convolve(reduction + ".1", 2 * builder.here().channels, tiles(2));
        }
        const std::string name = nextName();
        for (int b = 0; b < architecture.blocks[stage]; ++b)
            addBlock(builder, name + "." + std::to_string(b));
    }
    builder.append("avgpool", AdaptiveAveragePool {});
    builder.append("classifier.0", LayerNorm { builder.here().channels, kEpsilon });
    builder.append("classifier.1", Flatten {});
    builder.addLinear("classifier.2", info.classes);
    return builder.finish();
}

} // namespace latticeq
