// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/atomic_file.h"
#include "core/io/pickled_tensors.h"
#include "core/io/torch_checkpoint.h"

#include <stdexcept>

namespace latticeq {

StateDict readTorchCheckpoint(const std::filesystem::path& path)
{
    return parseTorchCheckpoint(readFile(path), path.string());
}

StateDict parseTorchCheckpoint(std::string_view bytes, const std::string& source)
{
    try {
        if (isLegacyCheckpoint(bytes))
            return pickledTensors(readLegacyCheckpoint(bytes), bytes.size());
        if (bytes.starts_with("PK"))
            return pickledTensors(readZipCheckpoint(bytes), bytes.size());
        throw std::invalid_argument(bytes.empty() ? "is empty, expected a PyTorch checkpoint"
                                                  : "is no PyTorch checkpoint: it starts like no file of torch.save()");
    } catch (const std::invalid_argument& error) {
        throw std::invalid_argument(source + " " + error.what());
    }
}

} // namespace latticeq
