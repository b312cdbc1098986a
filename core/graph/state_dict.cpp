// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/state_dict.h"

namespace latticeq {

std::string shapeText(at::IntArrayRef shape)
{
    if (shape.empty())
        return "a single number";
    std::string text = std::to_string(shape[0]);
    for (size_t i = 1; i < shape.size(); ++i)
        text += " × " + std::to_string(shape[i]);
    return text;
}

} // namespace latticeq
