// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/run_estimate.h"

namespace latticeq::ui {

/** The speed that this machine's last run showed, from QSettings; the defaults before the first. */
MachineSpeed rememberedSpeed();

/** Keeps the speed of a finished run for later estimates. */
void rememberSpeed(const MachineSpeed& speed);

} // namespace latticeq::ui
