// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/latticeq/commands.h"
#include "core/io/atomic_file.h"
#include "core/io/packed_checkpoint.h"
#include "core/io/torch_checkpoint.h"

#include <filesystem>
#include <memory>
#include <stdexcept>

namespace latticeq {

namespace {

namespace fs = std::filesystem;

struct ExportFlags
{
    std::string source;
    std::string format;
    std::string output;
    bool force = false;
};

fs::path packedFile(const std::string& source)
{
    if (source.empty() || (!fs::is_directory(source) && fs::path(source).extension() != ".safetensors"))
        throw std::invalid_argument("'" + source + "' is neither a run folder nor a packed checkpoint (.safetensors)");
    if (!fs::is_directory(source))
        return source;
    const fs::path packed = fs::path(source) / "quantized.safetensors";
    if (!fs::exists(packed))
        throw std::invalid_argument(source + " holds no finished run: expected quantized.safetensors in it");
    return packed;
}

/** Adds the format's suffix where the name has none. */
fs::path targetFile(const ExportFlags& flags)
{
    const fs::path target = flags.output;
    return target.has_extension() ? target : fs::path(flags.output + "." + flags.format);
}

void exportModel(const ExportFlags& flags)
{
    if (flags.format == "torchscript" || flags.format == "onnx")
        throw std::invalid_argument(
            "--format " + flags.format + " is not part of this version, expected pth or safetensors");
    if (flags.format != "pth" && flags.format != "safetensors")
        throw std::invalid_argument("--format is '" + flags.format + "', expected pth or safetensors");
    const fs::path source = packedFile(flags.source);
    const fs::path target = targetFile(flags);
    checkWritable(target);
    if (fs::exists(target) && !flags.force)
        throw std::invalid_argument(target.string() + " exists: choose another --output, or --force to replace it");
    const StateDict parameters = fullParameters(unpackModel(readSafetensors(source), source.string()));
    if (flags.format == "pth") {
        writeTorchCheckpoint(target, parameters);
    } else {
        SafetensorsFile file;
        file.tensors = parameters;
        writeSafetensors(target, file);
    }
    std::printf("%s\n", target.c_str());
}

} // namespace

void addExportCommand(CLI::App& program)
{
    CLI::App* command
        = program.add_subcommand("export", "Write a finished run as full-size weights for other programs");
    const auto flags = std::make_shared<ExportFlags>();
    command->add_option("SOURCE", flags->source, "Run folder or packed checkpoint")->required();
    command->add_option("--format", flags->format, "pth or safetensors")->required();
    command->add_option("--output", flags->output, "File to write")->required();
    command->add_flag("--force", flags->force, "Replace an existing file");
    command->callback([flags] { exportModel(*flags); });
}

} // namespace latticeq
