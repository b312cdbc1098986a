// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/latticeq/repeats.h"

#include "app/latticeq/console.h"
#include "app/latticeq/interrupt.h"
#include "core/io/atomic_file.h"
#include "core/io/run_folder.h"
#include "core/io/run_json.h"
#include "core/io/run_reader.h"
#include "core/run/run.h"
#include "core/run/seed_repeats.h"

#include <cstdio>
#include <filesystem>
#include <iostream>
#include <stdexcept>

namespace latticeq {

namespace {

namespace fs = std::filesystem;

/** The complete run of these settings that their folder holds, if it does. */
std::optional<RunResult> completeRun(const RunSettings& settings)
{
    if (settings.overwrite || !fs::exists(fs::path(settings.outputFolder) / kSummaryFile))
        return std::nullopt;
    RunResult result = readRun(settings.outputFolder);
    if (sameResult(settings, result.settings))
        return result;
    return std::nullopt; // run() refuses the folder
}

RunResult runOne(RunSettings settings, RunControl& control, bool json)
{
    if (std::optional<RunResult> complete = completeRun(settings))
        return *complete;
    settings.resume = !settings.overwrite && hasStoppedRun(settings.outputFolder);
    ConsoleReporter reporter(json);
    return run(
        settings, [&](const RunEvent& event) { reporter(event); }, control);
}

void printTable(const std::vector<RunResult>& runs)
{
    const std::vector<RepeatedFigure> figures = repeatedFigures(runs);
    std::printf("\n%-8s", "seed");
    for (const RepeatedFigure& figure : figures)
        std::printf("%14s", figure.name.c_str());
    for (size_t i = 0; i < runs.size(); ++i) {
        std::printf("\n%-8s", std::to_string(runs[i].settings.seed).c_str());
        for (const RepeatedFigure& figure : figures)
            std::printf("%14.6g", figure.values[i]);
    }
    std::printf("\n%-8s", "mean");
    for (const RepeatedFigure& figure : figures)
        std::printf("%14.6g", figure.spread.mean);
    std::printf("\n%-8s", "\u00b1");
    for (const RepeatedFigure& figure : figures)
        std::printf("%14.3g", figure.spread.deviation);
    std::printf("\n");
}

void printJson(const std::vector<RunResult>& runs)
{
    nlohmann::ordered_json json { { "figures", nlohmann::ordered_json::object() },
        { "runs", nlohmann::ordered_json::array() } };
    for (const RepeatedFigure& figure : repeatedFigures(runs)) {
        json["figures"][figure.name]
            = { { "mean", figure.spread.mean }, { "standard_deviation", figure.spread.deviation } };
    }
    for (const RunResult& run : runs)
        json["runs"].push_back(resultToJson(run));
    std::cout << json.dump(2) << std::endl;
}

} // namespace

int quantizeRepeatedly(const RunSettings& settings, int count, bool json)
{
    RunControl control;
    const StopOnInterrupt interrupt(control);
    std::vector<RunResult> runs;
    for (int i = 0; i < count; ++i) {
        const RunSettings repeat = repeatSettings(settings, i);
        std::fprintf(json ? stderr : stdout, "seed %s, %d of %d\n", std::to_string(repeat.seed).c_str(), i + 1, count);
        runs.push_back(runOne(repeat, control, json));
        if (runs.back().stopped) {
            std::fprintf(stderr, "Stopped; the same command with --out %s goes on\n", settings.outputFolder.c_str());
            return kInterruptedExitCode;
        }
    }
    writeFileAtomically(fs::path(settings.outputFolder) / "seeds.csv", seedsCsv(runs));
    if (json) {
        printJson(runs);
    } else {
        printTable(runs);
        std::printf("written to      %s\n", settings.outputFolder.c_str());
    }
    return 0;
}

} // namespace latticeq
