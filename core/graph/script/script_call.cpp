// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/script/script_call.h"

#include <ATen/ATen.h>

namespace latticeq {

namespace {

/** The path of the module that a node was inlined from, "features.0.block"; empty for the outermost one. */
std::string modulePath(const torch::jit::Node& node)
{
    std::string path;
    if (const auto callstack = node.callstack()) {
        for (const auto& entry : (*callstack)->vec()) {
            const auto& module = std::get<2>(entry);
            if (module && !module->instance_name().empty())
                path.append(path.empty() ? "" : ".").append(module->instance_name());
        }
    }
    return path;
}

std::string uniqueName(const Network& network, const std::string& wanted)
{
    std::string name = wanted;
    for (int number = 2; network.find(name); ++number)
        name = wanted + "_" + std::to_string(number);
    return name;
}

} // namespace

std::string sourcePlace(const torch::jit::Node& node)
{
    const auto range = node.sourceRange();
    const auto original = range.findSourceRangeThatGenerated(); // in the Python file, where the archive tells
    const auto place = original ? original->file_line_col() : range.file_line_col();
    if (!place)
        return "the module's source";
    const auto& [file, line, column] = *place;
    return file + ", line " + std::to_string(line);
}

ScriptCall::ScriptCall(ScriptTrace& trace, const torch::jit::Node& node, std::vector<at::IValue> arguments,
    std::vector<at::IValue> results)
    : m_trace(trace)
    , m_node(node)
    , m_arguments(std::move(arguments))
    , m_results(std::move(results))
    , m_name(node.kind().toUnqualString())
{
    m_inPlace = m_name.size() > 1 && m_name.back() == '_' && !m_name.ends_with("__");
    if (m_inPlace)
        m_name.pop_back();
}

int ScriptCall::place(const char* argument) const
{
    const auto index = m_node.schema().argumentIndexWithName(argument);
    return index ? *index : -1;
}

bool ScriptCall::has(const char* argument) const
{
    const int index = place(argument);
    return index >= 0 && !m_arguments.at(static_cast<size_t>(index)).isNone();
}

const at::IValue& ScriptCall::value(const char* argument) const
{
    const int index = place(argument);
    if (index < 0)
        refuse(std::string("it has no argument ") + argument);
    return m_arguments.at(static_cast<size_t>(index));
}

Pair ScriptCall::pair(const char* argument, Pair otherwise) const
{
    if (!has(argument))
        return otherwise;
    const std::vector<int64_t> list = value(argument).toIntVector();
    if (list.empty())
        return otherwise;
    if (list.size() > 2)
        refuse(std::string(argument) + " has more than two dimensions");
    return { list.front(), list.back() };
}

bool ScriptCall::isTraced(const char* argument) const
{
    return has(argument) && value(argument).isTensor() && m_trace.tensors.find(tensor(argument));
}

TracedTensor ScriptCall::tracedTensor(const at::Tensor& tensor) const
{
    const TracedTensor* traced = m_trace.tensors.find(tensor);
    if (!traced)
        refuse("it mixes images with a constant");
    if (traced->stale)
        refuse("it reads memory that was changed through another tensor");
    return *traced;
}

TracedTensor ScriptCall::traced(const char* argument) const
{
    return tracedTensor(tensor(argument));
}

NodeId ScriptCall::plain(const char* argument) const
{
    const TracedTensor found = traced(argument);
    if (found.layout != TensorLayout::Plain)
        refuse("its input is reshaped");
    return found.node;
}

std::string ScriptCall::freeName() const
{
    const std::string path = modulePath(m_node);
    return uniqueName(m_trace.network, path.empty() ? m_name : path);
}

std::string ScriptCall::layerName(const char* argument, const std::string& suffix) const
{
    const auto named = m_trace.names.find(tensor(argument).unsafeGetTensorImpl());
    if (named == m_trace.names.end())
        return freeName();
    const std::string& full = named->second;
    const bool usual = full.size() > suffix.size() && full.ends_with(suffix);
    return uniqueName(m_trace.network, usual ? full.substr(0, full.size() - suffix.size()) : full);
}

void ScriptCall::setParameter(const std::string& layer, const std::string& parameter, const at::Tensor& value) const
{
    setParameter(layer + "." + parameter, value);
}

void ScriptCall::setParameter(const std::string& full, const at::Tensor& value) const
{
    const auto named = m_trace.names.find(value.unsafeGetTensorImpl());
    if (named != m_trace.names.end() && named->second != full)
        m_trace.renamed.insert(named->second);
    if (m_trace.parameters.contains(full))
        return;
    m_trace.parameters.insert(full, value.detach().to(at::kFloat).contiguous().clone());
}

NodeId ScriptCall::put(
    const std::string& name, Operation operation, std::vector<NodeId> inputs, TensorLayout layout) const
{
    const NodeId node = m_trace.network.add(name, std::move(operation), std::move(inputs));
    show({ node, layout });
    return node;
}

NodeId ScriptCall::put(Operation operation, std::vector<NodeId> inputs, TensorLayout layout) const
{
    return put(freeName(), std::move(operation), std::move(inputs), layout);
}

void ScriptCall::show(const TracedTensor& traced) const
{
    if (m_inPlace && m_trace.tensors.find(result()))
        m_trace.tensors.change(result(), traced.node);
    else
        m_trace.tensors.set(result(), traced);
}

void ScriptCall::refuse(const std::string& reason) const
{
    throw UnknownOperator("operator " + std::string(m_node.kind().toQualString()) + " (" + sourcePlace(m_node)
        + ") cannot be taken over: " + reason);
}

} // namespace latticeq
