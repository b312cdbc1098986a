// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/model_export.h"

#include "core/io/atomic_file.h"
#include "core/io/packed_checkpoint.h"
#include "core/io/run_files.h"
#include "core/io/torch_checkpoint.h"

#include <stdexcept>

namespace latticeq {

namespace fs = std::filesystem;

fs::path packedFile(const fs::path& source)
{
    if (source.empty() || (!fs::is_directory(source) && source.extension() != ".safetensors"))
        throw std::invalid_argument(
            "'" + source.string() + "' is neither a run folder nor a packed checkpoint (.safetensors)");
    if (!fs::is_directory(source))
        return source;
    const fs::path packed = source / kPackedFile;
    if (!fs::exists(packed))
        throw std::invalid_argument(source.string() + " holds no finished run: expected " + kPackedFile + " in it");
    return packed;
}

fs::path exportPath(const std::string& format, const fs::path& target)
{
    if (format == "torchscript" || format == "onnx")
        throw std::invalid_argument(
            "--format " + format + " is not part of this version, expected packed, pth or safetensors");
    if (format != "packed" && format != "pth" && format != "safetensors")
        throw std::invalid_argument("--format is '" + format + "', expected packed, pth or safetensors");
    if (target.has_extension())
        return target;
    return target.string() + (format == "pth" ? ".pth" : ".safetensors");
}

fs::path exportModel(const fs::path& source, const std::string& format, const fs::path& target)
{
    const fs::path path = exportPath(format, target);
    const fs::path packed = packedFile(source);
    checkWritable(path);
    const QuantizedModel model = unpackModel(readSafetensors(packed), packed.string());
    if (format == "packed") {
        writeFileAtomically(path, readFile(packed));
    } else if (format == "pth") {
        writeTorchCheckpoint(path, fullParameters(model));
    } else {
        writeSafetensors(path, { fullParameters(model), {} });
    }
    return path;
}

} // namespace latticeq
