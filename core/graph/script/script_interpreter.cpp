// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/script/script_interpreter.h"

#include <ATen/core/Dict.h>
#include <ATen/core/List.h>
#include <ATen/core/ivalue.h>
#include <torch/csrc/jit/ir/constants.h>

#include <limits>

namespace latticeq {

namespace {

using torch::jit::Block;
using torch::jit::Graph;
using ScriptNode = torch::jit::Node;
using torch::jit::Stack;

namespace prim = c10::prim;

constexpr int64_t kMostSteps = 1'000'000; // a loop that does not end

[[noreturn]] void refuse(const ScriptNode& node, const std::string& reason)
{
    throw UnknownOperator(
        "operator " + std::string(node.kind().toQualString()) + " (" + sourcePlace(node) + ") " + reason);
}

/** Reads files or leaves traces: nothing that a forward pass needs. */
bool reachesOutside(const ScriptNode& node)
{
    const std::string name = node.kind().toQualString();
    return name == "aten::from_file" || name == "aten::save" || name == "aten::load"
        || (name.starts_with("prim::Python") || name == "prim::SetAttr");
}

/** Whether LibTorch would divide whole numbers that the processor cannot divide, which ends the program. */
bool dividesImpossibly(const ScriptNode& node, const std::vector<at::IValue>& arguments)
{
    const std::string name = node.kind().toQualString();
    if (name != "aten::floordiv" && name != "aten::remainder" && name != "aten::divmod")
        return false;
    if (arguments.size() != 2 || !arguments[0].isInt() || !arguments[1].isInt())
        return false;
    const int64_t divisor = arguments[1].toInt();
    return divisor == 0 || (divisor == -1 && arguments[0].toInt() == std::numeric_limits<int64_t>::min());
}

at::IValue makeList(const c10::ListType& type, const std::vector<at::IValue>& elements)
{
    c10::impl::GenericList list(type.getElementType());
    for (const at::IValue& element : elements)
        list.push_back(element);
    return list;
}

/** Of keys and values in turn. */
at::IValue makeDict(const c10::DictType& type, const std::vector<at::IValue>& entries)
{
    c10::impl::GenericDict dict(type.getKeyType(), type.getValueType());
    for (size_t i = 0; i + 1 < entries.size(); i += 2)
        dict.insert(entries[i], entries[i + 1]);
    return dict;
}

} // namespace

ScriptInterpreter::ScriptInterpreter(CallVisitor visit)
    : m_visit(std::move(visit))
{
}

std::vector<at::IValue> ScriptInterpreter::run(const Graph& graph, const Values& inputs)
{
    const auto parameters = graph.inputs();
    for (size_t i = 0; i < parameters.size(); ++i)
        m_values[parameters[i]] = inputs.at(i);
    runBlock(*graph.block());
    return outputsOf(*graph.block());
}

void ScriptInterpreter::runBlock(const Block& block)
{
    for (const ScriptNode* node : block.nodes())
        runNode(*node);
}

ScriptInterpreter::Values ScriptInterpreter::inputsOf(const ScriptNode& node) const
{
    Values values;
    for (const auto* input : node.inputs())
        values.push_back(m_values.at(input));
    return values;
}

ScriptInterpreter::Values ScriptInterpreter::outputsOf(const Block& block) const
{
    Values values;
    for (const auto* output : block.outputs())
        values.push_back(m_values.at(output));
    return values;
}

void ScriptInterpreter::setOutputs(const ScriptNode& node, const Values& results)
{
    const auto outputs = node.outputs();
    for (size_t i = 0; i < outputs.size(); ++i)
        m_values[outputs[i]] = results.at(i);
}

void ScriptInterpreter::countStep(const ScriptNode& node)
{
    if (++m_steps > kMostSteps)
        refuse(node, "is reached after a million steps: the module does not come to an end");
}

void ScriptInterpreter::runNode(const ScriptNode& node)
{
    countStep(node);
    if (node.kind() == prim::Constant)
        m_values[node.output()] = torch::jit::toIValue(node.output()).value_or(at::IValue());
    else if (node.kind() == prim::GetAttr)
        m_values[node.output()] = m_values.at(node.input()).toObject()->getAttr(node.s(c10::attr::name));
    else if (node.kind() == prim::If)
        runBranch(node);
    else if (node.kind() == prim::Loop)
        runLoop(node);
    else if (node.kind() == prim::Print || node.kind() == c10::aten::warn)
        return;
    else if (!construct(node))
        runOperator(node);
}

void ScriptInterpreter::runBranch(const ScriptNode& node)
{
    const Block& block = *node.blocks().at(m_values.at(node.input()).toBool() ? 0 : 1);
    runBlock(block);
    setOutputs(node, outputsOf(block));
}

void ScriptInterpreter::runLoop(const ScriptNode& node)
{
    const Block& body = *node.blocks().at(0);
    Values inputs = inputsOf(node);
    const int64_t count = inputs.at(0).toInt();
    bool proceed = inputs.at(1).toBool();
    Values carried(inputs.begin() + 2, inputs.end());
    for (int64_t i = 0; i < count && proceed; ++i) {
        countStep(node);
        m_values[body.inputs().at(0)] = i;
        for (size_t k = 0; k < carried.size(); ++k)
            m_values[body.inputs().at(k + 1)] = carried[k];
        runBlock(body);
        const Values results = outputsOf(body);
        proceed = results.at(0).toBool();
        carried.assign(results.begin() + 1, results.end());
    }
    setOutputs(node, carried);
}

bool ScriptInterpreter::construct(const ScriptNode& node)
{
    const Values inputs = inputsOf(node);
    if (node.kind() == prim::ListConstruct)
        setOutputs(node, { makeList(*node.output()->type()->expect<c10::ListType>(), inputs) });
    else if (node.kind() == prim::DictConstruct)
        setOutputs(node, { makeDict(*node.output()->type()->expect<c10::DictType>(), inputs) });
    else if (node.kind() == prim::TupleConstruct)
        setOutputs(node, { c10::ivalue::Tuple::create(inputs) });
    else if (node.kind() == prim::TupleUnpack)
        setOutputs(node, inputs.at(0).toTupleRef().elements().vec());
    else if (node.kind() == prim::ListUnpack)
        setOutputs(node, inputs.at(0).toListRef().vec());
    else if (node.kind() == prim::Uninitialized)
        setOutputs(node, { at::IValue() });
    else if (node.kind() == prim::unchecked_cast)
        setOutputs(node, inputs);
    else
        return false;
    return true;
}

void ScriptInterpreter::runOperator(const ScriptNode& node)
{
    if (node.kind() == prim::RaiseException)
        refuse(node, "raises an error for these images");
    const auto* schema = node.maybeSchema();
    if (!schema || reachesOutside(node))
        refuse(node, "is not one of a forward pass");
    const Values arguments = inputsOf(node);
    if (dividesImpossibly(node, arguments))
        refuse(node, "divides by zero");
    Stack stack = arguments;
    if (schema->is_vararg())
        stack.emplace_back(static_cast<int64_t>(arguments.size()));
    node.getOperation()(stack);
    setOutputs(node, stack);
    m_visit(node, arguments, stack);
}

} // namespace latticeq
