// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

namespace latticeq {

/** A 95 % confidence interval, in percent or in points. */
struct Interval
{
    double low = 0;
    double high = 0;
};

/** Wilson's score interval of a share, in percent. [0, 100] where `total` is 0. */
Interval wilsonInterval(int64_t successes, int64_t total);

/** The difference of two shares on the same images, second minus first, in points. */
struct PairedDifference
{
    double points = 0;
    Interval interval;
};

/**
 * Difference of accuracies measured on the same images, with the paired interval of Agresti and Min (Statistics in
 * Medicine 24, 2005): Wald's for matched pairs after half an image is added to each of the four cells.
 */
PairedDifference pairedDifference(const std::vector<bool>& first, const std::vector<bool>& second);

} // namespace latticeq
