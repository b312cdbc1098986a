// SPDX-License-Identifier: GPL-3.0-or-later
// The window's memory after each of several runs in a row: bench_memory [runs] [steps] [images]; the demo by default.
#include "core/run/presets.h"
#include "tests/bench/bench_window.h"
#include "ui/window/engine_library.h"

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>

using namespace latticeq;
using namespace latticeq::ui;

namespace {

double residentMiB()
{
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with("VmRSS:"))
            return std::atof(line.c_str() + 6) / 1024;
    }
    return 0;
}

} // namespace

int main(int argc, char* argv[])
{
    const bench::BenchApplication application(argc, argv);
    RunSettings settings = findPreset("demo").settings;
    const int runs = argc > 1 ? std::atoi(argv[1]) : 10;
    settings.steps = argc > 2 ? std::atoi(argv[2]) : settings.steps;
    settings.evaluationImages = argc > 3 ? std::atoi(argv[3]) : settings.evaluationImages;
    bench::BenchWindow bench(&openEngineLibrary);
    std::printf("before: %.1f MiB\n", residentMiB());
    double afterTwo = 0;
    for (int run = 1; run <= runs; ++run) {
        settings.seed = static_cast<uint64_t>(run);
        bench.run(settings);
        bench::BenchWindow::pause(1000);
        const double now = residentMiB();
        afterTwo = run == 2 ? now : afterTwo;
        std::printf("after run %d: %.1f MiB%s\n", run, now,
            bench.window().controller().running()->state() == RunDocument::State::Finished ? "" : " (NOT FINISHED)");
        std::fflush(stdout);
    }
    const double growth = 100 * (residentMiB() / afterTwo - 1);
    std::printf("%.1f %% above that after two (target: at most 10 %%)\n", growth);
    return growth <= 10 ? 0 : 1;
}
