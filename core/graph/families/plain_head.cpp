// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/families/plain_head.h"

namespace latticeq {

void addPlainHead(NetworkBuilder& builder, int64_t size, const std::array<std::string, 3>& names, int64_t classes)
{
    constexpr int64_t kHidden = 4096;
    builder.append("avgpool", AdaptiveAveragePool { { size, size } });
    builder.append("flatten", Flatten {});
    builder.goTo({ builder.here().node, builder.here().channels * size * size });
    builder.addLinear(names[0], kHidden);
    builder.append(names[0] + ".relu", Relu {});
    builder.addLinear(names[1], kHidden);
    builder.append(names[1] + ".relu", Relu {});
    builder.addLinear(names[2], classes);
}

} // namespace latticeq
