// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/state_dict.h"

#include <algorithm>
#include <iterator>
#include <stdexcept>
#include <string_view>

namespace latticeq {

namespace {

std::string_view plainName(std::string_view name)
{
    constexpr std::string_view kWrappers[] = { "module.", "_orig_mod." };
    const auto wraps = [&](std::string_view wrapper) { return name.starts_with(wrapper) && name != wrapper; };
    const auto* end = std::end(kWrappers);
    for (const auto* found = end; (found = std::find_if(std::begin(kWrappers), end, wraps)) != end;)
        name.remove_prefix(found->size());
    return name;
}

} // namespace

std::string shapeText(at::IntArrayRef shape)
{
    if (shape.empty())
        return "a single number";
    std::string text = std::to_string(shape[0]);
    for (size_t i = 1; i < shape.size(); ++i)
        text += " × " + std::to_string(shape[i]);
    return text;
}

StateDict withPlainNames(const StateDict& tensors, const std::string& source)
{
    StateDict plain;
    for (const auto& item : tensors) {
        const std::string name(plainName(item.key()));
        if (plain.contains(name))
            throw std::invalid_argument(source + " holds '" + name + "' twice, with a wrapper's prefix and without");
        plain.insert(name, item.value());
    }
    return plain;
}

} // namespace latticeq
