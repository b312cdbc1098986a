// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/run.h"

#include "core/run/memory_events.h"
#include "core/run/pipeline.h"

namespace latticeq {

RunResult run(const RunSettings& settings, const EventSink& sink, RunControl& control)
{
    checkSettings(settings);
    const DeviceChoice device = explainDevice(settings.device);
    const EventSink sinkWithMemory = withMemoryEvents(device, sink, deviceMemoryInUse);
    return Pipeline(settings, device, sinkWithMemory, control).run();
}

} // namespace latticeq
