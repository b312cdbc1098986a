// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/torchscript_export.h"

#include "core/graph/script/load_script.h"
#include "core/graph/script/script_program.h"
#include "core/io/network_json.h"
#include "core/io/quantizer_constants.h"
#include "core/io/script_source.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <set>
#include <sstream>

namespace latticeq {

namespace {

using torch::jit::Module;

/** A tree of modules under construction, which grows where a dotted name needs a branch. */
class ModuleTree
{
public:
    ModuleTree()
        : m_unit(std::make_shared<torch::jit::CompilationUnit>())
        , m_root(newModule())
    {
    }

    Module root() const { return m_root; }

    void insertParameter(const std::string& name, const at::Tensor& value, bool isBuffer)
    {
        const size_t dot = name.rfind('.');
        Module owner = dot == std::string::npos ? m_root : branch(name.substr(0, dot));
        const std::string own = name.substr(dot == std::string::npos ? 0 : dot + 1);
        if (isBuffer)
            owner.register_buffer(own, value);
        else
            owner.register_parameter(own, value, /*is_buffer=*/false);
    }

    /** An attribute that is no part of the state dictionary. */
    void insertConstant(const std::string& path, const std::string& name, const at::Tensor& value)
    {
        branch(path).register_attribute(name, c10::TensorType::get(), value);
    }

private:
    Module newModule() const
    {
        Module module(c10::QualifiedName("__torch__.LatticeQ"), m_unit, /*shouldMangle=*/true);
        module.register_attribute("training", c10::BoolType::get(), false);
        return module;
    }

    Module branch(const std::string& path)
    {
        Module module = m_root;
        for (size_t begin = 0; begin < path.size();) {
            const size_t end = std::min(path.find('.', begin), path.size());
            const std::string name = path.substr(begin, end - begin);
            if (!module.hasattr(name))
                module.register_module(name, newModule());
            module = module.attr(name).toModule();
            begin = end + 1;
        }
        return module;
    }

    std::shared_ptr<torch::jit::CompilationUnit> m_unit;
    Module m_root;
};

/** Which parameters PyTorch's own modules have as buffers. */
std::set<std::string> bufferNames(const Network& network)
{
    std::set<std::string> names;
    for (const Node& node : network.nodes()) {
        if (const auto* arithmetic = std::get_if<Arithmetic>(&node.operation))
            names.insert(arithmetic->constant.name);
    }
    return names;
}

bool isStatistic(const std::string& name)
{
    return name.ends_with("running_mean") || name.ends_with("running_var") || name.ends_with("num_batches_tracked");
}

/** Where quantizers live: a name that no module of the network has. */
std::string quantizerBranch(const StateDict& parameters)
{
    std::string branch = "input_quantizers";
    const auto isTaken = [&] {
        return std::any_of(parameters.begin(), parameters.end(),
            [&](const auto& item) { return item.key() == branch || item.key().starts_with(branch + "."); });
    };
    while (isTaken())
        branch += "_";
    return branch;
}

/** Puts a quantizer's constants into the tree, in the shape in which they meet the channels of the input. */
void insertQuantizer(
    ModuleTree& tree, const std::string& path, const ActivationQuantizer& quantizer, int64_t dimensions)
{
    const QuantizerConstants constants = quantizerConstants(quantizer);
    std::vector<int64_t> shape { 1 };
    if (constants.alpha.numel() > 1) {
        shape.assign(static_cast<size_t>(dimensions), 1);
        shape.at(1) = constants.alpha.numel();
    }
    const auto insert = [&](const char* name, const at::Tensor& value) {
        tree.insertConstant(path, name, value.reshape(shape).clone());
    };
    insert("alpha", constants.alpha);
    insert("steps", constants.steps);
    insert("step", constants.step);
    insert("scale", constants.scale);
}

std::vector<ScriptQuantizer> insertQuantizers(
    ModuleTree& tree, const Network& network, const QuantizedModel& model, const StateDict& parameters)
{
    const std::string branch = quantizerBranch(parameters);
    const std::vector<int64_t> dimensions = outputDimensions(network);
    std::vector<ScriptQuantizer> quantizers(network.nodes().size());
    for (NodeId id = 0; id < network.nodes().size(); ++id) {
        const Node& node = network.node(id);
        const auto found = model.activations.find(node.name);
        if (found == model.activations.end() || node.inputs.empty())
            continue;
        quantizers[id] = { branch + ".x" + std::to_string(id), found->second.isSigned };
        insertQuantizer(tree, quantizers[id].path, found->second, dimensions[node.inputs[0]]);
    }
    return quantizers;
}

std::string archiveOf(const Module& module)
{
    std::ostringstream stream;
    module.save(stream);
    return stream.str();
}

/** The module itself with our weights in the places of its own. */
std::string withParameters(const ScriptProgram& program, const StateDict& parameters)
{
    const Module module = loadScript(program.archive(), "the network's program");
    const auto replace = [&](const auto& items) {
        for (const auto& item : items) {
            if (const at::Tensor* value = parameters.find(item.name))
                at::Tensor(item.value).set_data(value->clone());
        }
    };
    replace(module.named_parameters());
    replace(module.named_buffers());
    return archiveOf(module);
}

} // namespace

std::string torchScript(const QuantizedModel& model)
{
    const Network network = bareNetwork(model);
    const StateDict parameters = fullParameters(model);
    if (const auto program = programOf(network))
        return withParameters(*program, parameters);
    ModuleTree tree;
    const std::set<std::string> constants = bufferNames(network);
    for (const auto& item : parameters) {
        const bool isBuffer = isStatistic(item.key()) || constants.contains(item.key());
        tree.insertParameter(item.key(), item.value().to(at::kCPU).clone(), isBuffer);
    }
    const std::vector<ScriptQuantizer> quantizers = insertQuantizers(tree, network, model, parameters);
    Module root = tree.root();
    root.define(forwardSource(network, quantizers));
    return archiveOf(root);
}

} // namespace latticeq
