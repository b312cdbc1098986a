// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/run_control.h"

namespace latticeq {

/** While it lives, Ctrl-C (or a termination request) stops the run cleanly once, and ends the program twice. */
class StopOnInterrupt
{
public:
    explicit StopOnInterrupt(RunControl& control);
    StopOnInterrupt(const StopOnInterrupt&) = delete;
    StopOnInterrupt& operator=(const StopOnInterrupt&) = delete;
    ~StopOnInterrupt();
};

/** The exit code of a program that was stopped by Ctrl-C. */
inline constexpr int kInterruptedExitCode = 130;

} // namespace latticeq
