// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/catalog/catalog_parts.h"

namespace latticeq {

std::vector<ModelInfo> denseModels()
{
    using Dense = DenseNetArchitecture;
    return {
        imageNetModel("densenet121", "DenseNet-121", Dense { { 6, 12, 24, 16 } }, "densenet121-a639ec97.pth"),
        imageNetModel("densenet161", "DenseNet-161", Dense { { 6, 12, 36, 24 }, 48, 96 }, "densenet161-8d451a50.pth"),
        imageNetModel("densenet169", "DenseNet-169", Dense { { 6, 12, 32, 32 } }, "densenet169-b2777c0a.pth"),
        imageNetModel("densenet201", "DenseNet-201", Dense { { 6, 12, 48, 32 } }, "densenet201-c1103571.pth"),
        withEvenNormalisation(
            imageNetModel("googlenet", "GoogLeNet", GoogLeNetArchitecture {}, "googlenet-1378be20.pth")),
        withEvenNormalisation(imageNetModel(
            "inception_v3", "Inception v3", InceptionV3Architecture {}, "inception_v3_google-0cc3c7bd.pth", 342, 299)),
    };
}

} // namespace latticeq
