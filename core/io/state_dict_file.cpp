// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/state_dict_file.h"

#include "core/graph/script/script_import.h"
#include "core/io/atomic_file.h"
#include "core/io/safetensors.h"
#include "core/io/script_archive.h"
#include "core/io/torch_checkpoint.h"

namespace latticeq {

StateDict readStateDict(const std::filesystem::path& path)
{
    if (path.extension() == ".safetensors")
        return withPlainNames(readSafetensors(path).tensors, path.string());
    const std::string bytes = readFile(path);
    return withPlainNames(
        isScriptArchive(bytes) ? scriptTensors(bytes, path.string()) : parseTorchCheckpoint(bytes, path.string()),
        path.string());
}

} // namespace latticeq
