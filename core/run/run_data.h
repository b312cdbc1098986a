// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"
#include "core/graph/model_catalog.h"
#include "core/quantize/quantized_model.h"
#include "core/run/run_event.h"
#include "core/run/run_settings.h"

#include <memory>
#include <optional>

namespace latticeq {

/** The images of a run. */
struct RunData
{
    std::unique_ptr<Dataset> evaluation; // null where no data is named
    std::vector<int64_t> positions; // of the images that are evaluated
    at::Tensor calibrationImages; // [N, C, H, W]; undefined where no data is named
    at::Tensor calibrationClasses; // int64 [N]; undefined where the images' folders are not the network's classes
    bool calibrationLeftOut = false; // they come from the evaluated data and are left out there
    std::vector<std::string> unreadable; // names of the images that were skipped
};

/**
 * Opens the data that settings name, or the architecture's own. Where the images are files and no others calibrate, a
 * fixed random share of them does and is not evaluated. Throws std::invalid_argument where images or labels do not
 * fit the network, or where activations are to be quantized without data.
 */
RunData openRunData(const RunSettings& settings, const ModelInfo& info, const EventSink& sink);

/** The evaluation set of a model: settings' data, else the architecture's own; null where there is none. */
std::unique_ptr<Dataset> openEvaluationData(const std::string& data, const ModelInfo& info);

/** The share of an image folder that calibrates where `asked` images do. */
CalibrationShare calibrationShareOf(const Dataset& dataset, int64_t asked);

/**
 * Positions that are evaluated, 0 for all: without the share that calibrated, where these are the same images. Others
 * are evaluated as a run without such a share does it.
 */
std::vector<int64_t> positionsBeside(
    const std::optional<CalibrationShare>& share, const Dataset& dataset, int64_t evaluationImages);

/** How images are prepared for a model. */
ImagePreparation preparationOf(const ModelInfo& info);

/**
 * Names the images at these places of the positions as unreadable, and takes them out of what is evaluated. Throws
 * std::invalid_argument where none is left.
 */
void leaveOutUnreadable(RunData& data, const std::vector<size_t>& places, const EventSink& sink);

/** One sentence for data whose class folders are not as many as the network's classes; empty where they are. */
std::string otherClassesSentence(const Dataset& dataset, const std::string& data, const ModelInfo& info);

/** One sentence that names images which could not be read: all of them, or the first ones and how many more. */
std::string unreadableSentence(const std::vector<std::string>& names);

} // namespace latticeq
