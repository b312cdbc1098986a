// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/families/families.h"
#include "core/graph/network_builder.h"

namespace latticeq {

namespace {

/** A module of the features behind the stem: a fire module, or pooling where nothing is squeezed. */
struct Fire
{
    int64_t squeezed = 0;
    int64_t expanded = 0; // by each of its two branches
};

constexpr Fire kPool;

std::vector<Fire> modulesOf(const SqueezeNetArchitecture& architecture)
{
    if (architecture.slim) {
        return { kPool, { 16, 64 }, { 16, 64 }, kPool, { 32, 128 }, { 32, 128 }, kPool, { 48, 192 }, { 48, 192 },
            { 64, 256 }, { 64, 256 } };
    }
    return { kPool, { 16, 64 }, { 16, 64 }, { 32, 128 }, kPool, { 32, 128 }, { 48, 192 }, { 48, 192 }, { 64, 256 },
        kPool, { 64, 256 } };
}

Convolution biased(Convolution form)
{
    form.bias = true;
    return form;
}

void addFire(NetworkBuilder& builder, const std::string& name, const Fire& fire)
{
    const auto convolve = [&](const std::string& part, int64_t outputs, int64_t kernel) {
        builder.convolve(name + "." + part, outputs, biased(square(kernel)));
        builder.append(name + "." + part + "_activation", Relu {});
        return builder.here();
    };
    builder.enterBlock(name);
    const Place squeezed = convolve("squeeze", fire.squeezed, 1);
    const Place points = convolve("expand1x1", fire.expanded, 1);
    builder.goTo(squeezed);
    const Place squares = convolve("expand3x3", fire.expanded, 3);
    builder.concatenate(name + ".concatenate", { points, squares });
    builder.leaveBlock();
}

} // namespace

Network buildFamily(const ModelInfo& info, const SqueezeNetArchitecture& architecture)
{
    NetworkBuilder builder(info);
    Convolution stem = biased(square(architecture.slim ? 3 : 7, 2));
    stem.padding = { 0, 0 };
    builder.convolve("features.0", architecture.slim ? 64 : 96, stem);
    builder.append("features.1", Relu {});
    int number = 2;
    for (const Fire& module : modulesOf(architecture)) {
        const std::string name = "features." + std::to_string(number++);
        if (module.squeezed == 0)
            builder.append(name, maxPool(3, 2, 0, /*ceilMode=*/true));
        else
            addFire(builder, name, module);
    }
    builder.convolve("classifier.1", info.classes, biased(square(1)));
    builder.append("classifier.2", Relu {});
    builder.poolGlobally();
    return builder.finish();
}

} // namespace latticeq
