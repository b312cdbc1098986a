// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/latticeq/commands.h"
#include "core/run/version.h"
#include "core/support/allocation.h"

#include <c10/util/Exception.h>

#include <algorithm>
#include <csignal>
#include <iostream>
#include <new>

namespace latticeq {

std::string bothSpellings(const std::string& name)
{
    std::string dashed = name;
    std::replace(dashed.begin(), dashed.end(), '_', '-');
    return dashed == name ? "--" + name : "--" + name + ",--" + dashed;
}

} // namespace latticeq

namespace {

constexpr int kUnusableInput = 2;

int complain(const std::string& sentence)
{
    std::cerr << "latticeq: " << sentence.substr(0, sentence.find('\n')) << std::endl;
    return kUnusableInput;
}

int runProgram(int argc, char** argv)
{
    int exitCode = 0;
    CLI::App program("LatticeQ: lattice quantization of convolutional networks", "latticeq");
    program.set_version_flag("--version", latticeq::kVersion);
    program.require_subcommand(1);
    program.option_defaults()->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
    latticeq::addQuantizeCommand(program, { argv + 1, argv + argc }, exitCode);
    latticeq::addEvaluateCommand(program, exitCode);
    latticeq::addForwardCommand(program);
    latticeq::addSearchCommand(program, exitCode);
    latticeq::addInspectCommand(program);
    latticeq::addListCommands(program);
    latticeq::addExportCommand(program);
    latticeq::addSelftestCommand(program, exitCode);
    latticeq::addLaterCommands(program);
    try {
        program.parse(argc, argv);
    } catch (const CLI::Success& request) {
        return program.exit(request);
    } catch (const CLI::ParseError& error) {
        return complain(error.what());
    }
    return exitCode;
}

} // namespace

int main(int argc, char** argv)
{
    // A limit on file sizes then is an error like a full disk, told in a sentence.
    std::signal(SIGXFSZ, SIG_IGN);
    latticeq::keepFreedMemory();
    try {
        return runProgram(argc, argv);
    } catch (const c10::Error& error) {
        return complain(error.what_without_backtrace());
    } catch (const std::bad_alloc&) {
        return complain("not enough memory");
    } catch (const std::exception& error) {
        return complain(error.what());
    }
}
