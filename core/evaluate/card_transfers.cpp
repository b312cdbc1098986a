// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluate/card_transfers.h"

#include <ATen/ATen.h>
#include <c10/core/StreamGuard.h>
#include <c10/core/impl/VirtualGuardImpl.h>

namespace latticeq {

namespace {

c10::Stream computingStream(c10::Device device)
{
    return c10::impl::VirtualGuardImpl(device.type()).getStream(device);
}

} // namespace

CardTransfers::CardTransfers(c10::Device device)
    : m_device(device)
{
    if (device.is_cpu())
        return;
    const c10::impl::VirtualGuardImpl streams(device.type());
    m_uploads = streams.getStreamFromGlobalPool(device);
    m_downloads = streams.getStreamFromGlobalPool(device);
}

ImageBatch CardTransfers::upload(const ImageBatch& batch)
{
    if (!m_uploads)
        return batch;
    const c10::Stream computing = computingStream(m_device);
    c10::Event arrived(m_device.type());
    ImageBatch uploaded;
    {
        const c10::StreamGuard beside(*m_uploads);
        uploaded.images = batch.images.to(at::device(m_device), /*non_blocking=*/true);
        uploaded.labels = batch.labels.to(at::device(m_device), /*non_blocking=*/true);
        arrived.record(*m_uploads);
    }
    arrived.block(computing);
    for (const at::Tensor& tensor : { uploaded.images, uploaded.labels })
        tensor.record_stream(computing); // its memory is not to be written again before it was read
    return uploaded;
}

PendingResult CardTransfers::expect(at::Tensor value)
{
    PendingResult result { std::move(value), std::nullopt };
    if (m_downloads) {
        result.computed.emplace(m_device.type());
        result.computed->record(computingStream(m_device));
    }
    return result;
}

at::Tensor CardTransfers::take(const PendingResult& result)
{
    if (!m_downloads)
        return result.value;
    const c10::StreamGuard beside(*m_downloads);
    result.computed->block(*m_downloads);
    return result.value.to(at::kCPU);
}

} // namespace latticeq
