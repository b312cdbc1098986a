// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"

#include <c10/core/Event.h>
#include <c10/core/Stream.h>

#include <optional>

namespace latticeq {

/** A tensor that the card was told to compute; it may not be there yet. */
struct PendingResult
{
    at::Tensor value;
    std::optional<c10::Event> computed; // nothing on the processor, where it is there
};

/** Copies to a card and from it while the card computes other things. On the processor nothing is copied. */
class CardTransfers
{
public:
    explicit CardTransfers(c10::Device device);

    /**
     * The batch on the device, for what it is told to compute next. From pinned memory the card copies it while it
     * computes what it was told before.
     */
    ImageBatch upload(const ImageBatch& batch);
    /** Notes what the device was told to compute last. */
    PendingResult expect(at::Tensor value);
    /** The result on the processor. Waits for it, but not for what the device was told after it. */
    at::Tensor take(const PendingResult& result);

private:
    c10::Device m_device;
    std::optional<c10::Stream> m_uploads; // beside the stream that computes
    std::optional<c10::Stream> m_downloads;
};

} // namespace latticeq
