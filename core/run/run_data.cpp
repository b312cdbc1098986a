// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/run_data.h"

#include "core/data/idx_dataset.h"
#include "core/graph/state_dict.h"

#include <numeric>
#include <stdexcept>

namespace latticeq {

namespace {

void checkFits(const Dataset& dataset, const std::string& data, const ModelInfo& info)
{
    const std::vector<int64_t> expected { info.inputChannels, info.inputSize, info.inputSize };
    if (dataset.imageShape() != expected) {
        throw std::invalid_argument("the images of " + data + " are " + shapeText(dataset.imageShape()) + ", "
            + info.name + " expects " + shapeText(expected));
    }
    if (dataset.largestLabel() >= info.classes) {
        throw std::invalid_argument("the labels of " + data + " go up to " + std::to_string(dataset.largestLabel())
            + ", " + info.name + " has " + std::to_string(info.classes) + " classes");
    }
}

std::unique_ptr<Dataset> openChecked(const std::string& data, IdxSplit split, const ModelInfo& info, int64_t limit = 0)
{
    auto dataset = readIdxDataset(dataFolder(data), split, { info.mean, info.deviation }, limit);
    checkFits(*dataset, data, info);
    return dataset;
}

} // namespace

std::unique_ptr<Dataset> openEvaluationData(const std::string& data, const ModelInfo& info)
{
    const std::string& chosen = data.empty() ? info.defaultData : data;
    return chosen.empty() ? nullptr : openChecked(chosen, IdxSplit::Test, info);
}

RunData openRunData(const RunSettings& settings, const ModelInfo& info, const EventSink& sink)
{
    RunData data;
    data.evaluation = openEvaluationData(settings.data, info);
    if (data.evaluation)
        data.positions = evaluationPositions(data.evaluation->size(), settings.evaluationImages);
    else
        sink(LogLine { LogLevel::Warning, "no --data named: accuracies and output errors are not measured" });

    const std::string& own = settings.data.empty() ? info.defaultData : settings.data;
    const std::string& chosen = settings.calibrationData.empty() ? own : settings.calibrationData;
    if (chosen.empty()) {
        if (settings.quantizeActivations || settings.updateBatchNorm)
            throw std::invalid_argument(
                "activations need calibration images: name a data set with --data or --traindir");
        return data;
    }
    const auto training = openChecked(chosen, IdxSplit::Training, info, settings.calibrationImages);
    if (training->size() < settings.calibrationImages) {
        sink(LogLine { LogLevel::Warning,
            "--batch_size is " + std::to_string(settings.calibrationImages) + ", " + chosen + " has "
                + std::to_string(training->size()) + " images: all of them calibrate" });
    }
    std::vector<int64_t> all(static_cast<size_t>(training->size()));
    std::iota(all.begin(), all.end(), int64_t(0));
    data.calibrationImages = training->batch(all).images;
    return data;
}

} // namespace latticeq
