// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/catalog/catalog_parts.h"

namespace latticeq {

ModelInfo imageNetModel(const char* name, const char* title, Architecture architecture, const char* weightsFile,
    int64_t resizeSize, int64_t inputSize, Interpolation interpolation)
{
    ModelInfo info;
    info.name = name;
    info.title = title;
    info.architecture = std::move(architecture);
    info.inputSize = inputSize;
    info.resizeSize = resizeSize;
    info.interpolation = interpolation;
    info.mean = { 0.485, 0.456, 0.406 };
    info.deviation = { 0.229, 0.224, 0.225 };
    info.weightsFile = weightsFile;
    return info;
}

ModelInfo withEvenNormalisation(ModelInfo info)
{
    info.mean = { 0.5, 0.5, 0.5 };
    info.deviation = { 0.5, 0.5, 0.5 };
    return info;
}

} // namespace latticeq
