// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>

namespace latticeq::ui {

/** Where a panel looks from. Axis ranges are set from it, never the other way round, so that circles stay circles. */
struct LatticeCamera
{
    static constexpr double kStartYaw = -35; // degrees
    static constexpr double kStartPitch = 20; // degrees

    QPointF centre; // of the panel, in normalised weights
    double unitsPerPixel = 0; // 0: not fitted yet
    double yaw = kStartYaw; // degrees about the upright axis
    double pitch = kStartPitch; // degrees, -90 to 90

    bool operator==(const LatticeCamera&) const = default;
};

} // namespace latticeq::ui
