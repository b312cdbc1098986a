// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/network.h"

#include "core/graph/card_arithmetic.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <set>
#include <stdexcept>

namespace latticeq {

namespace {

using Specs = std::vector<ParameterSpec>;

/** The parameters of each operation, in the order in which PyTorch writes them. */
struct SpecsOf
{
    const std::string& name;

    Specs operator()(const Convolution& c) const
    {
        Specs specs { { name + ".weight", { c.outputs, c.inputs / c.groups, c.kernel[0], c.kernel[1] } } };
        if (c.bias)
            specs.push_back({ name + ".bias", { c.outputs } });
        return specs;
    }
    Specs operator()(const Linear& l) const
    {
        Specs specs { { name + ".weight", { l.outputs, l.inputs } } };
        if (l.bias)
            specs.push_back({ name + ".bias", { l.outputs } });
        return specs;
    }
    Specs operator()(const BatchNorm& b) const
    {
        return { { name + ".weight", { b.channels } }, { name + ".bias", { b.channels } },
            { name + ".running_mean", { b.channels } }, { name + ".running_var", { b.channels } },
            { name + ".num_batches_tracked", {}, true } };
    }
    Specs operator()(const LayerNorm& l) const
    {
        return { { name + ".weight", { l.channels } }, { name + ".bias", { l.channels } } };
    }
    Specs operator()(const GroupNorm& g) const
    {
        return { { name + ".weight", { g.channels } }, { name + ".bias", { g.channels } } };
    }
    Specs operator()(const Arithmetic& a) const
    {
        return a.constant.name.empty() ? Specs {} : Specs { { a.constant.name, a.constant.shape } };
    }
    Specs operator()(const Scale& s) const { return { { name + ".layer_scale", { s.channels, 1, 1 } } }; }
    template <typename Other> Specs operator()(const Other&) const { return {}; }
};

[[noreturn]] void throwMisfit(const std::string& source, const std::string& title, const std::string& what)
{
    throw std::invalid_argument(source + " does not fit " + title + ": " + what);
}

void checkValues(const std::string& name, const at::Tensor& tensor, const std::string& source)
{
    if (!at::isfinite(tensor).all().item<bool>())
        throw std::invalid_argument(source + ": " + name + " holds a value that is not finite");
    if (name.ends_with(".running_var") && tensor.lt(0).any().item<bool>())
        throw std::invalid_argument(source + ": " + name + " holds a negative variance");
}

void checkNoLeftovers(
    const StateDict& parameters, const Specs& specs, const std::string& source, const std::string& title)
{
    for (const auto& item : parameters) {
        const bool known = std::any_of(
            specs.begin(), specs.end(), [&](const ParameterSpec& spec) { return spec.name == item.key(); });
        if (!known)
            throwMisfit(source, title, item.key() + " (" + shapeText(item.value().sizes()) + ") is not expected");
    }
}

} // namespace

Network::Network(std::string title)
    : m_title(std::move(title))
{
    m_nodes.push_back({ "input", InputImages {}, {}, {} });
}

NodeId Network::add(std::string name, Operation operation, std::vector<NodeId> inputs, std::string block)
{
    if (find(name))
        throw std::invalid_argument("network " + m_title + " has two nodes named " + name);
    for (const NodeId input : inputs) {
        if (input >= m_nodes.size())
            throw std::invalid_argument("node " + name + " reads a node that comes after it");
    }
    m_nodes.push_back({ std::move(name), std::move(operation), std::move(inputs), std::move(block) });
    return m_nodes.size() - 1;
}

void Network::accept(const std::vector<ParameterSpec>& unused)
{
    for (ParameterSpec spec : unused) {
        spec.optional = true;
        m_accepted.push_back(std::move(spec));
    }
}

Network Network::withoutParameters() const
{
    Network bare = *this;
    bare.m_parameters.clear();
    return bare;
}

std::optional<NodeId> Network::find(const std::string& name) const
{
    const auto found
        = std::find_if(m_nodes.begin(), m_nodes.end(), [&](const Node& node) { return node.name == name; });
    return found == m_nodes.end() ? std::nullopt : std::optional<NodeId>(found - m_nodes.begin());
}

std::vector<NodeId> Network::weightedNodes() const
{
    std::vector<NodeId> ids;
    for (NodeId id = 0; id < m_nodes.size(); ++id) {
        if (hasQuantizedWeight(m_nodes[id]))
            ids.push_back(id);
    }
    return ids;
}

Specs Network::parameterSpecs() const
{
    Specs all;
    std::set<std::string> names;
    for (const Node& node : m_nodes) {
        const Specs specs = std::visit(SpecsOf { node.name }, node.operation);
        for (const ParameterSpec& spec : specs) {
            if (names.insert(spec.name).second) // constants may be read by several nodes
                all.push_back(spec);
        }
    }
    all.insert(all.end(), m_accepted.begin(), m_accepted.end());
    return all;
}

void Network::loadParameters(const StateDict& parameters, const std::string& source)
{
    const Specs specs = parameterSpecs();
    StateDict loaded;
    for (const ParameterSpec& spec : specs) {
        const at::Tensor* tensor = parameters.find(spec.name);
        if (!tensor && spec.optional)
            continue;
        if (!tensor)
            throwMisfit(source, m_title, spec.name + " is missing, expected " + shapeText(spec.shape));
        if (tensor->sizes() != at::IntArrayRef(spec.shape)) {
            throwMisfit(source, m_title,
                spec.name + " is " + shapeText(tensor->sizes()) + ", expected " + shapeText(spec.shape));
        }
        checkValues(spec.name, *tensor, source);
        const bool counter = spec.optional && at::isIntegralType(tensor->scalar_type(), /*includeBool=*/false);
        const at::ScalarType type = counter ? tensor->scalar_type() : at::kFloat;
        loaded.insert(spec.name, tensor->to(type, /*non_blocking=*/false, /*copy=*/true).contiguous());
    }
    checkNoLeftovers(parameters, specs, source, m_title);
    m_parameters = std::move(loaded);
}

const at::Tensor& Network::parameter(const Node& node, const std::string& name) const
{
    const at::Tensor* tensor = m_parameters.find(node.name + "." + name);
    if (!tensor)
        throw std::logic_error("network " + m_title + " has no parameter " + node.name + "." + name + " loaded");
    return *tensor;
}

bool Network::hasParameter(const Node& node, const std::string& name) const
{
    return m_parameters.contains(node.name + "." + name);
}

void Network::setParameter(const std::string& fullName, const at::Tensor& value)
{
    at::Tensor* tensor = m_parameters.find(fullName);
    if (!tensor)
        throw std::logic_error("network " + m_title + " has no parameter " + fullName);
    *tensor = value;
}

void Network::to(at::Device device)
{
    if (device.is_cuda())
        fixCardArithmetic();
    for (auto& item : m_parameters)
        item.value() = item.value().to(device);
}

Network Network::on(at::Device device) const
{
    Network moved = *this;
    moved.to(device);
    return moved;
}

void Network::layChannelsLast()
{
    if (!device().is_cpu())
        return;
    for (auto& item : m_parameters) {
        if (item.value().dim() == 4)
            item.value() = item.value().contiguous(at::MemoryFormat::ChannelsLast);
    }
}

at::Device Network::device() const
{
    return m_parameters.is_empty() ? at::Device(at::kCPU) : m_parameters.begin()->value().device();
}

} // namespace latticeq
