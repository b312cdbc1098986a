// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluate/accuracy.h"

#include "core/run/run_control.h"

#include <ATen/ATen.h>
#include <c10/core/InferenceMode.h>

#include <algorithm>
#include <chrono>

namespace latticeq {

namespace {

void countBatch(const at::Tensor& logits, const at::Tensor& labels, Accuracy& accuracy)
{
    const int64_t ranks = std::min<int64_t>(5, logits.size(1));
    const at::Tensor best = std::get<1>(logits.topk(ranks, 1)).to(at::kCPU);
    const at::Tensor hits = best == labels.unsqueeze(1);
    const at::Tensor first = hits.select(1, 0).contiguous();
    for (int64_t i = 0; i < first.size(0); ++i)
        accuracy.correctImages.push_back(first.data_ptr<bool>()[i]);
    accuracy.correct += first.sum().item<int64_t>();
    accuracy.correctTop5 += hits.any(1).sum().item<int64_t>();
    accuracy.total += labels.size(0);
}

} // namespace

Accuracy measureAccuracy(const Classifier& classifier, const Dataset& dataset, const std::vector<int64_t>& positions,
    RunControl& control, const AccuracySink& sink)
{
    const c10::InferenceMode inference;
    Accuracy accuracy;
    const auto start = std::chrono::steady_clock::now();
    const auto size = static_cast<int64_t>(positions.size());
    for (int64_t first = 0; first < size; first += kEvaluationBatch) {
        if (!control.waitWhilePaused()) {
            accuracy.stopped = true;
            break;
        }
        const auto begin = positions.begin() + first;
        const ImageBatch batch = dataset.batch({ begin, begin + std::min(kEvaluationBatch, size - first) });
        countBatch(classifier(batch.images), batch.labels, accuracy);
        accuracy.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
        if (sink)
            sink(accuracy);
    }
    return accuracy;
}

} // namespace latticeq
