// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/build_network.h"

#include "core/graph/families/families.h"

namespace latticeq {

Network buildNetwork(const ModelInfo& info)
{
    return std::visit([&](const auto& architecture) { return buildFamily(info, architecture); }, info.architecture);
}

} // namespace latticeq
