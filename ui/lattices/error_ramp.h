// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lattice/lattice_picture.h"

#include <initializer_list>

namespace latticeq::ui {

/** Five classes of errors, spaced by their cube root, from 0 to the 99th percentile of all pictures together. */
struct ErrorRamp
{
    static constexpr int kClasses = 5;

    double top = 0; // cubic error of a vector from which on the last class takes all

    /** 0 (small) to 4 (large). */
    int classOf(double error) const;

    /** Null pictures are left out. */
    static ErrorRamp of(std::initializer_list<const LatticePicture*> pictures);
};

} // namespace latticeq::ui
