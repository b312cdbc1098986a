// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/families/families.h"
#include "core/graph/network_builder.h"

namespace latticeq {

namespace {

class ResidualBuilder
{
public:
    ResidualBuilder(const ModelInfo& info, const ResidualArchitecture& architecture)
        : m_architecture(architecture)
        , m_builder(info)
    {
    }

    void addStem()
    {
        const bool imageNet = m_architecture.imageNetStem;
        m_builder.addUnit({ "conv1", "bn1", "relu" }, m_architecture.stemChannels, imageNet ? square(7, 2) : square(3));
        if (imageNet)
            m_builder.append("maxpool", maxPool(3, 2, 1));
    }

    void addBlock(const std::string& name, int64_t width, int64_t stride)
    {
        const bool bottleneck = m_architecture.block == ResidualBlock::Bottleneck;
        const Place input = m_builder.here();
        m_builder.enterBlock(name);
        if (bottleneck)
            addBottleneck(name, width, stride);
        else
            addBasic(name, width, stride);
        const Place branch = m_builder.here();
        Place shortcut = input;
        if (stride != 1 || input.channels != branch.channels) {
            m_builder.goTo(input);
            m_builder.addUnit(numbered(name + ".downsample"), branch.channels, square(1, stride), std::nullopt);
            shortcut = m_builder.here();
            m_builder.goTo(branch);
        }
        m_builder.addShortcut(name + ".add", shortcut);
        m_builder.append(name + ".relu", Relu {});
        m_builder.leaveBlock();
    }

    Network finish(int64_t classes)
    {
        m_builder.poolGlobally();
        m_builder.addLinear("fc", classes);
        return m_builder.finish();
    }

private:
    static UnitNames unit(const std::string& block, const std::string& number)
    {
        return { block + ".conv" + number, block + ".bn" + number, block + ".relu" + number };
    }

    void addBasic(const std::string& name, int64_t width, int64_t stride)
    {
        m_builder.addUnit(unit(name, "1"), width, square(3, stride));
        m_builder.addUnit(unit(name, "2"), width, square(3), std::nullopt);
    }

    void addBottleneck(const std::string& name, int64_t width, int64_t stride)
    {
        const int64_t groups = m_architecture.groups;
        const int64_t inner = width * m_architecture.groupWidth / 64 * groups;
        m_builder.addUnit(unit(name, "1"), inner, square(1));
        m_builder.addUnit(unit(name, "2"), inner, square(3, stride, groups));
        m_builder.addUnit(unit(name, "3"), 4 * width, square(1), std::nullopt);
    }

    const ResidualArchitecture& m_architecture;
    NetworkBuilder m_builder;
};

} // namespace

Network buildFamily(const ModelInfo& info, const ResidualArchitecture& architecture)
{
    ResidualBuilder builder(info, architecture);
    builder.addStem();
    for (size_t stage = 0; stage < architecture.blocks.size(); ++stage) {
        for (int b = 0; b < architecture.blocks[stage]; ++b) {
            const std::string name = "layer" + std::to_string(stage + 1) + "." + std::to_string(b);
            builder.addBlock(name, architecture.stemChannels << stage, stage > 0 && b == 0 ? 2 : 1);
        }
    }
    return builder.finish(info.classes);
}

} // namespace latticeq
