// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"

#include <c10/core/Device.h>

#include <condition_variable>
#include <deque>
#include <exception>
#include <mutex>
#include <optional>
#include <thread>

namespace latticeq {

class WorkerThreads;

/**
 * Reads batches on all worker threads while others are computed: a few batches ahead, for a card into memory that it
 * copies from by itself. The workers are taken for as long as this lives.
 */
class ImageReadAhead
{
public:
    ImageReadAhead(const Dataset& dataset, const std::vector<int64_t>& positions, int64_t batch, c10::Device device,
        WorkerThreads& workers);

    /** The next batch, on the processor, in the order of the positions; nothing after the last. Rethrows errors. */
    std::optional<ImageBatch> next();

private:
    void readAll(const std::stop_token& stop);
    ImageBatch read(int64_t first) const;

    const Dataset& m_dataset;
    const std::vector<int64_t>& m_positions;
    const int64_t m_batch;
    const c10::Device m_device;
    WorkerThreads& m_workers;

    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::deque<ImageBatch> m_batches;
    bool m_ended = false;
    std::exception_ptr m_error;
    std::jthread m_reader; // last, so that it ends before the rest goes
};

} // namespace latticeq
