// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"

#include <c10/core/Device.h>

#include <functional>

namespace latticeq {

class RunControl;
class WorkerThreads;

/** How many images a network puts into the right class. */
struct Accuracy
{
    int64_t correct = 0;
    int64_t correctTop5 = 0;
    int64_t total = 0; // without those that could not be read
    std::vector<bool> correctImages; // in the order of the positions, without those that could not be read
    std::vector<size_t> unreadable; // places of those among the positions
    double seconds = 0;
    bool stopped = false; // `total` counts what was seen before

    double top1() const { return total == 0 ? 0 : 100.0 * static_cast<double>(correct) / static_cast<double>(total); }
    double top5() const
    {
        return total == 0 ? 0 : 100.0 * static_cast<double>(correctTop5) / static_cast<double>(total);
    }
};

using Classifier = std::function<at::Tensor(const at::Tensor& images)>; // [N, C, H, W] to logits [N, classes]
using AccuracySink = std::function<void(const Accuracy& soFar)>;

/**
 * Images that are classified at once: on each thread of the processor 100 small ones, fewer large ones, on a card ten
 * times as many and more. Equal runs compute the same batches.
 */
int64_t evaluationBatch(const std::vector<int64_t>& imageShape, c10::Device device = c10::kCPU);

/**
 * Classifies the images at `positions` and counts. Every worker takes the next batch and computes it on one thread:
 * the threads never wait for each other, also not on a busy machine, and their number changes no result. `sink` hears
 * on the calling thread after its batches. Stops when asked to.
 */
Accuracy measureAccuracy(const Classifier& classifier, const Dataset& dataset, const std::vector<int64_t>& positions,
    WorkerThreads& workers, RunControl& control, const AccuracySink& sink = {});

} // namespace latticeq
