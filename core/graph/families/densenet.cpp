// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/families/families.h"
#include "core/graph/network_builder.h"

namespace latticeq {

namespace {

/** Normalises first, then convolves: `norm`, `relu` and `conv` with a number or none. */
void addPreactivated(
    NetworkBuilder& builder, const std::string& prefix, const std::string& number, int64_t outputs, int64_t kernel)
{
    builder.normalise(prefix + ".norm" + number);
    builder.append(prefix + ".relu" + number, Relu {});
    builder.convolve(prefix + ".conv" + number, outputs, square(kernel));
}

void addDenseBlock(NetworkBuilder& builder, const std::string& name, int layers, int64_t growth)
{
    constexpr int64_t kBottleneck = 4;
    builder.enterBlock(name);
    for (int l = 1; l <= layers; ++l) {
        const std::string layer = name + ".denselayer" + std::to_string(l);
        const Place features = builder.here();
        addPreactivated(builder, layer, "1", kBottleneck * growth, 1);
        addPreactivated(builder, layer, "2", growth, 3);
        builder.concatenate(layer + ".concatenate", { features, builder.here() });
    }
    builder.leaveBlock();
}

} // namespace

Network buildFamily(const ModelInfo& info, const DenseNetArchitecture& architecture)
{
    NetworkBuilder builder(info);
    builder.addUnit({ "features.conv0", "features.norm0", "features.relu0" }, architecture.stemChannels, square(7, 2));
    builder.append("features.pool0", maxPool(3, 2, 1));
    const size_t blocks = architecture.layers.size();
    for (size_t b = 0; b < blocks; ++b) {
        const std::string number = std::to_string(b + 1);
        addDenseBlock(builder, "features.denseblock" + number, architecture.layers[b], architecture.growth);
        if (b + 1 < blocks) {
            const std::string transition = "features.transition" + number;
            addPreactivated(builder, transition, "", builder.here().channels / 2, 1);
            builder.append(transition + ".pool", AveragePool {});
        }
    }
    builder.normalise("features.norm5");
    builder.append("relu", Relu {});
    builder.poolGlobally();
    builder.addLinear("classifier", info.classes);
    return builder.finish();
}

} // namespace latticeq
