// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/run_settings.h"

#include <vector>

namespace latticeq {

struct Preset
{
    std::string name; // as on the command line
    std::string description;
    RunSettings settings;
};

const std::vector<Preset>& presets();

/** Throws std::invalid_argument with the known names. */
const Preset& findPreset(const std::string& name);

} // namespace latticeq
