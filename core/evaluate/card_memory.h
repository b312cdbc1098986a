// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/cards.h"

#include <c10/core/Device.h>

#include <exception>
#include <functional>
#include <string>

namespace latticeq {

/** Hears in a sentence how work was cut down because a card's memory did not suffice. */
using MemoryWarning = std::function<void(const std::string& text)>;

/** Whether LibTorch, or a library of the card below it, threw this because the card's memory did not suffice. */
bool isCardMemoryError(const std::exception& error);

/**
 * Returns work(device). Where a card's memory does not suffice for it, `warn` hears so and the result is that of the
 * processor; `what` was done, as in "calibrating".
 */
template <typename Work>
auto elseOnProcessor(c10::Device device, const std::string& what, const MemoryWarning& warn, const Work& work)
{
    if (device.is_cpu())
        return work(device);
    try {
        return work(device);
    } catch (const std::exception& error) {
        if (!isCardMemoryError(error))
            throw;
    }
    releaseCardMemory();
    warn("the card's memory does not suffice for " + what + "; the processor does it");
    return work(c10::Device(c10::kCPU));
}

} // namespace latticeq
