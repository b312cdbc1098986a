// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/graph/script/script_call.h"

#include <functional>

namespace latticeq {

/** What is done with an operator that computed with tensors. */
using CallVisitor = std::function<void(
    const torch::jit::Node& node, const std::vector<at::IValue>& arguments, const std::vector<at::IValue>& results)>;

/**
 * Runs a graph without calls node by node, following its branches and loops as its values say, and shows every
 * operator to a visitor. Operators with effects outside of their results are refused.
 */
class ScriptInterpreter
{
public:
    explicit ScriptInterpreter(CallVisitor visit);

    /** The graph's results for its inputs. Throws UnknownOperator, or what an operator throws. */
    std::vector<at::IValue> run(const torch::jit::Graph& graph, const std::vector<at::IValue>& inputs);

private:
    using Values = std::vector<at::IValue>;

    void runBlock(const torch::jit::Block& block);
    void runNode(const torch::jit::Node& node);
    void runBranch(const torch::jit::Node& node);
    void runLoop(const torch::jit::Node& node);
    void runOperator(const torch::jit::Node& node);
    bool construct(const torch::jit::Node& node);
    Values inputsOf(const torch::jit::Node& node) const;
    Values outputsOf(const torch::jit::Block& block) const;
    void setOutputs(const torch::jit::Node& node, const Values& results);
    void countStep(const torch::jit::Node& node);

    CallVisitor m_visit;
    std::unordered_map<const torch::jit::Value*, at::IValue> m_values;
    int64_t m_steps = 0;
};

} // namespace latticeq
