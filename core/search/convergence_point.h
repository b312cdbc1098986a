// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace latticeq {

/** Best error so far of a restart, or with restart -1 of the layer with every channel's best restart. */
struct ConvergencePoint
{
    int restart = -1;
    int64_t candidates = 0; // tried by each chain
    double bestError = 0; // cubic error summed over the channels
};

} // namespace latticeq
