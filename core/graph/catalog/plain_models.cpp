// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/catalog/catalog_parts.h"

namespace latticeq {

std::vector<ModelInfo> plainModels()
{
    using Vgg = VggArchitecture;
    const std::vector<int> eleven { 1, 1, 2, 2, 2 };
    const std::vector<int> thirteen { 2, 2, 2, 2, 2 };
    const std::vector<int> sixteen { 2, 2, 3, 3, 3 };
    const std::vector<int> nineteen { 2, 2, 4, 4, 4 };
    return {
        imageNetModel("alexnet", "AlexNet", AlexNetArchitecture {}, "alexnet-owt-7be5be79.pth"),
        imageNetModel("vgg11", "VGG-11", Vgg { eleven, false }, "vgg11-8a719046.pth"),
        imageNetModel("vgg11_bn", "VGG-11 BN", Vgg { eleven, true }, "vgg11_bn-6002323d.pth"),
        imageNetModel("vgg13", "VGG-13", Vgg { thirteen, false }, "vgg13-19584684.pth"),
        imageNetModel("vgg13_bn", "VGG-13 BN", Vgg { thirteen, true }, "vgg13_bn-abd245e5.pth"),
        imageNetModel("vgg16", "VGG-16", Vgg { sixteen, false }, "vgg16-397923af.pth"),
        imageNetModel("vgg16_bn", "VGG-16 BN", Vgg { sixteen, true }, "vgg16_bn-6c64b313.pth"),
        imageNetModel("vgg19", "VGG-19", Vgg { nineteen, false }, "vgg19-dcbb9e9d.pth"),
        imageNetModel("vgg19_bn", "VGG-19 BN", Vgg { nineteen, true }, "vgg19_bn-c79401a0.pth"),
        imageNetModel(
            "squeezenet1_0", "SqueezeNet 1.0", SqueezeNetArchitecture { false }, "squeezenet1_0-b66bff10.pth"),
        imageNetModel("squeezenet1_1", "SqueezeNet 1.1", SqueezeNetArchitecture { true }, "squeezenet1_1-b8a52dc0.pth"),
    };
}

} // namespace latticeq
