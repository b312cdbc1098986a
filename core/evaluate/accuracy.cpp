// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluate/accuracy.h"

#include "core/evaluate/answer_counter.h"
#include "core/run/run_control.h"
#include "core/support/thread_count.h"
#include "core/support/worker_threads.h"

#include <ATen/ATen.h>
#include <c10/core/InferenceMode.h>

#include <algorithm>
#include <thread>

namespace latticeq {

int64_t evaluationBatch(const std::vector<int64_t>& imageShape, c10::Device device)
{
    const int64_t pixels = imageShape[1] * imageShape[2];
    if (!device.is_cpu()) {
        constexpr int64_t kMostOnCard = 1000; // enough to keep a card busy
        constexpr int64_t kPixelsOnCard = 4096 * 32 * 32; // keeps a batch's activations within about a gigabyte
        return std::clamp<int64_t>(kPixelsOnCard / pixels, 1, kMostOnCard);
    }
    constexpr int64_t kMost = 100;
    constexpr int64_t kPixels = kMost * 32 * 32; // keeps a batch's activations within tens of megabytes
    return std::clamp<int64_t>(kPixels / pixels, 1, kMost);
}

Accuracy measureAccuracy(const Classifier& classifier, const Dataset& dataset, const std::vector<int64_t>& positions,
    WorkerThreads& workers, RunControl& control, const AccuracySink& sink)
{
    const ThreadCount oneThreadEach(1);
    const auto size = static_cast<int64_t>(positions.size());
    const int64_t batch = evaluationBatch(dataset.imageShape());
    const auto caller = std::this_thread::get_id();
    AnswerCounter counter(positions.size(), sink);
    workers.forEach((size + batch - 1) / batch, [&](int64_t index) {
        if (!control.waitWhilePaused())
            return;
        const c10::InferenceMode inference;
        const int64_t first = index * batch;
        const auto begin = positions.begin() + first;
        const ImageBatch images = dataset.batch({ begin, begin + std::min(batch, size - first) });
        counter.count(first, rightAnswers(classifier(images.images), images.labels));
        if (std::this_thread::get_id() == caller)
            counter.tell();
    });
    const Accuracy accuracy = counter.result();
    if (!accuracy.stopped)
        counter.tell();
    return accuracy;
}

} // namespace latticeq
