// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/script/script_program.h"

#include "core/graph/script/load_script.h"

#include <mutex>

namespace latticeq {

namespace {

/** Replaces the tensor of a path such as "features.0.weight" in a module. */
void setTensor(torch::jit::Module module, const std::string& path, const at::Tensor& value)
{
    size_t begin = 0;
    for (size_t dot = path.find('.'); dot != std::string::npos; dot = path.find('.', begin)) {
        module = module.attr(path.substr(begin, dot - begin)).toModule();
        begin = dot + 1;
    }
    module.setattr(path.substr(begin), value);
}

} // namespace

struct ScriptProgram::Loaded
{
    std::mutex mutex;
    torch::jit::Module module;
    std::vector<std::string> names; // of its parameters and buffers
};

ScriptProgram::ScriptProgram(std::string archive)
    : m_archive(std::move(archive))
    , m_loaded(std::make_unique<Loaded>())
{
    m_loaded->module = loadScript(m_archive, "the network's program");
    for (const auto& item : m_loaded->module.named_parameters())
        m_loaded->names.push_back(item.name);
    for (const auto& item : m_loaded->module.named_buffers())
        m_loaded->names.push_back(item.name);
}

ScriptProgram::~ScriptProgram() = default;

at::Tensor ScriptProgram::run(const StateDict& parameters, const at::Tensor& images) const
{
    const std::lock_guard lock(m_loaded->mutex);
    for (const std::string& name : m_loaded->names) {
        if (const at::Tensor* value = parameters.find(name))
            setTensor(m_loaded->module, name, *value);
    }
    return firstOutput(callScript(m_loaded->module, images));
}

} // namespace latticeq
