// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/model_export.h"

#include "core/io/atomic_file.h"
#include "core/io/onnx_export.h"
#include "core/io/packed_checkpoint.h"
#include "core/io/run_files.h"
#include "core/io/torch_checkpoint.h"
#include "core/io/torchscript_export.h"

#include <algorithm>
#include <array>
#include <stdexcept>

namespace latticeq {

namespace fs = std::filesystem;

namespace {

struct Format
{
    const char* name;
    const char* suffix;
};

constexpr std::array<Format, 5> kFormats { { { "packed", ".safetensors" }, { "pth", ".pth" },
    { "safetensors", ".safetensors" }, { "torchscript", ".pt" }, { "onnx", ".onnx" } } };

} // namespace

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
    const auto known
        = std::find_if(kFormats.begin(), kFormats.end(), [&](const Format& f) { return format == f.name; });
    if (known == kFormats.end()) {
        throw std::invalid_argument(
            "--format is '" + format + "', expected packed, pth, safetensors, torchscript or onnx");
    }
    return target.has_extension() ? target : fs::path(target.string() + known->suffix);
}

fs::path exportModel(const fs::path& source, const std::string& format, const fs::path& target)
{
    const fs::path path = exportPath(format, target);
    const fs::path packed = packedFile(source);
    checkWritable(path);
    const QuantizedModel model = unpackModel(readSafetensors(packed), packed.string());
    if (format == "packed")
        writeFileAtomically(path, readFile(packed));
    else if (format == "pth")
        writeTorchCheckpoint(path, fullParameters(model));
    else if (format == "torchscript")
        writeFileAtomically(path, torchScript(model));
    else if (format == "onnx")
        writeFileAtomically(path, onnxModel(model));
    else
        writeSafetensors(path, { fullParameters(model), {} });
    return path;
}

} // namespace latticeq
