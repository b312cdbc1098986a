// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lattice/kernels/lane_step.h"

namespace latticeq {

/** A warp of a card, whose 32 threads are the lanes; its counterpart on the processor is LoopedWarp. */
struct CardWarp
{
    /** One value of each lane: the thread's own. */
    template <typename T> struct PerLane
    {
        T value;
        LATTICEQ_HOST_DEVICE T& operator[](int) { return value; }
    };

    int lane;

    template <typename Visit> LATTICEQ_HOST_DEVICE void forEachLane(Visit visit) const { visit(lane); }

    template <typename Visit> LATTICEQ_HOST_DEVICE void once(Visit visit) const
    {
        if (lane == 0)
            visit();
    }

    /** The same sum in every lane: halves are added crosswise, which gives addLanes()' order. */
    LATTICEQ_HOST_DEVICE float addLanes(const PerLane<float>& lanes) const
    {
        float sum = lanes.value;
#ifdef __CUDA_ARCH__
        LATTICEQ_UNROLL
        for (int distance = kLanes / 2; distance > 0; distance /= 2)
            sum += __shfl_xor_sync(0xffffffffU, sum, distance);
#endif
        return sum;
    }

    LATTICEQ_HOST_DEVICE void synchronise() const
    {
#ifdef __CUDA_ARCH__
        __syncwarp();
#endif
    }
};

/** The warps of a thread block. */
struct CardTeam
{
    int index; // of this thread's warp
    int count;
    int lane;

    LATTICEQ_HOST_DEVICE int warps() const { return count; }

    template <typename Visit> LATTICEQ_HOST_DEVICE void forEachWarp(Visit visit) const
    {
        visit(CardWarp { lane }, index);
    }

    template <typename Visit> LATTICEQ_HOST_DEVICE void once(Visit visit) const
    {
        if (index == 0 && lane == 0)
            visit();
    }

    LATTICEQ_HOST_DEVICE void synchronise() const
    {
#ifdef __CUDA_ARCH__
        __syncthreads();
#endif
    }
};

} // namespace latticeq
