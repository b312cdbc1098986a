// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluate/intervals.h"
#include "core/run/run_event.h"
#include "core/run/run_settings.h"

#include <map>

namespace latticeq {

/** An accuracy as it stands in summary.json. */
struct AccuracyReport
{
    double top1 = 0; // percent
    double top5 = 0; // percent
    int64_t correct = 0;
    int64_t total = 0;
    Interval interval; // 95 %, Wilson, percent
};

/** What a run ends with, as plain values. */
struct RunResult
{
    bool stopped = false; // before its end; finished layers are kept in the run folder
    std::optional<AccuracyReport> fp32;
    std::string fp32Remembered; // when an earlier run measured it; empty: this one did
    std::optional<AccuracyReport> quantized;
    std::optional<PairedDifference> difference; // quantized minus fp32
    int64_t fp32Bytes = 0;
    int64_t packedBytes = 0;
    double effectiveBits = 0; // per weight, over all layers
    std::optional<BitsChoice> bitsChoice; // where the run chose the layers' bits itself
    std::vector<LayerReport> layers;
    std::vector<std::vector<ConvergencePoint>> convergence; // of each layer
    std::vector<int64_t> evaluatedImages; // their positions in the data set
    std::vector<bool> fp32Correct; // of each evaluated image, whether the network put it into its class
    std::vector<bool> quantizedCorrect;
    std::vector<std::string> unreadable; // files of images that could not be read, counted nowhere
    int64_t calibrationImages = 0;
    bool calibrationLeftOut = false; // they come from the evaluated data and are left out there
    RunSettings settings; // as used, nothing left to be chosen
    std::string device;
    std::map<std::string, double> seconds; // by phase
    std::string folder;
};

} // namespace latticeq
