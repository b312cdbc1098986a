// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace latticeq {

/** A layer's bits that are measured; above them an error falls to a quarter with each bit. */
inline constexpr int kMostMeasuredBits = 4;

/** Bits that a layer may get. */
inline constexpr int kMostChosenBits = 8;

/** Points of the trade-off between size and divergence. */
inline constexpr int kTradeOffPoints = 48;

/** Choices that are tried on the whole network until one is known to be the smallest that keeps an accuracy. */
inline constexpr int kTriedChoices = 6;

/** Images that tell layers apart: as many as two cores push through a network in about a minute, 32 to 512. */
int64_t sensitivityImages(int64_t multiplyAddsPerImage, int64_t layers, int64_t available);

} // namespace latticeq
