// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluate/answer_counter.h"

#include <ATen/ATen.h>

#include <algorithm>

namespace latticeq {

at::Tensor rightAnswers(const at::Tensor& logits, const at::Tensor& labels)
{
    const int64_t ranks = std::min<int64_t>(5, logits.size(1));
    const at::Tensor hits = std::get<1>(logits.topk(ranks, 1)) == labels.unsqueeze(1);
    return at::stack({ hits.select(1, 0), hits.any(1), labels != kUnreadable }, 1);
}

AnswerCounter::AnswerCounter(size_t images, const AccuracySink& sink)
    : m_answers(images, Answer::None)
    , m_sink(sink)
{
}

void AnswerCounter::count(int64_t first, const at::Tensor& right)
{
    const at::Tensor answers = right.contiguous();
    const bool* answer = answers.data_ptr<bool>();
    const std::lock_guard lock(m_mutex);
    for (int64_t i = 0; i < answers.size(0); ++i, answer += 3) {
        m_answers[static_cast<size_t>(first + i)] = !answer[2] ? Answer::Unreadable
            : answer[0]                                        ? Answer::Right
                                                               : Answer::Wrong;
        m_accuracy.correct += answer[0];
        m_accuracy.correctTop5 += answer[1];
        m_accuracy.total += answer[2];
    }
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
    for (size_t i = 0; i < m_answers.size(); ++i) {
        if (m_answers[i] == Answer::Unreadable)
            accuracy.unreadable.push_back(i);
        else
            accuracy.correctImages.push_back(m_answers[i] == Answer::Right);
        accuracy.stopped = accuracy.stopped || m_answers[i] == Answer::None;
    }
    return accuracy;
}

} // namespace latticeq
