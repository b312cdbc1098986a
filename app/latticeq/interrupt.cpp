// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/latticeq/interrupt.h"

#include <csignal>

namespace latticeq {

namespace {

std::atomic<RunControl*> interruptedRun { nullptr };

extern "C" void handleInterrupt(int signal)
{
    RunControl* control = interruptedRun.load();
    if (!control || control->stopRequested()) {
        std::signal(signal, SIG_DFL);
        std::raise(signal);
        return;
    }
    control->requestStop();
}

} // namespace

StopOnInterrupt::StopOnInterrupt(RunControl& control)
{
    interruptedRun = &control;
    std::signal(SIGINT, handleInterrupt);
    std::signal(SIGTERM, handleInterrupt);
}

StopOnInterrupt::~StopOnInterrupt()
{
    std::signal(SIGINT, SIG_DFL);
    std::signal(SIGTERM, SIG_DFL);
    interruptedRun = nullptr;
}

} // namespace latticeq
