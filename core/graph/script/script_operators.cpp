// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/script/script_operators.h"

#include <map>

namespace latticeq {

ScriptTranslator findTranslator(std::string_view name)
{
    static const auto all = [] {
        std::map<std::string_view, ScriptTranslator> table;
        for (const auto& part : { activationTranslators(), arithmeticTranslators(), layerTranslators(),
                 poolingTranslators(), shapeTranslators() })
            table.insert(part.begin(), part.end());
        return table;
    }();
    const auto found = all.find(name);
    return found == all.end() ? nullptr : found->second;
}

} // namespace latticeq
