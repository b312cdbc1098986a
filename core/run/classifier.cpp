// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/classifier.h"

#include "core/graph/forward.h"
#include "core/io/packed_checkpoint.h"

#include <filesystem>
#include <memory>
#include <stdexcept>

namespace latticeq {

namespace {

/** The packed checkpoint that a source names by itself or by its run folder; empty if it names none. */
std::string packedPath(const ModelSource& source)
{
    const std::filesystem::path ofRun = std::filesystem::path(source.model) / "quantized.safetensors";
    if (std::filesystem::exists(ofRun))
        return ofRun.string();
    return std::filesystem::path(source.model).extension() == ".safetensors" ? source.model : "";
}

QuantizedModel readPacked(const std::string& path, const ModelSource& source)
{
    if (!source.weights.empty())
        throw std::invalid_argument("--weights does not go with the packed checkpoint " + path + ", which has its own");
    if (source.images != ImageSettings {}) {
        throw std::invalid_argument(
            "--image-size, --resize-size, --image-mean and --image-deviation do not go with the "
            "packed checkpoint "
            + path + ", which tells how its images are prepared");
    }
    return unpackModel(readSafetensors(path), path);
}

LoadedClassifier loadPacked(const std::string& path, const ModelSource& source, c10::Device device, Layout layout)
{
    const QuantizedModel model = readPacked(path, source);
    const auto network = std::make_shared<QuantizedNetwork>(model, path, device);
    if (layout == Layout::ChannelsLast)
        network->layChannelsLast();
    return { infoOf(model), model.data, true, model.calibrationShare, device,
        [network](const at::Tensor& images) { return network->forward(images); } };
}

} // namespace

LoadedClassifier loadClassifier(const ModelSource& source, c10::Device device, Layout layout)
{
    if (const std::string path = packedPath(source); !path.empty())
        return loadPacked(path, source, device, layout);
    const OpenedModel opened = openModel(source);
    const auto network = std::make_shared<Network>(opened.network.on(device));
    if (layout == Layout::ChannelsLast)
        network->layChannelsLast();
    return { opened.info, opened.info.defaultData, false, std::nullopt, device,
        [network](const at::Tensor& images) { return forward(*network, images); } };
}

ModelInfo imagesOfClassifier(const ModelSource& source)
{
    const std::string path = packedPath(source);
    return path.empty() ? imagesOf(source) : infoOf(readPacked(path, source));
}

} // namespace latticeq
