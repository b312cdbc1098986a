// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluate/accuracy.h"

#include <chrono>
#include <mutex>

namespace latticeq {

/**
 * For each image whether its class is the first answer, whether it is among the first five, and whether the image could
 * be read: bool [N, 3].
 */
at::Tensor rightAnswers(const at::Tensor& logits, const at::Tensor& labels);

/** Counts the answers of batches that come from any threads in any order. */
class AnswerCounter
{
public:
    AnswerCounter(size_t images, const AccuracySink& sink);

    /** `right` are the answers to the images from position `first` on, on the processor. */
    void count(int64_t first, const at::Tensor& right);
    /** Tells the sink what was counted so far. */
    void tell();
    /** To be asked when all threads have ended; `stopped` where images are left. */
    Accuracy result() const;

private:
    std::chrono::steady_clock::time_point m_start = std::chrono::steady_clock::now();
    std::mutex m_mutex;
    Accuracy m_accuracy;
    enum class Answer : char { None, Wrong, Right, Unreadable };
    std::vector<Answer> m_answers; // by position
    const AccuracySink& m_sink;
};

} // namespace latticeq
