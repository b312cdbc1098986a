// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/families/families.h"
#include "core/graph/families/plain_head.h"

#include <algorithm>

namespace latticeq {

Network buildFamily(const ModelInfo& info, const VggArchitecture& architecture)
{
    NetworkBuilder builder(info);
    Convolution form = square(3);
    form.bias = true;
    int number = 0;
    const auto nextName = [&] { return "features." + std::to_string(number++); };
    for (size_t stage = 0; stage < architecture.convolutions.size(); ++stage) {
        const int64_t channels = std::min<int64_t>(512, int64_t(64) << stage);
        for (int c = 0; c < architecture.convolutions[stage]; ++c) {
            builder.convolve(nextName(), channels, form);
            if (architecture.batchNorm)
                builder.normalise(nextName());
            builder.append(nextName(), Relu {});
        }
        builder.append(nextName(), maxPool(2, 2));
    }
    addPlainHead(builder, 7, { "classifier.0", "classifier.3", "classifier.6" }, info.classes);
    return builder.finish();
}

} // namespace latticeq
