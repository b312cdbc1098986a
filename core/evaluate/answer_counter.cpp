// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluate/answer_counter.h"

#include <ATen/ATen.h>

#include <algorithm>

namespace latticeq {

at::Tensor rightAnswers(const at::Tensor& logits, const at::Tensor& labels)
{
    const int64_t ranks = std::min<int64_t>(5, logits.size(1));
    const at::Tensor hits = std::get<1>(logits.topk(ranks, 1)) == labels.unsqueeze(1);
    return at::stack({ hits.select(1, 0), hits.any(1) }, 1);
}

AnswerCounter::AnswerCounter(size_t images, const AccuracySink& sink)
    : m_hits(images, 0)
    , m_sink(sink)
{
}

void AnswerCounter::count(int64_t first, const at::Tensor& right)
{
    const at::Tensor firstAnswers = right.select(1, 0).contiguous();
    const auto correct = firstAnswers.sum().item<int64_t>();
    const auto correctTop5 = right.select(1, 1).sum().item<int64_t>();
    const std::lock_guard lock(m_mutex);
    std::copy_n(firstAnswers.data_ptr<bool>(), firstAnswers.numel(), m_hits.begin() + first);
    m_accuracy.correct += correct;
    m_accuracy.correctTop5 += correctTop5;
    m_accuracy.total += firstAnswers.numel();
    m_accuracy.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - m_start).count();
}

void AnswerCounter::tell()
{
    if (!m_sink)
        return;
    std::unique_lock lock(m_mutex);
    const Accuracy soFar = m_accuracy;
    lock.unlock();
    m_sink(soFar);
}

Accuracy AnswerCounter::result() const
{
    Accuracy accuracy = m_accuracy;
    accuracy.correctImages.assign(m_hits.begin(), m_hits.end());
    accuracy.stopped = accuracy.total < static_cast<int64_t>(m_hits.size());
    return accuracy;
}

} // namespace latticeq
