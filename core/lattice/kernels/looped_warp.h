// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lattice/kernels/lane_step.h"

namespace latticeq {

/** The lanes of a warp one after the other on the processor: what a card's warp does side by side. */
struct LoopedWarp
{
    /** One value of each lane. */
    template <typename T> struct PerLane
    {
        T values[kLanes];
        T& operator[](int lane) { return values[lane]; }
    };

    template <typename Visit> void forEachLane(Visit visit) const
    {
        for (int lane = 0; lane < kLanes; ++lane)
            visit(lane);
    }

    /** Calls once for the whole warp. */
    template <typename Visit> void once(Visit visit) const { visit(); }

    float addLanes(const PerLane<float>& lanes) const { return latticeq::addLanes(lanes.values); }

    /** What the lanes wrote is seen by all from here on. */
    void synchronise() const { }
};

/** The warps of a team one after the other. */
struct LoopedTeam
{
    int count = 3;

    int warps() const { return count; }
    template <typename Visit> void forEachWarp(Visit visit) const
    {
        for (int index = 0; index < count; ++index)
            visit(LoopedWarp(), index);
    }
    template <typename Visit> void once(Visit visit) const { visit(); }
    void synchronise() const { }
};

} // namespace latticeq
