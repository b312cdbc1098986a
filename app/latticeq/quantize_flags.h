// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/run_settings.h"

#include <CLI/CLI.hpp>

namespace latticeq {

/** What `latticeq quantize` was asked for, besides the settings themselves. */
struct QuantizeFlags
{
    RunSettings settings;
    bool json = false;
    bool measureAgain = false; // the full-precision accuracy, even if it is remembered
    std::string preset; // read before the other flags, see startSettings()
    std::string resumeFolder;
    std::string activationGranularity; // per_layer or per_channel
    std::string depthwise; // lattice or scalar8
    std::vector<std::string> layerBits; // NAME=bits
    std::string timeBudget; // 10m
    std::string search; // random or refined
    std::string alpha; // max or mse
    bool blockReconstruction = false;
    int epochs = 2000; // used by block reconstruction only, as are the next three
    int calibrationSlices = 4;
    double learningRate = 2e-6;
    double alphaLearningRate = 1e-3;
};

/** The settings that flags start from: those of --resume or --preset, of the demo without any, else the defaults. */
RunSettings startSettings(const std::vector<std::string>& arguments);

/** Adds every flag; those not given keep what `flags` holds. */
void addQuantizeFlags(CLI::App& command, QuantizeFlags& flags);

/** Settings after parsing: texts turned into numbers and everything that is not there yet refused. */
RunSettings finishSettings(const CLI::App& command, const QuantizeFlags& flags);

/** Seconds of "10m", "90s", "1.5h" or "45". Throws std::invalid_argument naming `flag`. */
double parseSeconds(const std::string& flag, const std::string& text);

} // namespace latticeq
