// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/graph/model_catalog.h"

namespace latticeq {

/** A classifier of ImageNet's thousand classes, with ImageNet's usual normalisation. */
ModelInfo imageNetModel(const char* name, const char* title, Architecture architecture, const char* weightsFile,
    int64_t resizeSize = 256, int64_t inputSize = 224, Interpolation interpolation = Interpolation::Bilinear);

/** The same with mean and deviation 0.5, which spreads pixels over [-1, 1]. */
ModelInfo withEvenNormalisation(ModelInfo info);

/** The catalog's parts; weights files and image sizes are those of torchvision 0.14. */
std::vector<ModelInfo> residualModels();
std::vector<ModelInfo> plainModels(); // AlexNet, VGG, SqueezeNet
std::vector<ModelInfo> denseModels(); // DenseNet, GoogLeNet, Inception
std::vector<ModelInfo> mobileModels(); // MobileNet, MNASNet, ShuffleNet
std::vector<ModelInfo> scaledModels(); // EfficientNet, RegNet, ConvNeXt

} // namespace latticeq
