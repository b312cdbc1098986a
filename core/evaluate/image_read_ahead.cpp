// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluate/image_read_ahead.h"

#include "core/evaluate/accuracy.h"
#include "core/support/thread_count.h"
#include "core/support/worker_threads.h"

#include <ATen/ATen.h>
#include <c10/core/DeviceGuard.h>
#include <c10/core/InferenceMode.h>

#include <algorithm>

namespace latticeq {

namespace {

/** Enough to bridge a batch that takes longer to read than to compute. */
constexpr size_t kBatchesAhead = 3;

} // namespace

ImageReadAhead::ImageReadAhead(const Dataset& dataset, const std::vector<int64_t>& positions, int64_t batch,
    c10::Device device, WorkerThreads& workers)
    : m_dataset(dataset)
    , m_positions(positions)
    , m_batch(batch)
    , m_device(device)
    , m_workers(workers)
    , m_reader([this](const std::stop_token& stop) { readAll(stop); })
{
}

std::optional<ImageBatch> ImageReadAhead::next()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return !m_batches.empty() || m_ended; });
    if (m_batches.empty() && m_error)
        std::rethrow_exception(m_error);
    if (m_batches.empty())
        return std::nullopt;
    ImageBatch batch = std::move(m_batches.front());
    m_batches.pop_front();
    m_changed.notify_all();
    return batch;
}

void ImageReadAhead::readAll(const std::stop_token& stop)
{
    const ThreadCount oneThread(1);
    const c10::InferenceMode inference;
    const c10::DeviceGuard card(m_device); // memory for it must not wake up another card
    std::exception_ptr error;
    try {
        for (int64_t first = 0; first < std::ssize(m_positions); first += m_batch) {
            std::unique_lock lock(m_mutex);
            if (!m_changed.wait(lock, stop, [this] { return m_batches.size() < kBatchesAhead; }))
                return;
            lock.unlock();
            ImageBatch batch = read(first);
            lock.lock();
            m_batches.push_back(std::move(batch));
            m_changed.notify_all();
        }
    } catch (...) {
        error = std::current_exception();
    }
    const std::lock_guard lock(m_mutex);
    m_error = error;
    m_ended = true;
    m_changed.notify_all();
}

ImageBatch ImageReadAhead::read(int64_t first) const
{
    const int64_t count = std::min(m_batch, std::ssize(m_positions) - first);
    const std::vector<int64_t> shape = m_dataset.imageShape();
    const auto memory = at::TensorOptions().pinned_memory(m_device.is_cuda());
    const ImageBatch batch { at::empty({ count, shape[0], shape[1], shape[2] }, memory.dtype(at::kFloat)),
        at::empty({ count }, memory.dtype(at::kLong)) };
    const int64_t slice = evaluationBatch(shape, c10::kCPU);
    m_workers.forEach((count + slice - 1) / slice, [&](int64_t index) {
        const c10::InferenceMode inference;
        const int64_t begin = index * slice;
        const int64_t size = std::min(slice, count - begin);
        const auto from = m_positions.begin() + first + begin;
        const ImageBatch part = m_dataset.batch({ from, from + size });
        batch.images.narrow(0, begin, size).copy_(part.images);
        batch.labels.narrow(0, begin, size).copy_(part.labels);
    });
    return batch;
}

} // namespace latticeq
