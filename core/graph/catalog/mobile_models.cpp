// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/catalog/catalog_parts.h"

namespace latticeq {

std::vector<ModelInfo> mobileModels()
{
    using V3 = MobileNetV3Architecture;
    using Mnas = MnasNetArchitecture;
    using Shuffle = ShuffleNetArchitecture;
    return {
        imageNetModel("mobilenet_v2", "MobileNet v2", MobileNetV2Architecture {}, "mobilenet_v2-7ebf99e0.pth", 232),
        imageNetModel("mobilenet_v3_small", "MobileNet v3 small", V3 { false }, "mobilenet_v3_small-047dcff4.pth"),
        imageNetModel("mobilenet_v3_large", "MobileNet v3 large", V3 { true }, "mobilenet_v3_large-5c1a4163.pth", 232),
        imageNetModel("mnasnet0_5", "MNASNet 0.5", Mnas { 0.5 }, "mnasnet0.5_top1_67.823-3ffadce67e.pth"),
        imageNetModel("mnasnet0_75", "MNASNet 0.75", Mnas { 0.75 }, "mnasnet0_75-7090bc5f.pth", 232),
        imageNetModel("mnasnet1_0", "MNASNet 1.0", Mnas { 1.0 }, "mnasnet1.0_top1_73.512-f206786ef8.pth"),
        imageNetModel("mnasnet1_3", "MNASNet 1.3", Mnas { 1.3 }, "mnasnet1_3-a4c69d6f.pth", 232),
        imageNetModel("shufflenet_v2_x0_5", "ShuffleNet v2 ×0.5", Shuffle { { 24, 48, 96, 192, 1024 } },
            "shufflenetv2_x0.5-f707e7126e.pth"),
        imageNetModel("shufflenet_v2_x1_0", "ShuffleNet v2 ×1.0", Shuffle { { 24, 116, 232, 464, 1024 } },
            "shufflenetv2_x1-5666bf0f80.pth"),
        imageNetModel("shufflenet_v2_x1_5", "ShuffleNet v2 ×1.5", Shuffle { { 24, 176, 352, 704, 1024 } },
            "shufflenetv2_x1_5-3c479a10.pth", 232),
        imageNetModel("shufflenet_v2_x2_0", "ShuffleNet v2 ×2.0", Shuffle { { 24, 244, 488, 976, 2048 } },
            "shufflenetv2_x2_0-8be3c8ee.pth", 232),
    };
}

} // namespace latticeq
