// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mixed_precision/bits_choice.h"

#include <functional>

namespace latticeq {

/** Tries a choice of bits on the whole network and sets its top1; false when stopped. */
using TryBits = std::function<bool(TradeOffPoint& point)>;

/**
 * The smallest point of a curve whose network keeps at least `floor` percent, by bisection: it is tried about log2 of the
 * curve's length times; points whose top1 is known already are not tried. The largest point where none keeps it.
 * Nothing when stopped.
 */
std::optional<TradeOffPoint> smallestWithinFloor(std::vector<TradeOffPoint>& curve, double floor, const TryBits& tryBits);

} // namespace latticeq
