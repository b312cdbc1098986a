// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/latticeq/commands.h"
#include "core/run/version.h"
#include "core/support/allocation.h"

#include <c10/util/Exception.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>
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

int complain(std::string sentence)
{
    std::replace(sentence.begin(), sentence.end(), '\n', ' ');
    std::cerr << "latticeq: " << sentence << std::endl;
    return kUnusableInput;
}

std::string firstLine(const std::string& text)
{
    return text.substr(0, text.find('\n'));
}

/** What the parser says, with what it leaves out. */
std::string parserSentence(const CLI::App& program, const CLI::ParseError& error, int argc, char** argv)
{
    const std::string first = argc > 1 ? argv[1] : "";
    bool isCommand = first.empty() || first[0] == '-';
    std::string known;
    for (const CLI::App* command : program.get_subcommands([](const CLI::App*) { return true; })) {
        isCommand = isCommand || command->get_name() == first;
        known.append(known.empty() ? "" : ", ").append(command->get_name());
    }
    if (!isCommand)
        return "there is no command '" + first + "', expected one of " + known;
    if (dynamic_cast<const CLI::ConversionError*>(&error))
        return std::string(error.what()) + ", expected a number";
    return error.what();
}

/** Whether everything that was printed got out. */
bool flushOutput()
{
    std::cout.flush();
    return std::cout.good() && std::fflush(stdout) == 0 && std::ferror(stdout) == 0;
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
    latticeq::addPreprocessCommand(program);
    try {
        program.parse(argc, argv);
    } catch (const CLI::Success& request) {
        return program.exit(request);
    } catch (const CLI::ParseError& error) {
        return complain(parserSentence(program, error, argc, argv));
    }
    if (!flushOutput())
        return complain(std::string("cannot write to standard output: ") + std::strerror(errno));
    return exitCode;
}

} // namespace

int main(int argc, char** argv)
{
    // A limit on file sizes then is an error like a full disk, told in a sentence.
    std::signal(SIGXFSZ, SIG_IGN);
    // A reader that goes away does not cost the run.
    std::signal(SIGPIPE, SIG_IGN);
    latticeq::keepFreedMemory();
    try {
        return runProgram(argc, argv);
    } catch (const c10::Error& error) {
        return complain(firstLine(error.what_without_backtrace()));
    } catch (const std::bad_alloc&) {
        return complain("not enough memory");
    } catch (const std::exception& error) {
        return complain(error.what());
    }
}
