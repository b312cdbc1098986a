// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lattices/error_ramp.h"

#include <algorithm>
#include <cmath>

namespace latticeq::ui {

int ErrorRamp::classOf(double error) const
{
    if (!(top > 0) || !(error > 0))
        return 0;
    const double share = std::min(1.0, std::cbrt(error / top));
    return std::min(kClasses - 1, static_cast<int>(share * kClasses));
}

ErrorRamp ErrorRamp::of(std::initializer_list<const LatticePicture*> pictures)
{
    std::vector<float> errors;
    for (const LatticePicture* picture : pictures) {
        if (picture)
            errors.insert(errors.end(), picture->errors.begin(), picture->errors.end());
    }
    if (errors.empty())
        return {};
    const auto position = static_cast<std::ptrdiff_t>(0.99 * static_cast<double>(errors.size() - 1));
    std::nth_element(errors.begin(), errors.begin() + position, errors.end());
    return { errors[static_cast<size_t>(position)] };
}

} // namespace latticeq::ui
