// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/legacy_names.h"

#include <regex>

namespace latticeq {

StateDict withPresentNames(const StateDict& tensors)
{
    static const std::regex kOld(R"((denselayer\d+\.(?:norm|relu|conv))\.([12]\.))");
    StateDict renamed;
    for (const auto& item : tensors) {
        const std::string name = std::regex_replace(item.key(), kOld, "$1$2");
        renamed.insert(tensors.contains(name) ? item.key() : name, item.value());
    }
    return renamed;
}

} // namespace latticeq
