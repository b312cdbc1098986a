// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/classifier.h"

#include "core/graph/forward.h"
#include "core/io/packed_checkpoint.h"
#include "core/run/load_model.h"

#include <filesystem>
#include <memory>
#include <stdexcept>

namespace latticeq {

namespace {

LoadedClassifier loadPacked(const std::string& path, const std::string& weights, c10::Device device)
{
    if (!weights.empty())
        throw std::invalid_argument("--weights does not go with the packed checkpoint " + path + ", which has its own");
    if (std::filesystem::path(path).extension() != ".safetensors") {
        throw std::invalid_argument(path
            + " is not a packed checkpoint (.safetensors): for a checkpoint at full "
              "precision name its architecture with --model and the file with --weights");
    }
    const QuantizedModel model = unpackModel(readSafetensors(path), path);
    const auto network = std::make_shared<QuantizedNetwork>(model, path, device);
    return { findModel(model.model), model.data, true, device,
        [network](const at::Tensor& images) { return network->forward(images); } };
}

} // namespace

bool isModelFile(const std::string& model)
{
    const std::string suffix = std::filesystem::path(model).extension().string();
    return model.find('/') != std::string::npos || suffix == ".pth" || suffix == ".pt" || suffix == ".safetensors"
        || std::filesystem::is_regular_file(model);
}

LoadedClassifier loadClassifier(const std::string& model, const std::string& weights, c10::Device device)
{
    const std::filesystem::path ofRun = std::filesystem::path(model) / "quantized.safetensors";
    if (std::filesystem::exists(ofRun))
        return loadPacked(ofRun.string(), weights, device);
    if (isModelFile(model))
        return loadPacked(model, weights, device);
    const ModelInfo& info = findModel(model);
    const auto network = std::make_shared<Network>(loadNetwork(info, weights).on(device));
    return { info, info.defaultData, false, device,
        [network](const at::Tensor& images) { return forward(*network, images); } };
}

} // namespace latticeq
