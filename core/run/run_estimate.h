// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/packed_size.h"
#include "core/run/run_event.h"

#include <map>

namespace latticeq {

/** How fast this machine is, from its last run; the defaults were measured on two cores of an AMD EPYC. */
struct MachineSpeed
{
    double candidateWeightsPerSecond = 4e9; // of one thread, while it searches
    double multiplyAddsPerSecond = 4e10; // of one thread, in forward passes
};

/** What a run is expected to give, before it starts. */
struct RunEstimate
{
    int64_t packedBytes = 0; // of the packed checkpoint
    double effectiveBits = 0; // per weight, over all layers
    std::vector<double> layerEffectiveBits; // of every layer
    std::map<Phase, double> seconds; // by phase
    double totalSeconds() const;
};

/** Candidate weights of a layer's search and of its scalar baseline, all chains. */
double searchCost(const LayerPlan& plan);

/** What a run's forward passes have to do. */
struct RunWork
{
    int64_t multiplyAddsPerImage = 0;
    int64_t evaluatedImages = 0;
    int64_t calibrationImages = 0;
};

/** Seconds that each phase of a run is expected to take; loading and writing are left out. */
std::map<Phase, double> expectedSeconds(const std::vector<LayerPlan>& plans, const RunSettings& settings,
    const RunWork& work, int threads, const MachineSpeed& speed);

/**
 * The expected size, bits and time of a run over `evaluatedImages` and `calibrationImages` on `threads` threads.
 * Sizes are those of the packed file to about a percent, exact in the layers unless bits are allocated: then their
 * upper bound. Throws std::invalid_argument where single layers' bits do not fit the network.
 */
RunEstimate estimateRun(const ModelDescription& model, const RunSettings& settings, int64_t evaluatedImages,
    int64_t calibrationImages, int threads, const MachineSpeed& speed);

/** The speed that a finished run showed. */
MachineSpeed measuredSpeed(const ModelDescription& model, const RunSettings& settings, int64_t evaluatedImages,
    int threads, const std::map<std::string, double>& secondsByPhase);

} // namespace latticeq
