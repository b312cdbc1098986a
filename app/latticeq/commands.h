// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <CLI/CLI.hpp>

namespace latticeq {

/**
 * Each adds one command to the program. Its callback does the work and leaves the exit code in `exitCode` where it is
 * not 0; unusable input is thrown as std::invalid_argument or std::runtime_error and reported in main().
 */
void addQuantizeCommand(CLI::App& program, const std::vector<std::string>& arguments, int& exitCode);
void addEvaluateCommand(CLI::App& program, int& exitCode);
void addForwardCommand(CLI::App& program);
void addSearchCommand(CLI::App& program, int& exitCode);
void addInspectCommand(CLI::App& program);
void addListCommands(CLI::App& program);
void addExportCommand(CLI::App& program);
void addSelftestCommand(CLI::App& program, int& exitCode);
void addPreprocessCommand(CLI::App& program);

/** What every command's --device takes. */
inline constexpr const char* kDeviceHelp = "auto, cpu, cuda or cuda:0; see latticeq devices";

/** What every command's --data takes. */
inline constexpr const char* kDataHelp
    = "Images: fashion-mnist, or a folder with one folder per class, with labels.txt, or with an IDX or CIFAR set";

/** "--batch_size,--batch-size": a flag of the published program under both spellings. */
std::string bothSpellings(const std::string& name);

} // namespace latticeq
