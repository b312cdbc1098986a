// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/latticeq/commands.h"
#include "core/evaluate/fitting_batches.h"
#include "core/io/atomic_file.h"
#include "core/io/safetensors.h"
#include "core/io/script_archive.h"
#include "core/run/classifier.h"
#include "core/run/devices.h"
#include "core/support/thread_count.h"

#include <ATen/ATen.h>
#include <c10/core/InferenceMode.h>

#include <iostream>
#include <memory>
#include <stdexcept>
#include <thread>

namespace latticeq {

namespace {

struct ForwardFlags
{
    std::string model;
    std::string weights;
    std::string input;
    std::string output;
    std::string device = "auto";
    int threads = 0;
};

at::Tensor readImages(const std::string& path)
{
    const StateDict tensors = readSafetensors(path).tensors;
    const at::Tensor* images = tensors.find("images");
    if (!images)
        throw std::invalid_argument(path + " has no tensor 'images'");
    if (images->dim() != 4 || images->numel() == 0) {
        throw std::invalid_argument(
            "'images' in " + path + " is " + shapeText(images->sizes()) + ", expected N × channels × height × width");
    }
    if (!at::isfinite(*images).all().item<bool>())
        throw std::invalid_argument("'images' in " + path + " holds a value that is not finite");
    return images->to(at::kFloat);
}

void checkChannels(const at::Tensor& images, const ModelInfo& info, const std::string& path)
{
    if (images.size(1) != info.inputChannels) {
        throw std::invalid_argument("'images' in " + path + " is " + shapeText(images.sizes()) + ", expected N × "
            + std::to_string(info.inputChannels) + " × height × width");
    }
}

/** A TorchScript module is taken over at the size of the images; other networks take any. */
ImageSettings sizeOf(const std::string& model, const at::Tensor& images)
{
    ImageSettings settings;
    if (isScriptFile(model))
        settings.size = images.size(2);
    return settings;
}

void forwardImages(const ForwardFlags& flags)
{
    const ThreadCount threads(
        flags.threads > 0 ? flags.threads : static_cast<int>(std::thread::hardware_concurrency()));
    const c10::InferenceMode inference;
    checkWritable(flags.output);
    const at::Tensor images = readImages(flags.input);
    const LoadedClassifier loaded = loadClassifier(
        { flags.model, flags.weights, {}, sizeOf(flags.model, images) }, c10::Device(chooseDevice(flags.device)));
    checkChannels(images, loaded.info, flags.input);
    std::vector<at::Tensor> logits;
    FittingBatches batches(evaluationBatch({ images.size(1), images.size(2), images.size(3) }, loaded.device),
        [](const std::string& text) { std::cerr << "warning: " << text << std::endl; });
    batches.forEach(images.size(0), [&](int64_t first, int64_t count) {
        logits.push_back(loaded.classify(images.narrow(0, first, count).to(loaded.device)).to(at::kCPU));
        return true;
    });
    SafetensorsFile result;
    result.tensors.insert("logits", at::cat(logits));
    writeSafetensors(flags.output, result);
}

} // namespace

void addForwardCommand(CLI::App& program)
{
    CLI::App* command = program.add_subcommand("forward", "Compute a network's logits for prepared images");
    const auto flags = std::make_shared<ForwardFlags>();
    command
        ->add_option(
            "--model,--model_name,--model-name", flags->model, "Network, TorchScript file or packed checkpoint")
        ->required();
    command->add_option("--weights", flags->weights, "Checkpoint of the network");
    command->add_option("--input", flags->input, ".safetensors with 'images' [N, C, H, W], normalised")->required();
    command->add_option("--output", flags->output, ".safetensors to write 'logits' to")->required();
    command->add_option("--device", flags->device, kDeviceHelp)->capture_default_str();
    command->add_option("--threads", flags->threads, "Threads; 0: all processors")->check(CLI::Range(0, 1024));
    command->callback([flags] { forwardImages(*flags); });
}

} // namespace latticeq
