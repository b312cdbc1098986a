// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lattice/kernels/card_kernels.h"
#include "core/run/cards.h"
#include "core/run/device_choice.h"
#include "core/run/nvidia_driver.h"

#include <c10/cuda/CUDACachingAllocator.h>
#include <cuda_runtime_api.h>

#include <cstdlib>
#include <future>

namespace latticeq {

namespace {

/** Less than this holds neither the kernels nor a batch of images. */
constexpr int64_t kLeastFreeBytes = 512'000'000;

/** "13.0" of CUDA's 13000. */
std::string versionText(int version)
{
    return std::to_string(version / 1000) + '.' + std::to_string(version % 1000 / 10);
}

/** Why the driver is not enough for this version. CUDA reports a missing driver as one of version 0. */
std::string whyDriverIsTooOld()
{
    int supported = 0;
    if (cudaDriverGetVersion(&supported) != cudaSuccess || supported == 0)
        return "no NVIDIA driver is loaded";
    const std::string driver = nvidiaDriverVersion();
    return "the NVIDIA driver" + (driver.empty() ? "" : ' ' + driver) + " is too old, it supports CUDA "
        + versionText(supported) + " and this version needs " + versionText(CUDART_VERSION);
}

std::string whyNoCardIsSeen()
{
    const char* visible = std::getenv("CUDA_VISIBLE_DEVICES");
    return visible ? "CUDA_VISIBLE_DEVICES is '" + std::string(visible) + "', which leaves no card"
                   : "this machine has no NVIDIA card";
}

/** What an error of the first calls means for a person. */
std::string whyNoneFor(cudaError_t error)
{
    switch (error) {
    case cudaErrorInsufficientDriver: return whyDriverIsTooOld();
    case cudaErrorNoDevice: return whyNoCardIsSeen();
    case cudaErrorStubLibrary: return "the linker's stub of the NVIDIA driver was loaded instead of the driver";
    case cudaErrorSystemDriverMismatch: return "the NVIDIA driver and its libraries differ in version";
    case cudaErrorSystemNotReady: return "the cards' fabric manager does not run";
    default: return std::string("CUDA says: ") + cudaGetErrorString(error);
    }
}

std::string whyUnusableFor(cudaError_t error, const Card& card)
{
    switch (error) {
    case cudaErrorMemoryAllocation: return "its " + gigabytesText(card.totalBytes) + " of memory are used up";
    case cudaErrorDevicesUnavailable: return "another program has it for itself";
    default: return whyNoneFor(error);
    }
}

std::string architectureOf(int index)
{
    int major = 0;
    int minor = 0;
    cudaDeviceGetAttribute(&major, cudaDevAttrComputeCapabilityMajor, index);
    cudaDeviceGetAttribute(&minor, cudaDevAttrComputeCapabilityMinor, index);
    return "sm_" + std::to_string(major) + std::to_string(minor);
}

/** examineCard() on a thread of its own: it makes the card the thread's current one. */
void examineHere(Card& card)
{
    int mode = cudaComputeModeDefault;
    cudaDeviceGetAttribute(&mode, cudaDevAttrComputeMode, card.index);
    if (mode == cudaComputeModeProhibited) {
        card.whyUnusable = "its compute mode is set to prohibited";
        return;
    }
    size_t freeBytes = 0;
    size_t totalBytes = 0;
    cudaError_t error = cudaSetDevice(card.index);
    if (error == cudaSuccess)
        error = cudaMemGetInfo(&freeBytes, &totalBytes);
    if (error != cudaSuccess) {
        card.whyUnusable = whyUnusableFor(error, card);
        return;
    }
    card.freeBytes = static_cast<int64_t>(freeBytes);
    card.totalBytes = static_cast<int64_t>(totalBytes);
    if (!cardHasKernels(card.index))
        card.whyUnusable = "this version has no kernels for its architecture " + architectureOf(card.index);
    else if (card.freeBytes + cardMemoryInUse(card.index) < kLeastFreeBytes)
        card.whyUnusable = "only " + gigabytesText(card.freeBytes) + " of its " + gigabytesText(card.totalBytes)
            + " of memory are free";
}

} // namespace

CardList nameCards()
{
    CardList list;
    int count = 0;
    const cudaError_t error = cudaGetDeviceCount(&count);
    if (error != cudaSuccess || count == 0) {
        list.whyNone = error == cudaSuccess ? whyNoCardIsSeen() : whyNoneFor(error);
        cudaGetLastError(); // told above; LibTorch shall not find it
    }
    for (int index = 0; index < count; ++index) {
        cudaDeviceProp properties {};
        const cudaError_t unknown = cudaGetDeviceProperties(&properties, index);
        Card card;
        card.index = index;
        card.name = properties.name;
        card.totalBytes = static_cast<int64_t>(properties.totalGlobalMem);
        if (unknown != cudaSuccess)
            card.whyUnusable = whyNoneFor(cudaGetLastError());
        list.cards.push_back(card);
    }
    return list;
}

void examineCard(Card& card)
{
    // The current card belongs to the thread, and setting it back would start work on a card nobody asked for.
    if (card.whyUnusable.empty())
        std::async(std::launch::async, [&card] { examineHere(card); }).get();
}

int64_t cardMemoryInUse(int index)
{
    using namespace c10::cuda::CUDACachingAllocator;
    const int64_t ofSearch = cardMemoryHeld(index);
    if (!get()->initialized())
        return ofSearch;
    const auto stats = getDeviceStats(static_cast<c10::DeviceIndex>(index));
    return ofSearch + stats.reserved_bytes[static_cast<size_t>(c10::CachingAllocator::StatType::AGGREGATE)].current;
}

void releaseCardMemory()
{
    if (c10::cuda::CUDACachingAllocator::get()->initialized())
        c10::cuda::CUDACachingAllocator::emptyCache();
}

} // namespace latticeq
