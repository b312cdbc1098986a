// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/state_dict_file.h"

#include "core/io/safetensors.h"
#include "core/io/torch_checkpoint.h"

namespace latticeq {

StateDict readStateDict(const std::filesystem::path& path)
{
    constexpr std::string_view kPrefix = "module.";
    const StateDict tensors
        = path.extension() == ".safetensors" ? readSafetensors(path).tensors : readTorchCheckpoint(path);
    StateDict plain;
    for (const auto& item : tensors)
        plain.insert(item.key().starts_with(kPrefix) ? item.key().substr(kPrefix.size()) : item.key(), item.value());
    return plain;
}

} // namespace latticeq
