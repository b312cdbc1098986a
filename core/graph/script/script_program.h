// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/graph/state_dict.h"

#include <memory>
#include <string>

namespace latticeq {

/** A TorchScript module that is computed by LibTorch's interpreter, for networks with operators that we do not know. */
class ScriptProgram
{
public:
    /** Takes a module as an archive, as torch.jit.save() writes it. Throws std::invalid_argument where it is none. */
    explicit ScriptProgram(std::string archive);
    ~ScriptProgram();

    /**
     * The output for normalised images [N, C, H, W], with the module's own parameters replaced by those of the same
     * name. Calls from several threads take turns.
     */
    at::Tensor run(const StateDict& parameters, const at::Tensor& images) const;

    const std::string& archive() const { return m_archive; }

private:
    struct Loaded;

    std::string m_archive;
    std::unique_ptr<Loaded> m_loaded;
};

} // namespace latticeq
