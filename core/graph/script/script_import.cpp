// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/script/script_import.h"

#include "core/graph/forward.h"
#include "core/graph/script/load_script.h"
#include "core/graph/script/script_program.h"
#include "core/graph/script/script_tracer.h"

#include <ATen/ATen.h>
#include <ATen/core/grad_mode.h>
#include <c10/core/InferenceMode.h>

#include <algorithm>
#include <limits>
#include <sstream>

namespace latticeq {

namespace {

constexpr int64_t kExampleImages = 2; // enough to see that images stay apart
constexpr double kTolerance = 1e-4; // of the largest logit

at::Tensor exampleImages(const std::vector<int64_t>& imageShape)
{
    std::vector<int64_t> shape { kExampleImages };
    shape.insert(shape.end(), imageShape.begin(), imageShape.end());
    const int64_t count = c10::multiply_integers(shape);
    return at::sin(at::arange(count, at::kFloat).mul(0.7391)).reshape(shape);
}

StateDict tensorsOf(const torch::jit::Module& module)
{
    StateDict tensors;
    const auto insert = [&](const auto& item) {
        if (item.value.defined() && !tensors.contains(item.name))
            tensors.insert(item.name, item.value.detach().contiguous());
    };
    for (const auto& item : module.named_parameters())
        insert(item);
    for (const auto& item : module.named_buffers())
        insert(item);
    return tensors;
}

/** Gives a network its traced parameters, and the module's others as accepted ones, so that exports keep them. */
void loadTraced(ScriptTrace& trace, const torch::jit::Module& module, std::vector<std::string>& remarks)
{
    StateDict all = tensorsOf(module);
    StateDict parameters;
    for (const ParameterSpec& spec : trace.network.parameterSpecs()) {
        if (const at::Tensor* traced = trace.parameters.find(spec.name))
            parameters.insert(spec.name, *traced);
        else if (const at::Tensor* own = all.find(spec.name))
            parameters.insert(spec.name, *own);
        if (!all.contains(spec.name) && !spec.optional)
            remarks.push_back("the module has no tensor named " + spec.name + ", exports will");
    }
    std::vector<ParameterSpec> others;
    for (const auto& item : all) {
        if (parameters.contains(item.key()) || trace.renamed.contains(item.key()))
            continue;
        others.push_back({ item.key(), item.value().sizes().vec() });
        parameters.insert(item.key(), item.value());
    }
    trace.network.accept(others);
    trace.network.loadParameters(parameters, trace.network.title());
}

/** The module's own code without its weights. */
std::string emptiedArchive(const torch::jit::Module& module)
{
    torch::jit::Module copy = module.deepcopy();
    for (at::Tensor tensor : copy.parameters())
        tensor.set_data(at::empty({ 0 }, tensor.options()));
    for (at::Tensor tensor : copy.buffers())
        tensor.set_data(at::empty({ 0 }, tensor.options()));
    std::ostringstream stream;
    copy.save(stream);
    return stream.str();
}

/** The module's own logits; after the interpreter has found that it comes to an end. */
at::Tensor logitsOf(torch::jit::Module& module, const at::Tensor& images)
{
    const at::Tensor logits = firstOutput(callScript(module, images.clone()));
    const bool isVector = logits.dim() >= 2 && logits.numel() == logits.size(0) * logits.size(1);
    if (!isVector || logits.size(0) != images.size(0))
        throw std::invalid_argument("its output is " + shapeText(logits.sizes()) + ", expected images × classes");
    return logits;
}

ImportedNetwork importWhole(
    torch::jit::Module& module, const std::string& title, const at::Tensor& images, const std::string& unknown)
{
    ScriptTrace layers = collectLayers(module, title, images);
    const at::Tensor logits = logitsOf(module, images);
    ImportedNetwork imported { Network(title), logits.size(1), unknown, {} };
    const auto program = std::make_shared<ScriptProgram>(emptiedArchive(module));
    const NodeId whole = layers.network.add("module", Script { program }, { layers.network.input() });
    if (logits.dim() > 2)
        layers.network.add("logits", Flatten {}, { whole });
    loadTraced(layers, module, imported.remarks);
    imported.network = std::move(layers.network);
    return imported;
}

/** Throws UnknownOperator unless the network gives the module's logits. */
void compare(const Network& network, const at::Tensor& expected, const at::Tensor& images)
{
    const at::Tensor given = forward(network, images.clone());
    const double largest = expected.abs().max().item<double>();
    const double difference = given.numel() == expected.numel()
        ? (given.reshape_as(expected) - expected).abs().max().item<double>()
        : std::numeric_limits<double>::infinity();
    if (!(difference <= kTolerance * largest) && difference > 0)
        throw UnknownOperator(
            "the operators taken over give logits that differ by " + std::to_string(difference) + " from the module's");
}

ImportedNetwork importNodes(torch::jit::Module& module, const std::string& title, const at::Tensor& images)
{
    ScriptTrace trace = traceScript(module, title, images);
    const at::Tensor logits = logitsOf(module, images);
    ImportedNetwork imported { Network(title), logits.size(1), {}, {} };
    loadTraced(trace, module, imported.remarks);
    compare(trace.network, logits, images);
    imported.network = std::move(trace.network);
    return imported;
}

ImportedNetwork importEither(torch::jit::Module& module, const std::string& title, const at::Tensor& images)
{
    try {
        return importNodes(module, title, images);
    } catch (const UnknownOperator& error) {
        return importWhole(module, title, images, error.what());
    }
}

} // namespace

ImportedNetwork importScript(
    const std::string& archive, const std::string& source, const std::vector<int64_t>& imageShape)
{
    const c10::InferenceMode inference(false); // its tensors could not become parameters
    const at::NoGradGuard noGradients;
    torch::jit::Module module = loadScript(archive, source);
    const at::Tensor images = exampleImages(imageShape);
    try {
        ImportedNetwork imported = importEither(module, source, images);
        if (imported.network.weightedNodes().empty())
            throw std::invalid_argument("it has no convolution and no linear layer with a weight of its own");
        return imported;
    } catch (const std::exception& error) {
        throw std::invalid_argument(
            source + " cannot be taken over for images of " + shapeText(imageShape) + ": " + firstLine(error));
    }
}

int64_t scriptInputChannels(const std::string& archive, const std::string& source)
{
    const torch::jit::Module module = loadScript(archive, source);
    for (const at::Tensor& parameter : module.parameters()) {
        if (parameter.dim() == 4)
            return parameter.size(1);
    }
    return 3;
}

StateDict scriptTensors(const std::string& archive, const std::string& source)
{
    return tensorsOf(loadScript(archive, source));
}

} // namespace latticeq
