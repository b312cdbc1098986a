// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace latticeq {

/** The processor, or a card that can be used. */
struct DeviceDescription
{
    std::string name; // as for --device
    std::string title; // "CPU · AVX2 · 16 threads"
};

/** The processor's name as the system tells it. */
std::string processorName();

/** What --device can name on this machine; this version computes on the processor only. */
std::vector<DeviceDescription> usableDevices();

} // namespace latticeq
