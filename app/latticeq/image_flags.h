// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/run_settings.h"

#include <CLI/CLI.hpp>

namespace latticeq {

/** The flags of every command that say how images are prepared where the network does not. */
void addImageFlags(CLI::App& command, ImageSettings& images);

} // namespace latticeq
