// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"
#include "core/graph/model_catalog.h"
#include "core/run/run_event.h"
#include "core/run/run_settings.h"

#include <memory>

namespace latticeq {

/** The images of a run. */
struct RunData
{
    std::unique_ptr<Dataset> evaluation; // null where no data is named
    std::vector<int64_t> positions; // of the images that are evaluated
    at::Tensor calibrationImages; // [N, C, H, W]; undefined where no data is named
};

/**
 * Opens the data that settings name, or the architecture's own. Throws std::invalid_argument where images or labels
 * do not fit the network, or where activations are to be quantized without data.
 */
RunData openRunData(const RunSettings& settings, const ModelInfo& info, const EventSink& sink);

/** The evaluation set of a model: settings' data, else the architecture's own; null where there is none. */
std::unique_ptr<Dataset> openEvaluationData(const std::string& data, const ModelInfo& info);

} // namespace latticeq
