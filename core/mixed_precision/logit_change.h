// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ATen/core/Tensor.h>

#include <functional>
#include <optional>

namespace latticeq {

/** How a changed network's answers differ from those before. */
struct LogitChange
{
    double divergence = 0; // Kullback-Leibler from the class probabilities before, nats per image
    std::optional<double> top1; // percent of the images that are put into their class; nothing without classes
    double kept = 0; // percent of the images that stay in the class they were put into
};

/** Compares the answers of a network that changes with those of its start. */
class LogitChanges
{
public:
    using Answers = std::function<at::Tensor(const at::Tensor& batch)>;

    /** Takes the answers of the start. `classes` int64 [N] may be undefined; `proceed` is asked before every batch. */
    LogitChanges(const Answers& answers, const at::Tensor& images, const at::Tensor& classes, int64_t batch,
        const std::function<bool()>& proceed);

    /** Nothing once `proceed` says false. */
    std::optional<LogitChange> measure() const;

private:
    std::optional<at::Tensor> logits() const;

    Answers m_answers;
    at::Tensor m_images;
    at::Tensor m_classes;
    int64_t m_batch;
    const std::function<bool()>& m_proceed;
    std::optional<at::Tensor> m_before; // log probabilities, float64 [N, classes]
};

} // namespace latticeq
