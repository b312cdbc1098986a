// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mixed_precision/layer_sensitivity.h"

#include <algorithm>

namespace latticeq {

std::optional<BitsOption> optionOf(const LayerSensitivity& sensitivity, int bits)
{
    const auto found = std::find_if(sensitivity.options.begin(), sensitivity.options.end(),
        [bits](const BitsOption& option) { return option.bits == bits; });
    return found == sensitivity.options.end() ? std::nullopt : std::optional(*found);
}

} // namespace latticeq
