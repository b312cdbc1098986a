// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluate/accuracy.h"
#include "core/evaluate/card_memory.h"

namespace latticeq {

/**
 * measureAccuracy() on a device, which images and logits of the classifier are on: the processor with a batch on each
 * thread, a card with larger batches and everything around it beside it. `warn` hears where the card's memory did
 * not suffice for a batch.
 */
Accuracy measureAccuracyOn(c10::Device device, const Classifier& classifier, const Dataset& dataset,
    const std::vector<int64_t>& positions, WorkerThreads& workers, RunControl& control, const AccuracySink& sink,
    const MemoryWarning& warn);

/**
 * The way of a card, on any device: the calling thread tells the device what to compute, the workers read images
 * ahead, and answers are counted one batch late, so that the device never waits. `sink` hears after every batch.
 * Counts the same as measureAccuracy().
 */
Accuracy measurePipelined(c10::Device device, const Classifier& classifier, const Dataset& dataset,
    const std::vector<int64_t>& positions, int64_t batch, WorkerThreads& workers, RunControl& control,
    const AccuracySink& sink, const MemoryWarning& warn);

} // namespace latticeq
