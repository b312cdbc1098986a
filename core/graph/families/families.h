// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/graph/model_catalog.h"
#include "core/graph/network.h"

namespace latticeq {

/** The nodes of one family's network, with torchvision's parameter names; one function and file for each family. */
Network buildFamily(const ModelInfo& info, const ResidualArchitecture& architecture);
Network buildFamily(const ModelInfo& info, const VggArchitecture& architecture);
Network buildFamily(const ModelInfo& info, const AlexNetArchitecture& architecture);
Network buildFamily(const ModelInfo& info, const SqueezeNetArchitecture& architecture);
Network buildFamily(const ModelInfo& info, const DenseNetArchitecture& architecture);
Network buildFamily(const ModelInfo& info, const MobileNetV2Architecture& architecture);
Network buildFamily(const ModelInfo& info, const MobileNetV3Architecture& architecture);
Network buildFamily(const ModelInfo& info, const MnasNetArchitecture& architecture);
Network buildFamily(const ModelInfo& info, const ShuffleNetArchitecture& architecture);
Network buildFamily(const ModelInfo& info, const EfficientNetArchitecture& architecture);
Network buildFamily(const ModelInfo& info, const RegNetArchitecture& architecture);
Network buildFamily(const ModelInfo& info, const ConvNextArchitecture& architecture);
Network buildFamily(const ModelInfo& info, const GoogLeNetArchitecture& architecture);
Network buildFamily(const ModelInfo& info, const InceptionV3Architecture& architecture);

} // namespace latticeq
