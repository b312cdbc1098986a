// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/read_images.h"

#include "core/support/worker_threads.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <stdexcept>
#include <thread>

namespace latticeq {

namespace {

int usableThreads(int threads)
{
    const auto processors = static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
    return std::clamp(threads, 1, processors);
}

ImageBatch readAll(const Dataset& dataset, const std::vector<int64_t>& positions, int threads)
{
    constexpr int64_t kSlice = 16;
    const int64_t size = std::ssize(positions);
    std::vector<int64_t> shape = dataset.imageShape();
    shape.insert(shape.begin(), size);
    const ImageBatch all { at::empty(shape), at::empty({ size }, at::kLong) };
    WorkerThreads workers(usableThreads(threads));
    workers.forEach((size + kSlice - 1) / kSlice, [&](int64_t slice) {
        const int64_t first = slice * kSlice;
        const int64_t count = std::min(kSlice, size - first);
        const auto begin = positions.begin() + first;
        const ImageBatch part = dataset.batch({ begin, begin + count });
        all.images.narrow(0, first, count).copy_(part.images);
        all.labels.narrow(0, first, count).copy_(part.labels);
    });
    return all;
}

} // namespace

ReadImages readImages(const Dataset& dataset, const std::vector<int64_t>& positions, int threads)
{
    ReadImages images { readAll(dataset, positions, threads), {}, {} };
    const at::Tensor readable = images.batch.labels != kUnreadable;
    for (size_t i = 0; i < positions.size(); ++i) {
        if (readable[static_cast<int64_t>(i)].item<bool>())
            images.positions.push_back(positions[i]);
        else
            images.unreadable.push_back(dataset.imageName(positions[i]));
    }
    if (images.positions.empty())
        throw std::invalid_argument("none of the images can be read, such as " + images.unreadable.front());
    if (!images.unreadable.empty())
        images.batch = { images.batch.images.index({ readable }), images.batch.labels.index({ readable }) };
    return images;
}

} // namespace latticeq
