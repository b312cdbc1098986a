// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/presets.h"
#include "core/run/run_event.h"

#include <algorithm>
#include <string>

namespace latticeq::ui::test {

/** A run of the demo network of about a second. */
inline RunSettings smallRun(const std::string& folder)
{
    RunSettings settings = findPreset("demo").settings;
    settings.steps = 2;
    settings.restarts = 1;
    settings.calibrationImages = 16;
    settings.evaluationImages = 100;
    settings.outputFolder = folder;
    return settings;
}

/** A run that is in its search for tens of seconds. */
inline RunSettings longRun(const std::string& folder)
{
    RunSettings settings = smallRun(folder);
    settings.steps = 20'000;
    settings.restarts = 3;
    return settings;
}

template <typename Event> int countOf(const std::vector<RunEvent>& events)
{
    return static_cast<int>(std::count_if(
        events.begin(), events.end(), [](const RunEvent& event) { return std::holds_alternative<Event>(event); }));
}

} // namespace latticeq::ui::test
