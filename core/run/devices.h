// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/device_choice.h"

#include <string>
#include <vector>

namespace latticeq {

/** The processor or a card. */
struct DeviceDescription
{
    std::string name; // as for --device
    std::string title; // "CPU · AVX2 · 16 threads" or "cuda:0 NVIDIA H100"
    int64_t totalBytes = 0; // of a card's memory
    int64_t freeBytes = 0;
    std::string whyUnusable; // a part of a sentence; empty: it can be used
};

/** The processor's name as the system tells it. */
std::string processorName();

/** All cards of this machine, with their free memory and why one cannot be used. */
CardList listCards();

/** What --device can name on this machine, the processor first; without any card "cuda" with the reason. */
std::vector<DeviceDescription> listDevices();
std::vector<DeviceDescription> listDevices(const CardList& list);

/**
 * The device that --device names: "cpu" or "cuda:n"; auto takes the first usable card, else the processor. Throws
 * std::invalid_argument with one sentence where a named card cannot be used.
 */
std::string chooseDevice(const std::string& wanted);

/** The same with the device's title and why it was taken. */
DeviceChoice explainDevice(const std::string& wanted);

/** Bytes of a card's memory in use by this process; 0 for the processor. */
int64_t deviceMemoryInUse(const std::string& device);

} // namespace latticeq
