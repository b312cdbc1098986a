// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/families/families.h"
#include "core/graph/families/inception_parts.h"

namespace latticeq {

namespace {

/** Output channels of an inception module's branches; the middle two reduce first. */
struct Module
{
    const char* name;
    int64_t points;
    int64_t reducedFirst;
    int64_t first;
    int64_t reducedSecond;
    int64_t second;
    int64_t pooled;
};

constexpr Module kThird[]
    = { { "inception3a", 64, 96, 128, 16, 32, 32 }, { "inception3b", 128, 128, 192, 32, 96, 64 } };
constexpr Module kFourth[] = { { "inception4a", 192, 96, 208, 16, 48, 64 },
    { "inception4b", 160, 112, 224, 24, 64, 64 }, { "inception4c", 128, 128, 256, 24, 64, 64 },
    { "inception4d", 112, 144, 288, 32, 64, 64 }, { "inception4e", 256, 160, 320, 32, 128, 128 } };
constexpr Module kFifth[]
    = { { "inception5a", 256, 160, 320, 32, 128, 128 }, { "inception5b", 384, 192, 384, 48, 128, 128 } };

void addModule(NetworkBuilder& builder, const Module& m)
{
    const std::string name = m.name;
    const Place input = builder.here();
    builder.enterBlock(name);
    const Place points = addBasicConvolution(builder, name + ".branch1", m.points, square(1));
    const auto addBranch = [&](const std::string& branch, int64_t reduced, int64_t outputs) {
        builder.goTo(input);
        addBasicConvolution(builder, branch + ".0", reduced, square(1));
        return addBasicConvolution(builder, branch + ".1", outputs, square(3)); // 3×3 in both, as in the weights
    };
    const Place first = addBranch(name + ".branch2", m.reducedFirst, m.first);
    const Place second = addBranch(name + ".branch3", m.reducedSecond, m.second);
    builder.goTo(input);
    builder.append(name + ".branch4.0", maxPool(3, 1, 1, /*ceilMode=*/true));
    const Place pooled = addBasicConvolution(builder, name + ".branch4.1", m.pooled, square(1));
    builder.concatenate(name + ".concatenate", { points, first, second, pooled });
    builder.leaveBlock();
}

/** A head on the middle of the network, used in training alone. */
Network auxiliaryHead(const std::string& name, int64_t inputs, int64_t classes)
{
    NetworkBuilder builder(name, inputs);
    builder.setBatchNorm(kInceptionEpsilon, 0.1);
    addBasicConvolution(builder, name + ".conv", 128, square(1));
    builder.goTo({ builder.here().node, 2048 });
    builder.addLinear(name + ".fc1", 1024);
    builder.addLinear(name + ".fc2", classes);
    return builder.finish();
}

} // namespace

Network buildFamily(const ModelInfo& info, const GoogLeNetArchitecture&)
{
    NetworkBuilder builder(info);
    builder.setBatchNorm(kInceptionEpsilon, 0.1);
    const auto addModules = [&](const auto& modules) {
        for (const Module& module : modules)
            addModule(builder, module);
    };
    addBasicConvolution(builder, "conv1", 64, square(7, 2));
    builder.append("maxpool1", maxPool(3, 2, 0, /*ceilMode=*/true));
    addBasicConvolution(builder, "conv2", 64, square(1));
    addBasicConvolution(builder, "conv3", 192, square(3));
    builder.append("maxpool2", maxPool(3, 2, 0, /*ceilMode=*/true));
    addModules(kThird);
    builder.append("maxpool3", maxPool(3, 2, 0, /*ceilMode=*/true));
    addModules(kFourth);
    builder.append("maxpool4", maxPool(2, 2, 0, /*ceilMode=*/true));
    addModules(kFifth);
    builder.poolGlobally();
    builder.addLinear("fc", info.classes);
    builder.accept(auxiliaryHead("aux1", 512, info.classes));
    builder.accept(auxiliaryHead("aux2", 528, info.classes));
    return builder.finish();
}

} // namespace latticeq
