// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/residual_network.h"

namespace latticeq {

namespace {

/** Appends nodes one after the other and keeps count of the channels that the last one puts out. */
class Builder
{
public:
    Builder(const ModelInfo& info)
        : m_info(info)
        , m_network(info.title)
        , m_channels(info.inputChannels)
    {
    }

    Network build()
    {
        const ResidualArchitecture& a = m_info.architecture;
        addStem(a);
        for (size_t stage = 0; stage < a.blocks.size(); ++stage) {
            for (int b = 0; b < a.blocks[stage]; ++b) {
                const std::string name = "layer" + std::to_string(stage + 1) + "." + std::to_string(b);
                addBlock(name, a.stemChannels << stage, stage > 0 && b == 0 ? 2 : 1);
            }
        }
        addHead();
        return std::move(m_network);
    }

private:
    NodeId append(const std::string& name, Operation operation)
    {
        m_last = m_network.add(name, std::move(operation), { m_last }, m_block);
        return m_last;
    }

    void convolve(const std::string& name, int64_t outputs, int64_t kernel, int64_t stride)
    {
        Convolution c { m_channels, outputs };
        c.kernel = { kernel, kernel };
        c.stride = { stride, stride };
        c.padding = { kernel / 2, kernel / 2 };
        append(name, c);
        m_channels = outputs;
    }

    void normalise(const std::string& name) { append(name, BatchNorm { m_channels }); }

    void addStem(const ResidualArchitecture& a)
    {
        convolve("conv1", a.stemChannels, a.imageNetStem ? 7 : 3, a.imageNetStem ? 2 : 1);
        normalise("bn1");
        append("relu", Relu {});
        if (a.imageNetStem) {
            MaxPool pool;
            pool.kernel = { 3, 3 };
            pool.padding = { 1, 1 };
            append("maxpool", pool);
        }
    }

    void addBlock(const std::string& name, int64_t width, int64_t stride)
    {
        const bool bottleneck = m_info.architecture.block == ResidualBlock::Bottleneck;
        const int64_t outputs = bottleneck ? 4 * width : width;
        const NodeId input = m_last;
        const int64_t inputChannels = m_channels;
        m_block = name;
        if (bottleneck) {
            addUnit(name, 1, width, 1, 1, true);
            addUnit(name, 2, width, 3, stride, true);
            addUnit(name, 3, outputs, 1, 1, false);
        } else {
            addUnit(name, 1, width, 3, stride, true);
            addUnit(name, 2, outputs, 3, 1, false);
        }
        const NodeId branch = m_last;
        NodeId shortcut = input;
        if (stride != 1 || inputChannels != outputs) {
            m_last = input;
            m_channels = inputChannels;
            convolve(name + ".downsample.0", outputs, 1, stride);
            normalise(name + ".downsample.1");
            shortcut = m_last;
        }
        m_last = m_network.add(name + ".add", Add {}, { branch, shortcut }, m_block);
        append(name + ".relu", Relu {});
        m_block.clear();
    }

    void addUnit(const std::string& block, int number, int64_t outputs, int64_t kernel, int64_t stride, bool activated)
    {
        const std::string suffix = std::to_string(number);
        convolve(block + ".conv" + suffix, outputs, kernel, stride);
        normalise(block + ".bn" + suffix);
        if (activated)
            append(block + ".relu" + suffix, Relu {});
    }

    void addHead()
    {
        append("avgpool", AdaptiveAveragePool {});
        append("flatten", Flatten {});
        append("fc", Linear { m_channels, m_info.classes });
    }

    const ModelInfo& m_info;
    Network m_network;
    int64_t m_channels;
    NodeId m_last = 0;
    std::string m_block;
};

} // namespace

Network buildResidualNetwork(const ModelInfo& info)
{
    return Builder(info).build();
}

} // namespace latticeq
