// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/run_event.h"

#include <QString>

namespace latticeq::ui {

/** What a run does in the phase, in the window's language. */
QString phaseText(Phase phase);

} // namespace latticeq::ui
