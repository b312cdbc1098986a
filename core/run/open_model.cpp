// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/open_model.h"

#include "core/data/data_kind.h"
#include "core/data/idx_dataset.h"
#include "core/data/open_dataset.h"
#include "core/graph/script/script_import.h"
#include "core/io/atomic_file.h"
#include "core/io/script_archive.h"
#include "core/io/zip_archive.h"
#include "core/run/load_model.h"

#include <stdexcept>

namespace latticeq {

namespace {

constexpr int64_t kUsualSize = 224;

/** Of ImageNet's images, which nearly every network with three channels expects. */
const std::vector<double> kUsualMean { 0.485, 0.456, 0.406 };
const std::vector<double> kUsualDeviation { 0.229, 0.224, 0.225 };

void checkChannels(const char* flag, const std::vector<double>& values, int64_t channels)
{
    if (!values.empty() && static_cast<int64_t>(values.size()) != channels) {
        throw std::invalid_argument(std::string(flag) + " has " + std::to_string(values.size())
            + " numbers, the network's images have " + std::to_string(channels) + " channels");
    }
}

/** What settings say about the images, over what the architecture has. */
void applyImages(ModelInfo& info, const ImageSettings& images)
{
    checkImages(images);
    checkChannels("--image-mean", images.mean, info.inputChannels);
    checkChannels("--image-deviation", images.deviation, info.inputChannels);
    const bool sizeAlone = images.size != 0 && images.resizeSize == 0;
    if (sizeAlone)
        info.resizeSize = (images.size * info.resizeSize + info.inputSize / 2) / info.inputSize;
    if (images.size != 0)
        info.inputSize = images.size;
    if (images.resizeSize != 0)
        info.resizeSize = images.resizeSize;
    if (!images.mean.empty())
        info.mean = images.mean;
    if (!images.deviation.empty())
        info.deviation = images.deviation;
}

/** The size of images that a data set fixes; nothing for image files, which are resized. */
std::optional<int64_t> fixedSize(const std::string& data, const ModelInfo& info)
{
    if (data.empty() || isImageFiles(dataKind(dataFolder(data))))
        return std::nullopt;
    return openDataset(data, DataSplit::Test, { info.mean, info.deviation }, 1)->imageShape().at(1);
}

ModelInfo usualInfo(const std::string& name, int64_t channels, const std::string& data)
{
    ModelInfo info;
    info.name = info.title = name;
    info.inputChannels = channels;
    if (data == findModel(kDemoModel).defaultData && channels == findModel(kDemoModel).inputChannels) {
        info.mean = findModel(kDemoModel).mean;
        info.deviation = findModel(kDemoModel).deviation;
    } else if (channels == static_cast<int64_t>(kUsualMean.size())) {
        info.mean = kUsualMean;
        info.deviation = kUsualDeviation;
    } else {
        info.mean.assign(static_cast<size_t>(channels), 0);
        info.deviation.assign(static_cast<size_t>(channels), 1);
    }
    info.inputSize = fixedSize(data, info).value_or(kUsualSize);
    info.resizeSize = info.inputSize * 8 / 7; // 256 for 224
    return info;
}

std::string numbers(const std::vector<double>& values)
{
    std::string text;
    for (const double value : values) {
        std::string one = std::to_string(value);
        one.erase(one.find_last_not_of('0') + 1);
        text.append(text.empty() ? "" : ", ").append(one.ends_with('.') ? one + "0" : one);
    }
    return text;
}

std::string preparationRemark(const ModelInfo& info)
{
    return "images of " + std::to_string(info.inputSize) + " × " + std::to_string(info.inputSize)
        + " pixels, resized to " + std::to_string(info.resizeSize) + " where they are files, mean " + numbers(info.mean)
        + ", deviation " + numbers(info.deviation) + " (--image-size, --resize-size, --image-mean, --image-deviation)";
}

void checkArchive(const std::string& archive, const std::string& path)
{
    try {
        checkZipArchive(archive);
    } catch (const std::invalid_argument& error) {
        throw std::invalid_argument(path + " " + error.what());
    }
}

std::string readScript(const ModelSource& source)
{
    if (!source.weights.empty())
        throw std::invalid_argument("--weights does not go with " + source.model + ", which has its own");
    std::string archive = readFile(source.model);
    if (!isScriptArchive(archive)) {
        if (archive.starts_with("PK"))
            checkArchive(archive, source.model);
        throw std::invalid_argument("--model " + source.model
            + " is no TorchScript module: for a checkpoint name its architecture with --model (see latticeq models) "
              "and the file with --weights");
    }
    return archive;
}

ModelInfo infoOf(const ModelSource& source, const std::string& archive)
{
    const std::string name = modelTitle(source.model);
    ModelInfo info = usualInfo(name, scriptInputChannels(archive, source.model), source.data);
    applyImages(info, source.images);
    return info;
}

OpenedModel openScript(const ModelSource& source)
{
    const std::string archive = readScript(source);
    ModelInfo info = infoOf(source, archive);
    ImportedNetwork imported
        = importScript(archive, source.model, { info.inputChannels, info.inputSize, info.inputSize });
    info.classes = imported.classes;
    imported.network.setTitle(info.title);
    imported.remarks.push_back(preparationRemark(info));
    const auto bare = std::make_shared<ImportedModel>(ImportedModel { info, imported.network.withoutParameters() });
    return { info, std::move(imported.network), bare, imported.unknown, imported.remarks };
}

} // namespace

ModelSource sourceOf(const RunSettings& settings)
{
    return { settings.model, settings.weights, settings.data, settings.images };
}

ModelInfo imagesOf(const ModelSource& source)
{
    if (isModelFile(source.model))
        return infoOf(source, readScript(source));
    ModelInfo info = findModel(source.model);
    applyImages(info, source.images);
    return info;
}

OpenedModel openModel(const ModelSource& source)
{
    if (isModelFile(source.model))
        return openScript(source);
    const ModelInfo info = imagesOf(source);
    OpenedModel opened { info, loadNetwork(info, source.weights), nullptr, {}, {} };
    if (source.images != ImageSettings {}) // the packed checkpoint has to tell how
        opened.imported = std::make_shared<ImportedModel>(ImportedModel { info, opened.network.withoutParameters() });
    return opened;
}

} // namespace latticeq
