// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/engine.h"
#include "tests/ui/sample_runs.h"

#include <chrono>
#include <thread>

namespace latticeq::ui::bench {

/** An engine whose runs are a sample's events, spread evenly over some seconds while every core is kept busy. */
class StreamEngine : public Engine
{
public:
    StreamEngine(int layers, double seconds)
        : m_layers(layers)
        , m_seconds(seconds)
    {
    }

    RunResult run(const RunSettings& settings, const EventSink& sink, RunControl& control) override
    {
        std::vector<std::jthread> load;
        for (unsigned i = 0; i < std::thread::hardware_concurrency(); ++i)
            load.emplace_back(keepBusy);
        const std::vector<RunEvent> events = test::sampleEvents(m_layers);
        const auto start = std::chrono::steady_clock::now();
        const auto step = std::chrono::duration<double>(m_seconds / static_cast<double>(events.size()));
        for (size_t i = 0; i < events.size() && !control.stopRequested(); ++i) {
            sink(events[i]);
            std::this_thread::sleep_until(start + static_cast<double>(i + 1) * step);
        }
        RunResult result = test::sampleResult(m_layers);
        result.settings = settings;
        result.stopped = control.stopRequested();
        return result;
    }

    ModelDescription describe(const RunSettings&) override { return test::sampleModel(m_layers); }
    std::shared_ptr<const RunLayers> openLayers(const std::string&, const RunSettings&) override { return nullptr; }
    RunSettings stoppedRun(const std::string&) override { return test::sampleSettings(); }
    RunResult openPacked(const std::string&) override { return test::sampleResult(m_layers); }
    std::string exportModel(const std::string&, const std::string&, const std::string& target) override
    {
        return target;
    }
    std::vector<DeviceDescription> devices() override { return { { .name = "cpu", .title = "Sample", .whyUnusable = {} } }; }

private:
    static void keepBusy(const std::stop_token& stop)
    {
        volatile uint64_t counter = 0;
        while (!stop.stop_requested())
            counter = counter + 1;
    }

    int m_layers;
    double m_seconds;
};

} // namespace latticeq::ui::bench
