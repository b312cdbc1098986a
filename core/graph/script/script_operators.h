// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/graph/script/script_call.h"

#include <string_view>

namespace latticeq {

/** Turns a call that reads a network's images or what was computed from them into nodes. */
using ScriptTranslator = void (*)(const ScriptCall& call);

/** The translator of an operator by its name in aten; null where there is none. */
ScriptTranslator findTranslator(std::string_view name);

/** One family's translators, by operator. */
using ScriptTranslators = std::vector<std::pair<std::string_view, ScriptTranslator>>;
ScriptTranslators activationTranslators();
ScriptTranslators arithmeticTranslators();
ScriptTranslators layerTranslators();
ScriptTranslators poolingTranslators();
ScriptTranslators shapeTranslators();

} // namespace latticeq
