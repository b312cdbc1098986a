// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/families/families.h"
#include "core/graph/families/plain_head.h"

namespace latticeq {

Network buildFamily(const ModelInfo& info, const AlexNetArchitecture&)
{
    NetworkBuilder builder(info);
    const auto convolve = [&](int number, int64_t outputs, Convolution form) {
        form.bias = true;
        builder.convolve("features." + std::to_string(number), outputs, form);
        builder.append("features." + std::to_string(number + 1), Relu {});
    };
    Convolution stem = square(11, 4);
    stem.padding = { 2, 2 };
    convolve(0, 64, stem);
    builder.append("features.2", maxPool(3, 2));
    convolve(3, 192, square(5));
    builder.append("features.5", maxPool(3, 2));
    convolve(6, 384, square(3));
    convolve(8, 256, square(3));
    convolve(10, 256, square(3));
    builder.append("features.12", maxPool(3, 2));
    addPlainHead(builder, 6, { "classifier.1", "classifier.4", "classifier.6" }, info.classes);
    return builder.finish();
}

} // namespace latticeq
