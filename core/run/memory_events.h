// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/device_choice.h"
#include "core/run/run_event.h"

#include <chrono>

namespace latticeq {

/**
 * A sink that passes events on to `sink` and adds a DeviceMemory event after one of them, at most once in
 * `interval`, measured by `inUse` on the thread that sends the events. On the processor it adds none.
 */
EventSink withMemoryEvents(const DeviceChoice& device, EventSink sink,
    std::function<int64_t(const std::string& device)> inUse,
    std::chrono::milliseconds interval = std::chrono::milliseconds(1000));

} // namespace latticeq
