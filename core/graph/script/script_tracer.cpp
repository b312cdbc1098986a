// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/script/script_tracer.h"

#include "core/graph/script/load_script.h"
#include "core/graph/script/script_interpreter.h"
#include "core/graph/script/script_operators.h"

#include <ATen/ATen.h>
#include <torch/csrc/jit/passes/inliner.h>

#include <algorithm>
#include <set>

namespace latticeq {

namespace {

using ScriptNode = torch::jit::Node;

/** Calls something with every tensor in a value, in containers too. */
template <typename Visit> void forEachTensor(const at::IValue& value, const Visit& visit)
{
    if (value.isTensor() && value.toTensor().defined()) {
        visit(value.toTensor());
    } else if (value.isTensorList()) {
        for (const at::Tensor& tensor : value.toTensorVector())
            visit(tensor);
    } else if (value.isList()) {
        for (const at::IValue& element : value.toListRef())
            forEachTensor(element, visit);
    } else if (value.isTuple()) {
        for (const at::IValue& element : value.toTupleRef().elements())
            forEachTensor(element, visit);
    } else if (value.isGenericDict()) {
        for (const auto& entry : value.toGenericDict())
            forEachTensor(entry.value(), visit);
    }
}

bool anyTraced(const TracedTensors& tensors, const std::vector<at::IValue>& values)
{
    bool any = false;
    for (const at::IValue& value : values)
        forEachTensor(value, [&](const at::Tensor& tensor) { any = any || tensors.find(tensor); });
    return any;
}

/** Whether the operator gives tensors on, out of lists for example, and computes none. */
bool givesOn(const TracedTensors& tensors, const ScriptCall& call)
{
    size_t count = 0;
    bool allTraced = true;
    for (const at::IValue& value : call.results()) {
        forEachTensor(value, [&](const at::Tensor& tensor) {
            ++count;
            allTraced = allTraced && tensors.find(tensor);
        });
    }
    return count > 0 && allTraced && !call.isInPlace();
}

/** Operators that look at a tensor's form and not at its values. */
bool asksForForm(const std::string& name)
{
    static const std::set<std::string> known { "size", "dim", "ndim", "len", "numel", "dtype", "device", "layout",
        "shape", "is_cuda", "is_floating_point", "is_contiguous", "requires_grad", "stride", "__is__", "__isnot__",
        "__contains__", "type", "sym_size", "is_mkldnn", "is_quantized", "keys" };
    return known.contains(name);
}

void visitTraced(ScriptTrace& trace, const ScriptNode& node, const std::vector<at::IValue>& arguments,
    const std::vector<at::IValue>& results)
{
    if (!anyTraced(trace.tensors, arguments))
        return;
    const ScriptCall call(trace, node, arguments, results);
    if (asksForForm(call.name()) || givesOn(trace.tensors, call))
        return;
    const ScriptTranslator translate = findTranslator(call.name());
    if (!translate)
        call.refuse("it is not known");
    translate(call);
}

void visitLayer(ScriptTrace& trace, const ScriptNode& node, const std::vector<at::IValue>& arguments,
    const std::vector<at::IValue>& results)
{
    const ScriptCall call(trace, node, arguments, results);
    const bool isConvolution = call.name() == "conv2d" || call.name() == "_convolution";
    if ((!isConvolution && call.name() != "linear") || (call.has("transposed") && call.isTrue("transposed")))
        return;
    const at::Tensor weight = call.tensor("weight");
    const auto named = trace.names.find(weight.unsafeGetTensorImpl());
    if (named == trace.names.end() || !named->second.ends_with(".weight") || weight.dim() != (isConvolution ? 4 : 2))
        return;
    const std::string name = named->second.substr(0, named->second.rfind('.'));
    if (trace.network.find(name))
        return;
    if (isConvolution) {
        const int64_t groups = call.integer("groups");
        Convolution form { weight.size(1) * groups, weight.size(0), { weight.size(2), weight.size(3) } };
        form.groups = groups;
        trace.network.add(name, form, {});
    } else {
        trace.network.add(name, Linear { weight.size(1), weight.size(0), false }, {});
    }
    call.setParameter(name, "weight", weight);
}

void nameTensors(ScriptTrace& trace, const torch::jit::Module& module)
{
    for (const auto& item : module.named_parameters())
        trace.names.emplace(item.value.unsafeGetTensorImpl(), item.name);
    for (const auto& item : module.named_buffers())
        trace.names.emplace(item.value.unsafeGetTensorImpl(), item.name);
}

/** The graph of forward() with all calls inlined. */
std::shared_ptr<torch::jit::Graph> forwardGraph(torch::jit::Module& module)
{
    auto graph = module.get_method("forward").graph()->copy();
    torch::jit::Inline(*graph);
    return graph;
}

/** The module, the images, and the defaults of whatever else forward() takes. */
std::vector<at::IValue> forwardInputs(torch::jit::Module& module, const at::Tensor& images)
{
    std::vector<at::IValue> inputs { module._ivalue(), images };
    const auto& arguments = module.get_method("forward").function().getSchema().arguments();
    if (arguments.size() < 2)
        throw std::invalid_argument("forward takes no images");
    for (size_t i = 2; i < arguments.size(); ++i) {
        if (!arguments[i].default_value())
            throw std::invalid_argument("forward needs more than the images: " + arguments[i].name());
        inputs.push_back(*arguments[i].default_value());
    }
    return inputs;
}

/** The same network without the nodes that its output does not depend on. */
Network withoutUnused(const Network& network, NodeId output)
{
    std::vector<bool> used(network.nodes().size());
    used[output] = true;
    for (NodeId id = output + 1; id-- > 0;) {
        for (const NodeId input : network.node(id).inputs)
            used[input] = used[input] || used[id];
    }
    Network kept(network.title());
    std::vector<NodeId> places(network.nodes().size());
    for (NodeId id = 1; id <= output; ++id) {
        if (!used[id])
            continue;
        std::vector<NodeId> inputs;
        for (const NodeId input : network.node(id).inputs)
            inputs.push_back(places[input]);
        places[id] = kept.add(network.node(id).name, network.node(id).operation, std::move(inputs));
    }
    return kept;
}

void endWithLogits(ScriptTrace& trace, const at::IValue& result)
{
    const at::Tensor logits = firstOutput(result);
    const TracedTensor* traced = trace.tensors.find(logits);
    const bool isVector = logits.dim() == 4 && logits.size(2) == 1 && logits.size(3) == 1;
    if (!traced || traced->stale || traced->layout != TensorLayout::Plain || (logits.dim() != 2 && !isVector))
        throw UnknownOperator("its output is " + shapeText(logits.sizes()) + ", expected logits [images, classes]");
    NodeId output = traced->node;
    if (isVector)
        output = trace.network.add("logits", Flatten {}, { output });
    trace.network = withoutUnused(trace.network, output);
}

ScriptTrace startTrace(const torch::jit::Module& module, const std::string& title)
{
    ScriptTrace trace(title);
    nameTensors(trace, module);
    return trace;
}

} // namespace

ScriptTrace traceScript(torch::jit::Module& module, const std::string& title, const at::Tensor& images)
{
    ScriptTrace trace = startTrace(module, title);
    const at::Tensor own = images.clone(); // an operator in place may change it
    trace.tensors.set(own, { trace.network.input() });
    ScriptInterpreter interpreter([&](const auto& node, const auto& arguments, const auto& results) {
        visitTraced(trace, node, arguments, results);
    });
    const auto graph = forwardGraph(module);
    endWithLogits(trace, interpreter.run(*graph, forwardInputs(module, own)).at(0));
    return trace;
}

ScriptTrace collectLayers(torch::jit::Module& module, const std::string& title, const at::Tensor& images)
{
    ScriptTrace trace = startTrace(module, title);
    ScriptInterpreter interpreter([&](const auto& node, const auto& arguments, const auto& results) {
        visitLayer(trace, node, arguments, results);
    });
    const auto graph = forwardGraph(module);
    interpreter.run(*graph, forwardInputs(module, images.clone()));
    return trace;
}

} // namespace latticeq
