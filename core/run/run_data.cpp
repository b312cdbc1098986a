// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/run_data.h"

#include "core/data/data_kind.h"
#include "core/data/idx_dataset.h"
#include "core/data/open_dataset.h"
#include "core/data/read_images.h"
#include "core/graph/state_dict.h"
#include "core/support/content_hash.h"

#include <algorithm>
#include <filesystem>
#include <stdexcept>

namespace latticeq {

namespace {

const std::string& ownData(const std::string& data, const ModelInfo& info)
{
    return data.empty() ? info.defaultData : data;
}

void checkShape(const Dataset& dataset, const std::string& data, const ModelInfo& info)
{
    const std::vector<int64_t> expected { info.inputChannels, info.inputSize, info.inputSize };
    if (dataset.imageShape() != expected) {
        throw std::invalid_argument("the images of " + data + " are " + shapeText(dataset.imageShape()) + ", "
            + info.name + " expects " + shapeText(expected));
    }
}

void checkLabels(const Dataset& dataset, const std::string& data, const ModelInfo& info)
{
    if (dataset.largestLabel() >= info.classes) {
        throw std::invalid_argument("the labels of " + data + " go up to " + std::to_string(dataset.largestLabel())
            + ", " + info.name + " has " + std::to_string(info.classes) + " classes");
    }
}

bool holdsImageFiles(const std::string& data)
{
    return isImageFiles(dataKind(dataFolder(data)));
}

/** Whether calibration would look at the very images that are evaluated. */
bool sharesImages(const std::string& own, const std::string& calibration)
{
    if (own.empty() || !holdsImageFiles(own))
        return false;
    std::error_code missing;
    return calibration.empty() || std::filesystem::equivalent(own, calibration, missing);
}

/** Opens the images of another set, or the training images of the same. */
std::unique_ptr<Dataset> openCalibrationData(
    const std::string& data, const RunSettings& settings, const ModelInfo& info, const EventSink& sink)
{
    auto dataset = openDataset(data, DataSplit::Training, preparationOf(info), settings.calibrationImages);
    checkShape(*dataset, data, info);
    if (!holdsImageFiles(data))
        checkLabels(*dataset, data, info);
    if (dataset->size() < settings.calibrationImages) {
        sink(LogLine { LogLevel::Warning,
            "--batch_size is " + std::to_string(settings.calibrationImages) + ", " + data + " has "
                + std::to_string(dataset->size()) + " images: all of them calibrate" });
    }
    return dataset;
}

/** Whether the images of `data` are labelled with the network's classes. */
bool hasClassesOf(const Dataset& dataset, const std::string& data, const ModelInfo& info)
{
    if (dataKind(dataFolder(data)) == DataKind::UnlabelledFolder)
        return false;
    const auto names = std::ssize(dataset.classNames());
    return dataset.largestLabel() < info.classes && (names == 0 || names == info.classes);
}

void calibrateOn(const Dataset& dataset, const std::string& source, const std::vector<int64_t>& positions,
    const RunSettings& settings, const ModelInfo& info, RunData& data)
{
    ReadImages images = readImages(dataset, positions, settings.workers);
    data.calibrationImages = std::move(images.batch.images);
    if (hasClassesOf(dataset, source, info))
        data.calibrationClasses = std::move(images.batch.labels);
    data.unreadable = std::move(images.unreadable);
}

void divideImages(RunData& data, const RunSettings& settings, const ModelInfo& info, const EventSink& sink)
{
    const int64_t size = data.evaluation->size();
    DividedPositions divided = dividePositions(size, settings.calibrationImages, settings.evaluationImages);
    data.positions = std::move(divided.evaluation);
    if (divided.calibration.empty())
        return;
    data.calibrationLeftOut = true;
    sink(LogLine { LogLevel::Info,
        "no other images are named with --traindir: " + std::to_string(divided.calibration.size()) + " of the "
            + std::to_string(size) + ", the same in every run, calibrate and are left out of the evaluation" });
    calibrateOn(*data.evaluation, ownData(settings.data, info), divided.calibration, settings, info, data);
}

void refuseWithoutImages(const RunSettings& settings)
{
    const char* needed = choosesBits(settings)         ? "choosing the layers' bits needs"
        : settings.quantizeActivations      ? "activations need"
        : settings.dataAware                               ? "--data-aware needs"
        : settings.updateBatchNorm                         ? "--bn-update needs"
        : settings.reestimateBatchNorm                     ? "--bn-reestimate needs"
                                                           : nullptr;
    if (needed) {
        throw std::invalid_argument(
            std::string(needed) + " calibration images: name a data set with --data or --traindir");
    }
}

} // namespace

CalibrationShare calibrationShareOf(const Dataset& dataset, int64_t asked)
{
    std::string names;
    for (const int64_t position : dividePositions(dataset.size(), asked, 0).calibration)
        names += dataset.imageName(position) + "\n";
    return { asked, dataset.size(), contentHash(names) };
}

std::vector<int64_t> positionsBeside(
    const std::optional<CalibrationShare>& share, const Dataset& dataset, int64_t evaluationImages)
{
    if (share && share->of == dataset.size() && calibrationShareOf(dataset, share->asked) == *share)
        return dividePositions(dataset.size(), share->asked, evaluationImages).evaluation;
    return evaluationPositions(dataset.size(), evaluationImages);
}

ImagePreparation preparationOf(const ModelInfo& info)
{
    ImagePreparation preparation { info.mean, info.deviation };
    preparation.resizeSize = info.resizeSize;
    preparation.cropSize = info.inputSize;
    preparation.bicubic = info.interpolation == Interpolation::Bicubic;
    return preparation;
}

std::unique_ptr<Dataset> openEvaluationData(const std::string& data, const ModelInfo& info)
{
    const std::string& chosen = ownData(data, info);
    if (chosen.empty())
        return nullptr;
    auto dataset = openDataset(chosen, DataSplit::Test, preparationOf(info));
    checkShape(*dataset, chosen, info);
    checkLabels(*dataset, chosen, info);
    return dataset;
}

RunData openRunData(const RunSettings& settings, const ModelInfo& info, const EventSink& sink)
{
    RunData data;
    const std::string& own = ownData(settings.data, info);
    data.evaluation = openEvaluationData(settings.data, info);
    const std::string otherClasses = data.evaluation ? otherClassesSentence(*data.evaluation, own, info) : "";
    if (!otherClasses.empty())
        sink(LogLine { LogLevel::Warning, otherClasses });
    if (!data.evaluation)
        sink(LogLine { LogLevel::Warning, "no --data named: accuracies and output errors are not measured" });
    if (sharesImages(own, settings.calibrationData)) {
        divideImages(data, settings, info, sink);
    } else {
        if (data.evaluation)
            data.positions = evaluationPositions(data.evaluation->size(), settings.evaluationImages);
        const std::string& chosen = settings.calibrationData.empty() ? own : settings.calibrationData;
        if (!chosen.empty()) {
            const auto dataset = openCalibrationData(chosen, settings, info, sink);
            calibrateOn(*dataset, chosen, evaluationPositions(dataset->size(), settings.calibrationImages), settings, info, data);
        }
    }
    if (!data.calibrationImages.defined())
        refuseWithoutImages(settings);
    if (!data.evaluation && (settings.minTop1 > 0 || settings.maxLoss > 0))
        throw std::invalid_argument("an accuracy to be kept needs images to measure it on: name a data set with --data");
    if (!data.unreadable.empty())
        sink(LogLine { LogLevel::Warning, unreadableSentence(data.unreadable) });
    return data;
}

void leaveOutUnreadable(RunData& data, const std::vector<size_t>& places, const EventSink& sink)
{
    if (places.empty())
        return;
    std::vector<std::string> names;
    for (const size_t place : places)
        names.push_back(data.evaluation->imageName(data.positions[place]));
    if (places.size() == data.positions.size())
        throw std::invalid_argument("none of the images could be read: " + unreadableSentence(names));
    for (auto place = places.rbegin(); place != places.rend(); ++place)
        data.positions.erase(data.positions.begin() + static_cast<std::ptrdiff_t>(*place));
    sink(LogLine { LogLevel::Warning, unreadableSentence(names) });
    data.unreadable.insert(data.unreadable.end(), names.begin(), names.end());
}

std::string otherClassesSentence(const Dataset& dataset, const std::string& data, const ModelInfo& info)
{
    const auto classes = std::ssize(dataset.classNames());
    if (classes == 0 || classes == info.classes)
        return {};
    return data + " has " + std::to_string(classes) + " class folders, " + info.name + " has "
        + std::to_string(info.classes) + " classes: the folders in their order are taken for its first ones";
}

std::string unreadableSentence(const std::vector<std::string>& names)
{
    constexpr size_t kNamed = 10;
    std::string sentence = std::to_string(names.size())
        + (names.size() == 1 ? " image cannot be read and is left out: " : " images cannot be read and are left out: ");
    for (size_t i = 0; i < std::min(kNamed, names.size()); ++i)
        sentence.append(i == 0 ? "" : ", ").append(names[i]);
    if (names.size() > kNamed)
        sentence += " and " + std::to_string(names.size() - kNamed) + " more";
    return sentence;
}

} // namespace latticeq
