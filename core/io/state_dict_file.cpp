// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/state_dict_file.h"

#include "core/io/safetensors.h"
#include "core/io/torch_checkpoint.h"

namespace latticeq {

StateDict readStateDict(const std::filesystem::path& path)
{
    const bool isSafetensors = path.extension() == ".safetensors";
    return withPlainNames(isSafetensors ? readSafetensors(path).tensors : readTorchCheckpoint(path), path.string());
}

} // namespace latticeq
