// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mixed_precision/logit_change.h"

#include <ATen/ATen.h>

namespace latticeq {

LogitChanges::LogitChanges(const Answers& answers, const at::Tensor& images, const at::Tensor& classes, int64_t batch,
    const std::function<bool()>& proceed)
    : m_answers(answers)
    , m_images(images)
    , m_classes(classes)
    , m_batch(batch)
    , m_proceed(proceed)
    , m_before(logits())
{
}

std::optional<at::Tensor> LogitChanges::logits() const
{
    std::vector<at::Tensor> parts;
    for (const at::Tensor& batch : m_images.split(m_batch)) {
        if (!m_proceed())
            return std::nullopt;
        parts.push_back(m_answers(batch).to(at::kCPU, at::kDouble));
    }
    return at::cat(parts).log_softmax(1);
}

std::optional<LogitChange> LogitChanges::measure() const
{
    const std::optional<at::Tensor> now = m_before ? logits() : std::nullopt;
    if (!now)
        return std::nullopt;
    constexpr double kMost = 1e3; // nats; also of an image whose answers are no numbers any more
    const at::Tensor divergences = (m_before->exp() * (*m_before - *now)).sum(1).nan_to_num(kMost, kMost);
    LogitChange change;
    change.divergence = divergences.clamp(0, kMost).mean().item<double>();
    const at::Tensor answer = now->argmax(1);
    const auto percent = [](const at::Tensor& flags) { return 100 * flags.to(at::kDouble).mean().item<double>(); };
    change.kept = percent(answer == m_before->argmax(1));
    if (m_classes.defined())
        change.top1 = percent(answer == m_classes);
    return change;
}

} // namespace latticeq
