// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/graph/architecture.h"

#include <cstdint>
#include <string>
#include <vector>

namespace latticeq {

/** How an image is resized before it is cropped; both smooth where they shrink. */
enum class Interpolation { Bilinear, Bicubic };

/** A built-in architecture: how to build it, what images it takes and how they are prepared. Plain values. */
struct ModelInfo
{
    std::string name; // as on the command line
    std::string title; // as shown to people
    Architecture architecture;
    int64_t inputChannels = 3;
    int64_t inputSize = 224; // height and width in pixels
    int64_t resizeSize = 256; // of an image's shorter side, before the centre of inputSize is cropped
    Interpolation interpolation = Interpolation::Bilinear;
    int64_t classes = 1000;
    std::vector<double> mean; // of each channel, pixels in [0, 1]
    std::vector<double> deviation;
    std::string weightsFile; // torchvision's file name, or the bundled one
    std::string defaultData; // data set used when none is named; empty: none
};

/** The bundled network's name. */
inline constexpr const char* kDemoModel = "resnet20-fashion-mnist";

const std::vector<ModelInfo>& modelCatalog();

/** Whether `model` is meant as a path and not as a name: it exists, or looks like one. */
bool isModelFile(const std::string& model);

/** The entry of a name; null where there is none. */
const ModelInfo* knownModel(const std::string& name);

/** A built-in network's name, or a file's without folder and suffix: for names of folders and files. */
std::string shortName(const std::string& model);

/** What a model is called: a built-in network's title, a file's name without its suffix, or what was given. */
std::string modelTitle(const std::string& model);

/** The entry of a name. Throws std::invalid_argument with the nearest known name. */
const ModelInfo& findModel(const std::string& name);

} // namespace latticeq
