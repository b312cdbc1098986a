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

std::vector<DeviceDescription> usableDevices()
{
    const unsigned threads = std::max(1U, std::thread::hardware_concurrency());
    return { { "cpu",
        "CPU · " + usualName(instructionSets().front()) + " · " + std::to_string(threads)
            + (threads == 1 ? " thread" : " threads") } };
}

} // namespace latticeq
