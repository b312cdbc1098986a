// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/engine.h"

#include <stdexcept>

namespace latticeq::ui::test {

/** An engine whose runs and devices a test writes itself, for an order of events that the real one keeps from it. */
class ScriptedEngine : public Engine
{
public:
    std::function<RunResult(const RunSettings&, const EventSink&, RunControl&)> onRun;
    std::function<std::vector<DeviceDescription>()> onDevices;

    RunResult run(const RunSettings& settings, const EventSink& sink, RunControl& control) override
    {
        return onRun(settings, sink, control);
    }
    std::vector<DeviceDescription> devices() override { return onDevices(); }

    ModelDescription describe(const RunSettings&) override { return unscripted<ModelDescription>(); }
    std::shared_ptr<const RunLayers> openLayers(const std::string&, const RunSettings&) override
    {
        return unscripted<std::shared_ptr<const RunLayers>>();
    }
    RunSettings stoppedRun(const std::string&) override { return unscripted<RunSettings>(); }
    RunResult openPacked(const std::string&) override { return unscripted<RunResult>(); }
    std::string exportModel(const std::string&, const std::string&, const std::string&) override
    {
        return unscripted<std::string>();
    }

private:
    template <typename Answer> static Answer unscripted()
    {
        throw std::logic_error("the test's engine was asked what the test does not expect");
    }
};

} // namespace latticeq::ui::test
