// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluate/accuracy.h"
#include "core/graph/model_catalog.h"

namespace latticeq {

/** A network that is ready to classify images, at full precision or from a packed checkpoint. */
struct LoadedClassifier
{
    ModelInfo info;
    std::string data; // the data set that it names; empty: none
    bool quantized = false;
    c10::Device device = c10::kCPU; // which images and logits are on
    Classifier classify;
};

/**
 * Loads a built-in network by name, with `weights` or its usual checkpoint, or a packed checkpoint by its path or its
 * run folder, onto a device.
 * Throws std::invalid_argument with what was found and expected.
 */
LoadedClassifier loadClassifier(const std::string& model, const std::string& weights, c10::Device device = c10::kCPU);

/** Whether `model` is meant as a path: it exists, or looks like one. */
bool isModelFile(const std::string& model);

} // namespace latticeq
