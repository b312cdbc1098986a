// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/graph/node.h"
#include "core/graph/state_dict.h"

#include <optional>

namespace latticeq {

/** What a parameter or buffer of an architecture must look like. */
struct ParameterSpec
{
    std::string name;
    std::vector<int64_t> shape;
    bool optional = false; // counters that older checkpoints lack, auxiliary heads
};

/**
 * A network as a list of nodes in the order of their computation, with its parameters by name. Copies share
 * parameter tensors until one is set.
 */
class Network
{
public:
    explicit Network(std::string title);

    /** Appends a node; its inputs must exist. Throws std::invalid_argument on a name that is taken. */
    NodeId add(std::string name, Operation operation, std::vector<NodeId> inputs, std::string block = {});

    /**
     * Lets checkpoints hold parameters that no node needs, such as those of a head used in training alone; they are
     * kept with the others.
     */
    void accept(const std::vector<ParameterSpec>& unused);

    const std::vector<ParameterSpec>& accepted() const { return m_accepted; }

    /** The same nodes without a single parameter. */
    Network withoutParameters() const;

    const std::string& title() const { return m_title; }
    void setTitle(const std::string& title) { m_title = title; }
    const std::vector<Node>& nodes() const { return m_nodes; }
    const Node& node(NodeId id) const { return m_nodes.at(id); }
    NodeId input() const { return 0; }
    NodeId output() const { return m_nodes.size() - 1; }
    std::optional<NodeId> find(const std::string& name) const;

    /** Convolutions and linear layers in the network's order: the layers of every report. */
    std::vector<NodeId> weightedNodes() const;

    /** Every parameter and buffer: what the nodes need, in their order, then what is accepted besides. */
    std::vector<ParameterSpec> parameterSpecs() const;

    /**
     * Takes float32 copies of a checkpoint's tensors. Throws std::invalid_argument that names the first tensor
     * that is missing, left over or of another shape, with both shapes, or holds a value that cannot be (infinite, not
     * a number, a negative variance); `source` names the file in the message.
     */
    void loadParameters(const StateDict& parameters, const std::string& source);

    const StateDict& parameters() const { return m_parameters; }
    const at::Tensor& parameter(const Node& node, const std::string& name) const;
    bool hasParameter(const Node& node, const std::string& name) const;
    void setParameter(const std::string& fullName, const at::Tensor& value);

    /** Moves all parameters to a device; on a card the arithmetic is fixed (fixCardArithmetic()). */
    void to(at::Device device);
    /** The same network with its parameters on a device; shares those that are there already. */
    Network on(at::Device device) const;
    /**
     * Lays the weights of convolutions out with their channels side by side. On the processor what they compute follows
     * that layout, and is faster; sums are added in another order then. On a card it does nothing.
     */
    void layChannelsLast();
    /** Where the parameters are; without any, the processor. */
    at::Device device() const;

private:
    std::string m_title;
    std::vector<Node> m_nodes;
    std::vector<ParameterSpec> m_accepted;
    StateDict m_parameters;
};

} // namespace latticeq
