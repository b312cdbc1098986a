// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/catalog/catalog_parts.h"
#include "core/graph/catalog/efficientnet_tables.h"

namespace latticeq {

namespace {

using enum Interpolation;

std::vector<ModelInfo> efficientNets()
{
    return {
        imageNetModel("efficientnet_b0", "EfficientNet-B0", efficientNetB(1, 1),
            "efficientnet_b0_rwightman-3dd342df.pth", 256, 224, Bicubic),
        imageNetModel(
            "efficientnet_b1", "EfficientNet-B1", efficientNetB(1, 1.1), "efficientnet_b1-c27df63c.pth", 255, 240),
        imageNetModel("efficientnet_b2", "EfficientNet-B2", efficientNetB(1.1, 1.2),
            "efficientnet_b2_rwightman-bcdf34b7.pth", 288, 288, Bicubic),
        imageNetModel("efficientnet_b3", "EfficientNet-B3", efficientNetB(1.2, 1.4),
            "efficientnet_b3_rwightman-cf984f9c.pth", 320, 300, Bicubic),
        imageNetModel("efficientnet_b4", "EfficientNet-B4", efficientNetB(1.4, 1.8),
            "efficientnet_b4_rwightman-7eb33cd5.pth", 384, 380, Bicubic),
        imageNetModel("efficientnet_b5", "EfficientNet-B5", withSlowNorm(efficientNetB(1.6, 2.2)),
            "efficientnet_b5_lukemelas-b6417697.pth", 456, 456, Bicubic),
        imageNetModel("efficientnet_b6", "EfficientNet-B6", withSlowNorm(efficientNetB(1.8, 2.6)),
            "efficientnet_b6_lukemelas-c76e70fd.pth", 528, 528, Bicubic),
        imageNetModel("efficientnet_b7", "EfficientNet-B7", withSlowNorm(efficientNetB(2.0, 3.1)),
            "efficientnet_b7_lukemelas-dcc49843.pth", 600, 600, Bicubic),
        imageNetModel("efficientnet_v2_s", "EfficientNet v2 S", efficientNetV2Small(), "efficientnet_v2_s-dd5fe13b.pth",
            384, 384),
        imageNetModel("efficientnet_v2_m", "EfficientNet v2 M", efficientNetV2Medium(),
            "efficientnet_v2_m-dc08266a.pth", 480, 480),
        withEvenNormalisation(imageNetModel("efficientnet_v2_l", "EfficientNet v2 L", efficientNetV2Large(),
            "efficientnet_v2_l-59c71312.pth", 480, 480, Bicubic)),
    };
}

ModelInfo regNet(const char* name, const char* title, RegNetArchitecture architecture, const char* weightsFile)
{
    return imageNetModel(name, title, architecture, weightsFile, 232);
}

std::vector<ModelInfo> regNetsX()
{
    return {
        regNet("regnet_x_400mf", "RegNetX-400MF", { 22, 24, 24.48, 2.54, 16 }, "regnet_x_400mf-62229a5f.pth"),
        regNet("regnet_x_800mf", "RegNetX-800MF", { 16, 56, 35.73, 2.28, 16 }, "regnet_x_800mf-94a99ebd.pth"),
        regNet("regnet_x_1_6gf", "RegNetX-1.6GF", { 18, 80, 34.01, 2.25, 24 }, "regnet_x_1_6gf-a12f2b72.pth"),
        regNet("regnet_x_3_2gf", "RegNetX-3.2GF", { 25, 88, 26.31, 2.25, 48 }, "regnet_x_3_2gf-7071aa85.pth"),
        regNet("regnet_x_8gf", "RegNetX-8GF", { 23, 80, 49.56, 2.88, 120 }, "regnet_x_8gf-2b70d774.pth"),
        regNet("regnet_x_16gf", "RegNetX-16GF", { 22, 216, 55.59, 2.1, 128 }, "regnet_x_16gf-ba3796d7.pth"),
        regNet("regnet_x_32gf", "RegNetX-32GF", { 23, 320, 69.86, 2.0, 168 }, "regnet_x_32gf-6eb8fdc6.pth"),
    };
}

std::vector<ModelInfo> regNetsY()
{
    return {
        regNet("regnet_y_400mf", "RegNetY-400MF", { 16, 48, 27.89, 2.09, 8, true }, "regnet_y_400mf-e6988f5f.pth"),
        regNet("regnet_y_800mf", "RegNetY-800MF", { 14, 56, 38.84, 2.4, 16, true }, "regnet_y_800mf-58fc7688.pth"),
        regNet("regnet_y_1_6gf", "RegNetY-1.6GF", { 27, 48, 20.71, 2.65, 24, true }, "regnet_y_1_6gf-0d7bc02a.pth"),
        regNet("regnet_y_3_2gf", "RegNetY-3.2GF", { 21, 80, 42.63, 2.66, 24, true }, "regnet_y_3_2gf-9180c971.pth"),
        regNet("regnet_y_8gf", "RegNetY-8GF", { 17, 192, 76.82, 2.19, 56, true }, "regnet_y_8gf-dc2b1b54.pth"),
        regNet("regnet_y_16gf", "RegNetY-16GF", { 18, 200, 106.23, 2.48, 112, true }, "regnet_y_16gf-3e4a00f9.pth"),
        regNet("regnet_y_32gf", "RegNetY-32GF", { 20, 232, 115.89, 2.53, 232, true }, "regnet_y_32gf-8db6d4b5.pth"),
        imageNetModel("regnet_y_128gf", "RegNetY-128GF", RegNetArchitecture { 27, 456, 160.83, 2.52, 264, true },
            "regnet_y_128gf_swag-c8ce3e52.pth", 384, 384, Bicubic),
    };
}

std::vector<ModelInfo> convNexts()
{
    using Next = ConvNextArchitecture;
    return {
        imageNetModel("convnext_tiny", "ConvNeXt tiny", Next { { 3, 3, 9, 3 } }, "convnext_tiny-983f1562.pth", 236),
        imageNetModel("convnext_small", "ConvNeXt small", Next { { 3, 3, 27, 3 } }, "convnext_small-0c510722.pth", 230),
        imageNetModel(
            "convnext_base", "ConvNeXt base", Next { { 3, 3, 27, 3 }, 128 }, "convnext_base-6075fbad.pth", 232),
        imageNetModel(
            "convnext_large", "ConvNeXt large", Next { { 3, 3, 27, 3 }, 192 }, "convnext_large-ea097f82.pth", 232),
    };
}

} // namespace

std::vector<ModelInfo> scaledModels()
{
    std::vector<ModelInfo> all;
    for (const auto& models : { efficientNets(), regNetsX(), regNetsY(), convNexts() })
        all.insert(all.end(), models.begin(), models.end());
    return all;
}

} // namespace latticeq
