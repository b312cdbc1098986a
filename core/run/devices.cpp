// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/devices.h"

#include "core/lattice/kernels/chain_kernel.h"

#include <algorithm>
#include <fstream>
#include <thread>

namespace latticeq {

namespace {

/** An instruction set's usual name: Highway counts AVX-512 as AVX3 and its later parts. */
std::string usualName(const std::string& instructionSet)
{
    return instructionSet.starts_with("AVX3") || instructionSet.starts_with("AVX10") ? "AVX-512" : instructionSet;
}

/** "CPU · AVX2 · 16 threads" */
std::string processorTitle()
{
    const unsigned threads = std::max(1U, std::thread::hardware_concurrency());
    return "CPU · " + usualName(instructionSets().front()) + " · " + std::to_string(threads)
        + (threads == 1 ? " thread" : " threads");
}

} // namespace

std::string processorName()
{
    std::ifstream information("/proc/cpuinfo");
    for (std::string line; std::getline(information, line);) {
        if (line.starts_with("model name"))
            return line.substr(line.find(':') + 2);
    }
    return "processor";
}

CardList listCards()
{
    CardList list = nameCards();
    for (Card& card : list.cards)
        examineCard(card);
    return list;
}

std::vector<DeviceDescription> listDevices()
{
    return listDevices(listCards());
}

std::vector<DeviceDescription> listDevices(const CardList& list)
{
    std::vector<DeviceDescription> devices { { "cpu", processorTitle(), 0, 0, {} } };
    for (const Card& card : list.cards)
        devices.push_back({ card.device(), card.title(), card.totalBytes, card.freeBytes, card.whyUnusable });
    if (list.cards.empty())
        devices.push_back({ "cuda", {}, 0, 0, list.whyNone });
    return devices;
}

DeviceChoice explainDevice(const std::string& wanted)
{
    checkDeviceName(wanted);
    return chooseAmong(wanted, wanted == "cpu" ? CardList {} : nameCards());
}

std::string chooseDevice(const std::string& wanted)
{
    return explainDevice(wanted).device;
}

int64_t deviceMemoryInUse(const std::string& device)
{
    constexpr std::string_view kPrefix = "cuda:";
    return device.starts_with(kPrefix) ? cardMemoryInUse(std::stoi(device.substr(kPrefix.size()))) : 0;
}

} // namespace latticeq
