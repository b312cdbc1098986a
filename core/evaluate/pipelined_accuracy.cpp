// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluate/pipelined_accuracy.h"

#include "core/evaluate/answer_counter.h"
#include "core/evaluate/card_transfers.h"
#include "core/evaluate/fitting_batches.h"
#include "core/evaluate/image_read_ahead.h"
#include "core/run/run_control.h"
#include "core/support/thread_count.h"

#include <ATen/ATen.h>
#include <c10/core/InferenceMode.h>

namespace latticeq {

namespace {

/** Tells a device what to compute and counts what it answered to the batch before. */
class PipelinedEvaluation
{
public:
    PipelinedEvaluation(c10::Device device, const Classifier& classifier, AnswerCounter& counter)
        : m_classifier(classifier)
        , m_transfers(device)
        , m_counter(counter)
    {
    }

    void compute(int64_t first, const ImageBatch& batch)
    {
        const ImageBatch onDevice = m_transfers.upload(batch);
        Answers answers { first, m_transfers.expect(rightAnswers(m_classifier(onDevice.images), onDevice.labels)) };
        countLast();
        m_last = std::move(answers);
    }

    void countLast()
    {
        if (!m_last)
            return;
        m_counter.count(m_last->first, m_transfers.take(m_last->right));
        m_last.reset();
        m_counter.tell();
    }

private:
    struct Answers
    {
        int64_t first = 0;
        PendingResult right;
    };

    const Classifier& m_classifier;
    CardTransfers m_transfers;
    AnswerCounter& m_counter;
    std::optional<Answers> m_last;
};

} // namespace

Accuracy measurePipelined(c10::Device device, const Classifier& classifier, const Dataset& dataset,
    const std::vector<int64_t>& positions, int64_t batch, WorkerThreads& workers, RunControl& control,
    const AccuracySink& sink, const MemoryWarning& warn)
{
    const c10::InferenceMode inference;
    const ThreadCount oneThread(1);
    AnswerCounter counter(positions.size(), sink);
    PipelinedEvaluation evaluation(device, classifier, counter);
    FittingBatches batches(batch, warn);
    ImageReadAhead images(dataset, positions, batch, device, workers);
    int64_t position = 0;
    bool goOn = true;
    while (goOn) {
        const std::optional<ImageBatch> read = images.next();
        if (!read)
            break;
        goOn = batches.forEach(read->labels.numel(), [&](int64_t first, int64_t count) {
            if (!control.waitWhilePaused())
                return false;
            evaluation.compute(
                position + first, { read->images.narrow(0, first, count), read->labels.narrow(0, first, count) });
            return true;
        });
        position += read->labels.numel();
    }
    evaluation.countLast();
    return counter.result();
}

Accuracy measureAccuracyOn(c10::Device device, const Classifier& classifier, const Dataset& dataset,
    const std::vector<int64_t>& positions, WorkerThreads& workers, RunControl& control, const AccuracySink& sink,
    const MemoryWarning& warn)
{
    if (device.is_cpu())
        return measureAccuracy(classifier, dataset, positions, workers, control, sink);
    const int64_t batch = evaluationBatch(dataset.imageShape(), device);
    return measurePipelined(device, classifier, dataset, positions, batch, workers, control, sink, warn);
}

} // namespace latticeq
