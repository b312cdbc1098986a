// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/engine.h"

#include <QString>

namespace latticeq::ui {

/**
 * Opens the engine's library, which lies beside the program or where the system looks for libraries, and returns its
 * engine, which lives as long as the process. Takes up to a second, so call it on a background thread. Throws
 * std::runtime_error with one sentence where the library is missing or is another version.
 */
Engine& openEngineLibrary();

} // namespace latticeq::ui
