// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/latticeq/commands.h"
#include "core/io/atomic_file.h"
#include "core/io/model_export.h"

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

void exportTo(const ExportFlags& flags)
{
    const fs::path target = exportPath(flags.format, flags.output);
    const fs::path source = packedFile(flags.source);
    checkWritable(target);
    if (fs::exists(target) && !flags.force)
        throw std::invalid_argument(target.string() + " exists: choose another --output, or --force to replace it");
    std::printf("%s\n", exportModel(source, flags.format, target).c_str());
}

} // namespace

void addExportCommand(CLI::App& program)
{
    CLI::App* command = program.add_subcommand("export", "Write a finished run for other programs");
    const auto flags = std::make_shared<ExportFlags>();
    command->add_option("SOURCE", flags->source, "Run folder or packed checkpoint")->required();
    command
        ->add_option("--format", flags->format,
            "pth or safetensors: weights at full size; torchscript or onnx: the whole network with its quantized "
            "activations; packed: the run's own file")
        ->required();
    command->add_option("--output", flags->output, "File to write")->required();
    command->add_flag("--force", flags->force, "Replace an existing file");
    command->callback([flags] { exportTo(*flags); });
}

} // namespace latticeq
