// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lattice/kernels/card_kernels.h"

#include "core/lattice/kernels/card_warp.h"
#include "core/lattice/kernels/chain_team.h"

#include <algorithm>
#include <atomic>
#include <map>
#include <string>
#include <utility>

namespace latticeq {

namespace {

constexpr int kWarpsPerBlock = 4; // of independent chains
constexpr int kWarpsPerTeam = 16; // of a chain of many sections

/** Floats of shared memory for a warp's slots at a group dimension; 0: any. */
template <int N> constexpr int kSlotFloats = N > 0 ? candidatesAhead(N) * slotFloats(N) : kSlotFloatsPerWarp;

template <int N> constexpr int kOneSlot = slotFloats(N > 0 ? N : kMaximumGroupDimension);

void check(cudaError_t status, const char* what)
{
    if (status == cudaSuccess)
        return;
    cudaGetLastError(); // forgets errors that do not stay
    const std::string message = std::string(what) + ": " + cudaGetErrorString(status);
    if (status == cudaErrorMemoryAllocation)
        throw CardMemoryError(message);
    throw CardError(message);
}

constexpr int kMostCards = 64;

std::atomic<int64_t>& heldBytes(int card)
{
    static std::atomic<int64_t> held[kMostCards];
    return held[std::clamp(card, 0, kMostCards - 1)];
}

__device__ CardWarp thisWarp()
{
    return { static_cast<int>(threadIdx.x % kLanes) };
}

__device__ int64_t warpOfGrid()
{
    return static_cast<int64_t>(blockIdx.x) * (blockDim.x / kLanes) + threadIdx.x / kLanes;
}

__device__ const LayerLaunch& layerOf(const LayerLaunch* layers, int count, int64_t chain)
{
    int layer = 0;
    while (layer + 1 < count && layers[layer + 1].firstChain <= chain)
        ++layer;
    return layers[layer];
}

__device__ ErrorTrace traceOf(const LayerLaunch& layer, int64_t chain)
{
    return { layer.marks, layer.markCount, layer.traces + chain * layer.markCount };
}

template <int N>
__global__ void __launch_bounds__(kWarpsPerBlock* kLanes)
    advanceChains(const LayerLaunch* layers, int layerCount, int64_t chainCount)
{
    __shared__ float slots[kWarpsPerBlock][kSlotFloats<N>];
    const int64_t chain = warpOfGrid();
    if (chain >= chainCount)
        return;
    const LayerLaunch& layer = layerOf(layers, layerCount, chain);
    const int64_t own = chain - layer.firstChain;
    advanceByWarp<N>(
        thisWarp(), layer.tasks[own], layer.range, traceOf(layer, own), slots[threadIdx.x / kLanes], layer.states[own]);
}

template <int N>
__global__ void __launch_bounds__(kWarpsPerTeam* kLanes)
    advanceTeamChains(const LayerLaunch* layers, int layerCount, int64_t)
{
    __shared__ float slots[kSlotFloats<N>];
    __shared__ SectionSum sums[kWarpsPerTeam];
    const int64_t chain = blockIdx.x;
    const LayerLaunch& layer = layerOf(layers, layerCount, chain);
    const int64_t own = chain - layer.firstChain;
    const CardTeam team { static_cast<int>(threadIdx.x / kLanes), kWarpsPerTeam,
        static_cast<int>(threadIdx.x % kLanes) };
    advanceByTeam<N>(team, layer.tasks[own], layer.range, traceOf(layer, own), slots, sums, layer.states[own]);
}

template <int N>
__global__ void __launch_bounds__(kWarpsPerBlock* kLanes)
    writeCoordinates(const CoordinatesLaunch* sections, int64_t count, int runtimeN)
{
    __shared__ float slots[kWarpsPerBlock][kOneSlot<N>];
    const int64_t index = warpOfGrid();
    if (index >= count)
        return;
    const int n = N > 0 ? N : runtimeN;
    float* slot = slots[threadIdx.x / kLanes];
    const CardWarp warp = thisWarp();
    warp.once([&] { prepareSlot<N>(sections[index].basis, n, slot); });
    warp.synchronise();
    warp.forEachLane([&](int lane) {
        writeLaneCoordinates<N>(
            *sections[index].section, loadSlot<N>(slot, n), slotIsValid(slot, n), n, lane, sections[index].coordinates);
    });
}

/** The kernels of one group dimension. */
struct KernelsOfDimension
{
    void (*chains)(const LayerLaunch*, int, int64_t);
    void (*teams)(const LayerLaunch*, int, int64_t);
    void (*coordinates)(const CoordinatesLaunch*, int64_t, int);
};

template <int N> constexpr KernelsOfDimension kernels()
{
    return { advanceChains<N>, advanceTeamChains<N>, writeCoordinates<N> };
}

const KernelsOfDimension& kernelsFor(int n)
{
    static const KernelsOfDimension all[] = { kernels<0>(), kernels<1>(), kernels<2>(), kernels<3>(), kernels<4>() };
    return all[n <= 4 ? n : 0];
}

template <typename T> CardMemory uploaded(const std::vector<T>& values)
{
    const auto bytes = static_cast<int64_t>(values.size() * sizeof(T));
    CardMemory memory(bytes);
    memory.upload(values.data(), bytes);
    return memory;
}

unsigned blocksFor(int64_t warps)
{
    return static_cast<unsigned>((warps + kWarpsPerBlock - 1) / kWarpsPerBlock);
}

/** Numbers the chains of layers that share a launch; returns how many there are. */
int64_t numberChains(std::vector<LayerLaunch>& layers)
{
    int64_t chains = 0;
    for (LayerLaunch& layer : layers) {
        layer.firstChain = chains;
        chains += layer.chains;
    }
    return chains;
}

} // namespace

bool cardHasKernels(int index)
{
    int before = 0;
    if (cudaGetDevice(&before) != cudaSuccess || cudaSetDevice(index) != cudaSuccess)
        return false;
    cudaFuncAttributes attributes;
    const bool found = cudaFuncGetAttributes(&attributes, advanceChains<3>) == cudaSuccess;
    cudaGetLastError();
    cudaSetDevice(before);
    return found;
}

void useCard(int index)
{
    check(cudaSetDevice(index), "cannot use the card");
}

int64_t cardMemoryHeld(int index)
{
    return heldBytes(index);
}

CardMemory::CardMemory(int64_t bytes)
    : m_bytes(std::max<int64_t>(bytes, 1))
{
    check(cudaGetDevice(&m_card), "cannot use the card");
    check(cudaMalloc(&m_data, static_cast<size_t>(m_bytes)), "no memory on the card");
    heldBytes(m_card) += m_bytes;
}

CardMemory::CardMemory(CardMemory&& other) noexcept
    : m_data(std::exchange(other.m_data, nullptr))
    , m_card(other.m_card)
    , m_bytes(other.m_bytes)
{
}

CardMemory& CardMemory::operator=(CardMemory&& other) noexcept
{
    std::swap(m_data, other.m_data);
    std::swap(m_card, other.m_card);
    std::swap(m_bytes, other.m_bytes);
    return *this;
}

CardMemory::~CardMemory()
{
    if (!m_data)
        return;
    cudaFree(m_data);
    heldBytes(m_card) -= m_bytes;
}

void CardMemory::upload(const void* source, int64_t bytes)
{
    check(cudaMemcpy(m_data, source, static_cast<size_t>(bytes), cudaMemcpyHostToDevice), "cannot write to the card");
}

void CardMemory::download(void* target, int64_t bytes) const
{
    check(cudaMemcpy(target, m_data, static_cast<size_t>(bytes), cudaMemcpyDeviceToHost), "cannot read from the card");
}

void advanceOnCard(std::vector<LayerLaunch> layers)
{
    std::map<std::pair<int, bool>, std::vector<LayerLaunch>> launches; // by kernel
    for (const LayerLaunch& layer : layers)
        launches[{ layer.n <= 4 ? layer.n : 0, layer.manySections }].push_back(layer);
    std::vector<CardMemory> descriptions; // live until the launches have ended
    for (auto& [kernel, together] : launches) {
        const int64_t chains = numberChains(together);
        descriptions.push_back(uploaded(together));
        const auto* description = static_cast<const LayerLaunch*>(descriptions.back().data());
        const auto count = static_cast<int>(together.size());
        if (kernel.second)
            kernelsFor(kernel.first)
                .teams<<<static_cast<unsigned>(chains), kWarpsPerTeam * kLanes>>>(description, count, chains);
        else
            kernelsFor(kernel.first).chains<<<blocksFor(chains), kWarpsPerBlock * kLanes>>>(description, count, chains);
        check(cudaGetLastError(), "the search could not be started on the card");
    }
    check(cudaDeviceSynchronize(), "the search failed on the card");
}

void coordinatesOnCard(const std::vector<CoordinatesLaunch>& sections, int n)
{
    const CardMemory description = uploaded(sections);
    const auto count = static_cast<int64_t>(sections.size());
    kernelsFor(n).coordinates<<<blocksFor(count), kWarpsPerBlock * kLanes>>>(
        static_cast<const CoordinatesLaunch*>(description.data()), count, n);
    check(cudaGetLastError(), "the coordinates could not be computed on the card");
    check(cudaDeviceSynchronize(), "the coordinates could not be computed on the card");
}

} // namespace latticeq
