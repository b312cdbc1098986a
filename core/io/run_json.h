// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/run_result.h"

#include <nlohmann/json.hpp>

namespace latticeq {

/** settings.json: the settings that the result depends on. */
nlohmann::ordered_json settingsToJson(const RunSettings& settings);

/** Throws std::invalid_argument, naming `source`, where a setting is missing or has another type. */
RunSettings settingsFromJson(const nlohmann::ordered_json& json, const std::string& source);

/** summary.json. */
nlohmann::ordered_json resultToJson(const RunResult& result);

/** What summary.json tells of a run. Throws std::invalid_argument, naming `source` and the field. */
RunResult resultFromJson(const nlohmann::ordered_json& json, const std::string& source);

} // namespace latticeq
