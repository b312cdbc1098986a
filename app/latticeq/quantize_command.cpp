// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/latticeq/commands.h"
#include "app/latticeq/console.h"
#include "app/latticeq/interrupt.h"
#include "app/latticeq/quantize_flags.h"
#include "app/latticeq/repeats.h"
#include "core/graph/model_catalog.h"
#include "core/io/run_folder.h"
#include "core/io/run_json.h"
#include "core/run/run.h"

#include <ctime>
#include <filesystem>
#include <iostream>
#include <memory>

namespace latticeq {

namespace {

/** runs/<model>-<settings>-<date-time> */
std::string defaultFolder(const RunSettings& settings)
{
    const std::time_t now = std::time(nullptr);
    char stamp[32];
    std::strftime(stamp, sizeof(stamp), "%Y%m%d-%H%M%S", std::localtime(&now));
    return "runs/" + shortName(settings.model) + "-" + settingsTitle(settings) + "-" + stamp;
}

void setFolder(const QuantizeFlags& flags, RunSettings& settings)
{
    if (!flags.resumeFolder.empty()) {
        const RunSettings earlier = startSettings({ "--resume", flags.resumeFolder });
        if (!sameResult(settings, earlier)) {
            throw std::invalid_argument("--resume goes on with the settings in " + flags.resumeFolder
                + "/settings.json; leave other settings away");
        }
        if (!hasStoppedRun(flags.resumeFolder))
            throw std::invalid_argument(
                "the run in " + flags.resumeFolder + " is complete, there is nothing to resume");
        if (!settings.outputFolder.empty())
            throw std::invalid_argument("--resume goes on in its own folder; leave --out away");
        settings.resume = true;
        settings.outputFolder = flags.resumeFolder;
    } else if (settings.outputFolder.empty()) {
        settings.outputFolder = defaultFolder(settings);
    }
}

void tellStopped(const RunResult& result)
{
    const size_t finished = result.layers.size();
    if (finished == 0 && result.bitsChoice && !result.bitsChoice->sensitivities.empty())
        std::fprintf(stderr, "Stopped. What was measured of %zu layers is kept; go on with: latticeq quantize --resume %s\n",
            result.bitsChoice->sensitivities.size(), result.folder.c_str());
    else if (finished == 0)
        std::fprintf(stderr, "Stopped before a layer was finished; nothing was kept.\n");
    else
        std::fprintf(stderr, "Stopped. %zu layers are finished and kept; go on with: latticeq quantize --resume %s\n",
            finished, result.folder.c_str());
}

int quantize(const CLI::App& command, const QuantizeFlags& flags)
{
    RunSettings settings = finishSettings(command, flags);
    if (settings.repeats > 1 && !flags.resumeFolder.empty())
        throw std::invalid_argument("--seeds goes on by itself with what its --out folder holds; leave --resume away");
    setFolder(flags, settings);
    settings.rememberAccuracy = !flags.measureAgain;
    if (settings.repeats > 1)
        return quantizeRepeatedly(settings, settings.repeats, flags.json);
    RunControl control;
    RunResult result;
    {
        const StopOnInterrupt interrupt(control);
        ConsoleReporter reporter(flags.json);
        result = run(
            settings, [&](const RunEvent& event) { reporter(event); }, control);
    }
    if (flags.json)
        std::cout << resultToJson(result).dump(2) << std::endl;
    else if (!result.stopped)
        printResult(result);
    if (result.stopped)
        tellStopped(result);
    return result.stopped ? kInterruptedExitCode : 0;
}

} // namespace

void addQuantizeCommand(CLI::App& program, const std::vector<std::string>& arguments, int& exitCode)
{
    CLI::App* command = program.add_subcommand("quantize", "Quantize a network: search, calibrate, measure, write");
    const auto flags = std::make_shared<QuantizeFlags>();
    if (!arguments.empty() && arguments[0] == "quantize")
        flags->settings = startSettings({ arguments.begin() + 1, arguments.end() });
    addQuantizeFlags(*command, *flags);
    command->footer(
        "Without flags, or with only --out, --threads, --json and the like: --preset demo, the bundled network.");
    command->callback([command, flags, &exitCode] { exitCode = quantize(*command, *flags); });
}

} // namespace latticeq
