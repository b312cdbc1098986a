// SPDX-License-Identifier: GPL-3.0-or-later
// Runs the demo again and again on a card and compares its free memory after the second run and after the last:
//   bench_card_memory [cuda:0 [runs [folder of Fashion-MNIST]]]
#include "core/run/presets.h"
#include "core/run/run.h"
#include "core/run/run_control.h"

#include <c10/core/Device.h>
#include <cuda_runtime_api.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <stdexcept>

using namespace latticeq;

namespace {

/** Free memory may move by this much through what the driver keeps. */
constexpr double kLimitMegabytes = 8;

double freeMegabytes(int card)
{
    size_t free = 0;
    size_t total = 0;
    cudaSetDevice(card);
    cudaMemGetInfo(&free, &total);
    return static_cast<double>(free) / 1e6;
}

} // namespace

int main(int argumentCount, char** arguments)
try {
    RunSettings settings = findPreset("demo").settings;
    settings.device = argumentCount > 1 ? arguments[1] : "cuda:0";
    if (argumentCount > 3)
        settings.data = arguments[3];
    const int runs = argumentCount > 2 ? std::max(3, std::atoi(arguments[2])) : 20;
    const int card = c10::Device(settings.device).index();
    double afterSecond = 0;
    double now = 0;
    for (int i = 1; i <= runs; ++i) {
        RunControl control;
        run(
            settings, [](const RunEvent&) {}, control);
        now = freeMegabytes(card);
        if (i == 2)
            afterSecond = now;
    }
    std::printf("free after run 2 %.1f MB, after run %d %.1f MB (limit %.0f MB less)\n", afterSecond, runs, now,
        kLimitMegabytes);
    return afterSecond - now <= kLimitMegabytes ? 0 : 1;
} catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 1;
}
