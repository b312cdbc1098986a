// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/latticeq/commands.h"
#include "core/io/resources.h"
#include "core/run/devices.h"
#include "core/selftest/golden_checks.h"
#include "core/selftest/same_bytes_checks.h"

#include <memory>

namespace latticeq {

namespace {

int selftest(const std::string& device, bool verbose)
{
    int passed = 0;
    int failed = 0;
    const CheckSink sink = [&](const CheckResult& check) {
        ++(check.passed ? passed : failed);
        if (verbose || !check.passed)
            std::printf("%s  %s: %s\n", check.passed ? "ok    " : "FAILED", check.name.c_str(), check.detail.c_str());
    };
    std::printf("golden data of the published code\n");
    checkGoldenData(resourcePath("golden"), device, sink);
    std::printf(device == "cpu" ? "the same bytes for every number of threads and instruction set\n"
                                : "the same bytes as the processor\n");
    checkSameBytes(device, sink);
    std::printf("%d passed, %d failed\n", passed, failed);
    return failed == 0 ? 0 : 1;
}

} // namespace

void addSelftestCommand(CLI::App& program, int& exitCode)
{
    CLI::App* command = program.add_subcommand("selftest", "Check this build on this machine: golden data, same bytes");
    const auto device = std::make_shared<std::string>("cpu");
    const auto verbose = std::make_shared<bool>(false);
    command->add_option("--device", *device, kDeviceHelp)->capture_default_str();
    command->add_flag("--verbose", *verbose, "List every check");
    command->callback([device, verbose, &exitCode] {
        exitCode = selftest(chooseDevice(*device), *verbose);
    });
}

} // namespace latticeq
