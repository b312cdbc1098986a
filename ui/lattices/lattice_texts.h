// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lattice/lattice_picture.h"

#include <QString>

namespace latticeq::ui {

/** "middle tap w₁", "input channel 2k + 1": what the axis `axis` of a picture's vectors stands for. */
QString axisName(const LatticePicture& picture, int axis);

/** "w₁". */
QString axisSymbol(int axis);

/** "weight ÷ 0.743 (largest of the layer)". */
QString unitText(const LatticePicture& picture);

/** "weight 7: (0.112, −0.034) → c = (3, −1) → (0.109, −0.031), |error|³ 1.1·10⁻⁷"; weights are counted from 1. */
QString weightText(const LatticePicture& picture, int weight);

/** "Searching, best of 12,400 so far", "5,000 of 786,432 weights shown", "first 3 of 4 axes"; one line each. */
QString noticeText(const LatticePicture& picture);

} // namespace latticeq::ui
