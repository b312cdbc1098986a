// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/graph/network.h"
#include "core/graph/script/traced_tensors.h"

#include <ATen/core/ivalue.h>
#include <torch/csrc/jit/ir/ir.h>

#include <set>
#include <stdexcept>
#include <unordered_map>

namespace latticeq {

/** An operator that cannot become a node; the message names it, the reason and the place in the module's source. */
class UnknownOperator : public std::invalid_argument
{
    using std::invalid_argument::invalid_argument;
};

/** What is known about the module while its operators become nodes. */
struct ScriptTrace
{
    explicit ScriptTrace(const std::string& title)
        : network(title)
    {
    }

    Network network;
    TracedTensors tensors;
    std::unordered_map<const void*, std::string> names; // of parameters and buffers, by identity
    StateDict parameters; // of the network, as they are found
    std::set<std::string> renamed; // tensors of the module that the network has under another name
};

/** One operator with the values that it was called with and what it gave. */
class ScriptCall
{
public:
    ScriptCall(ScriptTrace& trace, const torch::jit::Node& node, std::vector<at::IValue> arguments,
        std::vector<at::IValue> results);

    /** The operator without `aten::` and without the underscore of its version in place. */
    const std::string& name() const { return m_name; }
    bool isInPlace() const { return m_inPlace; }

    bool has(const char* argument) const; // given and not None
    const at::IValue& value(const char* argument) const;
    at::Tensor tensor(const char* argument) const { return value(argument).toTensor(); }
    double number(const char* argument) const { return value(argument).toScalar().toDouble(); }
    int64_t integer(const char* argument) const { return value(argument).toInt(); }
    bool isTrue(const char* argument) const { return value(argument).toBool(); }
    /** A list of two, or of one that stands for both, or an empty one, which gives `otherwise`. */
    Pair pair(const char* argument, Pair otherwise = { 0, 0 }) const;

    bool isTraced(const char* argument) const;
    /** The node's output that an argument shows. Throws UnknownOperator where it shows none in this layout. */
    TracedTensor traced(const char* argument) const;
    NodeId plain(const char* argument) const; // the node of an argument in the plain layout
    const at::Tensor& result(size_t index = 0) const { return m_results.at(index).toTensor(); }
    const std::vector<at::IValue>& results() const { return m_results; }

    /** A name of the network that is not taken: after the module that the operator stands in. */
    std::string freeName() const;
    /** The name that a parameter `x.weight` gives to its layer, made unique; freeName() where it has none. */
    std::string layerName(const char* argument, const std::string& suffix) const;
    void setParameter(const std::string& layer, const std::string& parameter, const at::Tensor& value) const;
    void setParameter(const std::string& full, const at::Tensor& value) const;

    /** Appends a node and says that the first result shows it. */
    NodeId put(const std::string& name, Operation operation, std::vector<NodeId> inputs,
        TensorLayout layout = TensorLayout::Plain) const;
    NodeId put(Operation operation, std::vector<NodeId> inputs, TensorLayout layout = TensorLayout::Plain) const;
    /** Says which node's output the first result shows. */
    void show(const TracedTensor& traced) const;
    void show(const at::Tensor& result, const TracedTensor& traced) const { m_trace.tensors.set(result, traced); }
    TracedTensor tracedTensor(const at::Tensor& tensor) const;
    ScriptTrace& trace() const { return m_trace; }

    [[noreturn]] void refuse(const std::string& reason) const;

private:
    int place(const char* argument) const;

    ScriptTrace& m_trace;
    const torch::jit::Node& m_node;
    std::vector<at::IValue> m_arguments;
    std::vector<at::IValue> m_results;
    std::string m_name;
    bool m_inPlace = false;
};

/** "model.py, line 12", where a node stands in the module's source. */
std::string sourcePlace(const torch::jit::Node& node);

} // namespace latticeq
