// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluate/accuracy.h"
#include "core/quantize/quantized_model.h"
#include "core/run/open_model.h"

namespace latticeq {

/** A network that is ready to classify images, at full precision or from a packed checkpoint. */
struct LoadedClassifier
{
    ModelInfo info;
    std::string data; // the data set that it names; empty: none
    bool quantized = false;
    std::optional<CalibrationShare> calibrationShare; // of the run that quantized it
    c10::Device device = c10::kCPU; // which images and logits are on
    Classifier classify;
};

/** How convolutions lie in memory: as PyTorch has them, or as they are faster on the processor. */
enum class Layout { ChannelsFirst, ChannelsLast };

/**
 * Loads a network as openModel() does, or a packed checkpoint by its path or its run folder, onto a device.
 * Throws std::invalid_argument with what was found and expected.
 */
LoadedClassifier loadClassifier(
    const ModelSource& source, c10::Device device = c10::kCPU, Layout layout = Layout::ChannelsFirst);

/** The images that loadClassifier()'s network takes; a built-in network needs no checkpoint for that. */
ModelInfo imagesOfClassifier(const ModelSource& source);

} // namespace latticeq
