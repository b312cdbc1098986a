// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/graph/network.h"

#include <nlohmann/json.hpp>

namespace latticeq {

/**
 * The nodes of a network and the parameters that it accepts besides, as plain JSON. The program of a Script node is
 * not in it.
 */
nlohmann::ordered_json networkToJson(const Network& network);

/**
 * The network of networkToJson(), without parameters; `program` belongs to its Script node. Throws
 * std::invalid_argument with the node that does not hold together.
 */
Network networkFromJson(
    const nlohmann::ordered_json& json, const std::string& title, const std::shared_ptr<const ScriptProgram>& program);

/** The program of a network's Script node; null where it has none. */
std::shared_ptr<const ScriptProgram> programOf(const Network& network);

} // namespace latticeq
