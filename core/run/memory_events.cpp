// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/memory_events.h"

#include <optional>

namespace latticeq {

EventSink withMemoryEvents(const DeviceChoice& device, EventSink sink,
    std::function<int64_t(const std::string& device)> inUse, std::chrono::milliseconds interval)
{
    using Clock = std::chrono::steady_clock;
    if (device.device == "cpu")
        return sink;
    return [device, sink = std::move(sink), inUse = std::move(inUse), interval,
               last = std::optional<Clock::time_point>()](const RunEvent& event) mutable {
        sink(event);
        const Clock::time_point now = Clock::now();
        if (last && now - *last < interval)
            return;
        last = now;
        sink(DeviceMemory { device.title, inUse(device.device), device.totalBytes });
    };
}

} // namespace latticeq
