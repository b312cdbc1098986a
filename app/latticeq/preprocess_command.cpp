// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/latticeq/commands.h"
#include "app/latticeq/image_flags.h"
#include "core/data/open_dataset.h"
#include "core/data/read_images.h"
#include "core/io/atomic_file.h"
#include "core/io/safetensors.h"
#include "core/run/classifier.h"
#include "core/run/run_data.h"

#include <nlohmann/json.hpp>

#include <functional>
#include <iostream>
#include <memory>
#include <numeric>
#include <stdexcept>
#include <thread>

namespace latticeq {

namespace {

struct PreprocessFlags
{
    std::string input;
    std::string output;
    std::string model = "resnet18";
    ImageSettings images;
    int64_t limit = 0;
    int threads = 0;
};

std::vector<int64_t> chosenPositions(const Dataset& dataset, int64_t limit)
{
    constexpr int64_t kMostBytes = int64_t(8) << 30;
    const std::vector<int64_t> shape = dataset.imageShape();
    const int64_t bytesEach = std::accumulate(shape.begin(), shape.end(), int64_t(4), std::multiplies<>());
    const int64_t size = limit > 0 ? std::min(limit, dataset.size()) : dataset.size();
    if (size > kMostBytes / bytesEach) {
        throw std::invalid_argument(std::to_string(size) + " prepared images do not fit into 8 GB: expected --limit "
            + std::to_string(kMostBytes / bytesEach) + " or less");
    }
    std::vector<int64_t> positions(static_cast<size_t>(size));
    std::iota(positions.begin(), positions.end(), int64_t(0));
    return positions;
}

SafetensorsFile fileOf(const ReadImages& images, const Dataset& dataset)
{
    std::vector<std::string> names;
    for (const int64_t position : images.positions)
        names.push_back(dataset.imageName(position));
    const auto replace = nlohmann::json::error_handler_t::replace; // file names may be no UTF-8
    SafetensorsFile file;
    file.tensors.insert("images", images.batch.images.contiguous());
    file.tensors.insert("labels", images.batch.labels.contiguous());
    file.metadata["classes"] = nlohmann::json(dataset.classNames()).dump(-1, ' ', false, replace);
    file.metadata["files"] = nlohmann::json(names).dump(-1, ' ', false, replace);
    return file;
}

void preprocess(const PreprocessFlags& flags)
{
    checkWritable(flags.output);
    const auto dataset = openDataset(
        flags.input, DataSplit::Test, preparationOf(imagesOfClassifier({ flags.model, {}, flags.input, flags.images })));
    const int threads = flags.threads > 0 ? flags.threads : static_cast<int>(std::thread::hardware_concurrency());
    const ReadImages images = readImages(*dataset, chosenPositions(*dataset, flags.limit), threads);
    if (!images.unreadable.empty())
        std::cerr << "warning: " << unreadableSentence(images.unreadable) << std::endl;
    writeSafetensors(flags.output, fileOf(images, *dataset));
    std::printf("%s: %s\n", flags.output.c_str(), shapeText(images.batch.images.sizes()).c_str());
}

} // namespace

void addPreprocessCommand(CLI::App& program)
{
    CLI::App* command = program.add_subcommand("preprocess", "Write the images as a network sees them");
    const auto flags = std::make_shared<PreprocessFlags>();
    command->add_option("--input,--data", flags->input, kDataHelp)->required();
    command->add_option("--output", flags->output, ".safetensors to write 'images' and 'labels' to")->required();
    command->add_option("--model,--model_name,--model-name", flags->model, "Network, packed checkpoint or run folder that the images are prepared for")
        ->capture_default_str();
    addImageFlags(*command, flags->images);
    command->add_option("--limit", flags->limit, "The first images only; 0: all")
        ->check(CLI::Range(int64_t(0), int64_t(1'000'000'000)));
    command->add_option("--threads", flags->threads, "Threads; 0: all processors")->check(CLI::Range(0, 1024));
    command->callback([flags] { preprocess(*flags); });
}

} // namespace latticeq
