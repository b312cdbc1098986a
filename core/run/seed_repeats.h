// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/run_result.h"

#include <vector>

namespace latticeq {

/** What repeats of a figure have in common. */
struct Spread
{
    double mean = 0;
    double deviation = 0; // standard deviation of a sample: over n - 1; 0 for one value
};

Spread spreadOf(const std::vector<double>& values);

/** One figure of several runs. */
struct RepeatedFigure
{
    std::string name; // as a column of seeds.csv: top1, difference, mce, output_mse, packed_bytes, seconds
    std::vector<double> values; // of each run
    Spread spread;
};

/**
 * The figures of runs that differ in their seed alone: accuracy in percent and its difference to full precision in
 * points (where measured), cubic and output errors summed over the layers, bytes, and seconds of everything but the
 * evaluations.
 */
std::vector<RepeatedFigure> repeatedFigures(const std::vector<RunResult>& runs);

/** The settings of one repeat, a single run: its seed, and a folder of its own in `settings.outputFolder`. */
RunSettings repeatSettings(const RunSettings& settings, int index);

/** seeds.csv: a row for each run, then their mean and standard deviation. */
std::string seedsCsv(const std::vector<RunResult>& runs);

} // namespace latticeq
