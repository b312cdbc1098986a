// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluate/accuracy.h"

#include "core/run/run_control.h"
#include "core/support/thread_count.h"
#include "core/support/worker_threads.h"

#include <ATen/ATen.h>
#include <c10/core/InferenceMode.h>

#include <algorithm>
#include <chrono>
#include <mutex>

namespace latticeq {

namespace {

/** Counts the answers of batches that come from several threads in any order. */
class Counter
{
public:
    Counter(size_t images, const AccuracySink& sink)
        : m_hits(images, 0)
        , m_sink(sink)
    {
    }

    void count(int64_t first, const at::Tensor& logits, const at::Tensor& labels)
    {
        const int64_t ranks = std::min<int64_t>(5, logits.size(1));
        const at::Tensor best = std::get<1>(logits.topk(ranks, 1)).to(at::kCPU);
        const at::Tensor hits = best == labels.unsqueeze(1);
        const at::Tensor right = hits.select(1, 0).contiguous();
        const auto inTop5 = hits.any(1).sum().item<int64_t>();
        const std::lock_guard lock(m_mutex);
        std::copy_n(right.data_ptr<bool>(), right.numel(), m_hits.begin() + first);
        m_accuracy.correct += right.sum().item<int64_t>();
        m_accuracy.correctTop5 += inTop5;
        m_accuracy.total += right.numel();
        m_accuracy.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - m_start).count();
    }

    void tell()
    {
        if (!m_sink)
            return;
        std::unique_lock lock(m_mutex);
        const Accuracy soFar = m_accuracy;
        lock.unlock();
        m_sink(soFar);
    }

    Accuracy result() const
    {
        Accuracy accuracy = m_accuracy;
        accuracy.correctImages.assign(m_hits.begin(), m_hits.end());
        return accuracy;
    }

private:
    std::chrono::steady_clock::time_point m_start = std::chrono::steady_clock::now();
    std::mutex m_mutex;
    Accuracy m_accuracy;
    std::vector<char> m_hits; // by position; bits of one word may not be set from two threads
    const AccuracySink& m_sink;
};

} // namespace

int64_t evaluationBatch(const std::vector<int64_t>& imageShape)
{
    constexpr int64_t kMost = 100;
    constexpr int64_t kPixels = kMost * 32 * 32; // keeps a batch's activations within tens of megabytes
    return std::clamp<int64_t>(kPixels / (imageShape[1] * imageShape[2]), 1, kMost);
}

Accuracy measureAccuracy(const Classifier& classifier, const Dataset& dataset, const std::vector<int64_t>& positions,
    WorkerThreads& workers, RunControl& control, const AccuracySink& sink)
{
    const ThreadCount oneThreadEach(1);
    const auto size = static_cast<int64_t>(positions.size());
    const int64_t batch = evaluationBatch(dataset.imageShape());
    const auto caller = std::this_thread::get_id();
    Counter counter(positions.size(), sink);
    workers.forEach((size + batch - 1) / batch, [&](int64_t index) {
        if (!control.waitWhilePaused())
            return;
        const c10::InferenceMode inference;
        const int64_t first = index * batch;
        const auto begin = positions.begin() + first;
        const ImageBatch images = dataset.batch({ begin, begin + std::min(batch, size - first) });
        counter.count(first, classifier(images.images), images.labels);
        if (std::this_thread::get_id() == caller)
            counter.tell();
    });
    Accuracy accuracy = counter.result();
    accuracy.stopped = accuracy.total < size;
    if (!accuracy.stopped)
        counter.tell();
    return accuracy;
}

} // namespace latticeq
