// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/run_settings.h"

namespace latticeq {

/**
 * Runs `count` seeds from the settings' own on, each in a folder of its own, writes seeds.csv beside them and prints
 * every run with mean and standard deviation. A run that is complete is taken from its folder, a stopped one goes on.
 * Returns the program's exit code.
 */
int quantizeRepeatedly(const RunSettings& settings, int count, bool json);

} // namespace latticeq
