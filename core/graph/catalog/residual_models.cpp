// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/catalog/catalog_parts.h"

namespace latticeq {

namespace {

/** A bottleneck network of ResNet-50's or ResNet-101's depth with other 3×3 convolutions. */
ModelInfo variant(
    const char* name, const char* title, int thirdStage, int64_t groups, int64_t groupWidth, const char* weightsFile)
{
    ResidualArchitecture architecture { ResidualBlock::Bottleneck, { 3, 4, thirdStage, 3 } };
    architecture.groups = groups;
    architecture.groupWidth = groupWidth;
    return imageNetModel(name, title, architecture, weightsFile, 232);
}

ModelInfo residual(
    const char* name, const char* title, ResidualBlock block, std::vector<int> blocks, const char* weightsFile)
{
    return imageNetModel(name, title, ResidualArchitecture { block, std::move(blocks) }, weightsFile);
}

} // namespace

std::vector<ModelInfo> residualModels()
{
    using enum ResidualBlock;
    return {
        residual("resnet18", "ResNet-18", Basic, { 2, 2, 2, 2 }, "resnet18-f37072fd.pth"),
        residual("resnet34", "ResNet-34", Basic, { 3, 4, 6, 3 }, "resnet34-b627a593.pth"),
        residual("resnet50", "ResNet-50", Bottleneck, { 3, 4, 6, 3 }, "resnet50-0676ba61.pth"),
        residual("resnet101", "ResNet-101", Bottleneck, { 3, 4, 23, 3 }, "resnet101-63fe2227.pth"),
        residual("resnet152", "ResNet-152", Bottleneck, { 3, 8, 36, 3 }, "resnet152-394f9c45.pth"),
        residual("preresnet18", "ResNet-18 (BRECQ)", Basic, { 2, 2, 2, 2 }, "resnet18_imagenet.pth.tar"),
        variant("resnext50_32x4d", "ResNeXt-50 32×4d", 6, 32, 4, "resnext50_32x4d-1a0047aa.pth"),
        variant("resnext101_32x8d", "ResNeXt-101 32×8d", 23, 32, 8, "resnext101_32x8d-110c445d.pth"),
        variant("resnext101_64x4d", "ResNeXt-101 64×4d", 23, 64, 4, "resnext101_64x4d-173b62eb.pth"),
        variant("wide_resnet50_2", "Wide ResNet-50-2", 6, 1, 128, "wide_resnet50_2-9ba9bcbe.pth"),
        variant("wide_resnet101_2", "Wide ResNet-101-2", 23, 1, 128, "wide_resnet101_2-d733dc28.pth"),
    };
}

} // namespace latticeq
