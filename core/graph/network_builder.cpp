// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/network_builder.h"

namespace latticeq {

UnitNames numbered(const std::string& name)
{
    return numbered(name, 0);
}

UnitNames numbered(const std::string& prefix, int first)
{
    const auto nameOf = [&](int number) { return prefix + "." + std::to_string(number); };
    return { nameOf(first), nameOf(first + 1), nameOf(first + 2) };
}

Convolution square(int64_t kernel, int64_t stride, int64_t groups)
{
    Convolution c;
    c.kernel = { kernel, kernel };
    c.stride = { stride, stride };
    c.padding = { kernel / 2, kernel / 2 };
    c.groups = groups;
    return c;
}

MaxPool maxPool(int64_t kernel, int64_t stride, int64_t padding, bool ceilMode)
{
    return { { kernel, kernel }, { stride, stride }, { padding, padding }, { 1, 1 }, ceilMode };
}

NetworkBuilder::NetworkBuilder(const ModelInfo& info)
    : NetworkBuilder(info.title, info.inputChannels)
{
}

NetworkBuilder::NetworkBuilder(std::string title, int64_t inputChannels)
    : m_network(std::move(title))
    , m_here { m_network.input(), inputChannels }
{
}

void NetworkBuilder::setBatchNorm(double epsilon, double momentum)
{
    m_batchNorm.epsilon = epsilon;
    m_batchNorm.momentum = momentum;
}

void NetworkBuilder::append(const std::string& name, Operation operation)
{
    m_here.node = m_network.add(name, std::move(operation), { m_here.node }, m_block);
}

void NetworkBuilder::convolve(const std::string& name, int64_t outputs, Convolution form)
{
    form.inputs = m_here.channels;
    form.outputs = outputs;
    append(name, form);
    m_here.channels = outputs;
}

void NetworkBuilder::normalise(const std::string& name)
{
    BatchNorm norm = m_batchNorm;
    norm.channels = m_here.channels;
    append(name, norm);
}

void NetworkBuilder::addLinear(const std::string& name, int64_t outputs)
{
    append(name, Linear { m_here.channels, outputs });
    m_here.channels = outputs;
}

void NetworkBuilder::slice(const std::string& name, int64_t first, int64_t count)
{
    append(name, SliceChannels { first, count });
    m_here.channels = count;
}

void NetworkBuilder::addUnit(
    const UnitNames& names, int64_t outputs, const Convolution& form, std::optional<Operation> activation)
{
    convolve(names.convolution, outputs, form);
    normalise(names.norm);
    if (activation)
        append(names.activation, *activation);
}

void NetworkBuilder::addShortcut(const std::string& name, const Place& other)
{
    m_here.node = m_network.add(name, Add {}, { m_here.node, other.node }, m_block);
}

void NetworkBuilder::concatenate(const std::string& name, const std::vector<Place>& places)
{
    std::vector<NodeId> inputs;
    int64_t channels = 0;
    for (const Place& place : places) {
        inputs.push_back(place.node);
        channels += place.channels;
    }
    m_here = { m_network.add(name, Concatenate {}, std::move(inputs), m_block), channels };
}

void NetworkBuilder::squeezeAndExcite(const std::string& name, int64_t squeezed, Operation activation, Operation gate)
{
    const Place input = here();
    Convolution point = square(1);
    point.bias = true;
    append(name + ".avgpool", AdaptiveAveragePool {});
    convolve(name + ".fc1", squeezed, point);
    append(name + ".activation", std::move(activation));
    convolve(name + ".fc2", input.channels, point);
    append(name + ".scale_activation", std::move(gate));
    m_here.node = m_network.add(name + ".multiply", Multiply {}, { input.node, m_here.node }, m_block);
}

void NetworkBuilder::poolGlobally()
{
    append("avgpool", AdaptiveAveragePool {});
    append("flatten", Flatten {});
}

} // namespace latticeq
