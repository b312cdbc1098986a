// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/script/load_script.h"

#include "core/io/zip_archive.h"

#include <torch/csrc/jit/serialization/import.h>

#include <sstream>
#include <stdexcept>

namespace latticeq {

namespace {

void makeFloat(torch::jit::Module& module)
{
    const auto convert = [](at::Tensor tensor) {
        if (at::isFloatingType(tensor.scalar_type()) && tensor.scalar_type() != at::kFloat)
            tensor.set_data(tensor.to(at::kFloat));
    };
    for (const at::Tensor& tensor : module.parameters())
        convert(tensor);
    for (const at::Tensor& tensor : module.buffers())
        convert(tensor);
}

} // namespace

std::string firstLine(const std::exception& error)
{
    const auto* ofTorch = dynamic_cast<const c10::Error*>(&error);
    const std::string text = ofTorch ? ofTorch->what_without_backtrace() : error.what();
    return text.substr(0, text.find('\n'));
}

torch::jit::Module loadScript(const std::string& archive, const std::string& source)
{
    try {
        checkZipArchive(archive); // its checksums, before LibTorch trusts any length in it
        std::istringstream stream(archive);
        torch::jit::Module module = torch::jit::load(stream, at::kCPU);
        module.eval();
        makeFloat(module);
        if (!module.find_method("forward"))
            throw std::invalid_argument("its module has no method forward");
        return module;
    } catch (const std::exception& error) {
        throw std::invalid_argument(source + " is no usable TorchScript module: " + firstLine(error));
    }
}

at::IValue callScript(torch::jit::Module& module, const at::Tensor& images)
{
    return module.forward({ images });
}

at::Tensor firstOutput(const at::IValue& result)
{
    if (result.isTensor())
        return result.toTensor();
    if (result.isTuple() && !result.toTupleRef().elements().empty())
        return firstOutput(result.toTupleRef().elements()[0]);
    if (result.isList() && !result.toListRef().empty())
        return firstOutput(result.toListRef()[0]);
    if (result.isGenericDict() && !result.toGenericDict().empty())
        return firstOutput(result.toGenericDict().begin()->value());
    throw std::invalid_argument("forward gives a " + result.tagKind() + ", expected logits");
}

} // namespace latticeq
