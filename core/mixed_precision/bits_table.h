// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mixed_precision/bits_choice.h"

namespace latticeq {

/**
 * The bits of every layer that make the summed divergence smallest at a size, for all sizes at once: a multiple-choice
 * knapsack by dynamic programming over the bytes beyond the smallest choice, in 1/8192 of their range. Layers are taken
 * to add up, which holds while each disturbs the output little.
 */
class BitsTable
{
public:
    /** `fixedBytes` are those of the file that do not depend on the bits. */
    BitsTable(std::vector<LayerSensitivity> layers, int64_t fixedBytes);

    int64_t smallestBytes() const { return m_smallest; }
    int64_t largestBytes() const { return m_largest; }

    /** The best choice of at most so many bytes. Throws std::invalid_argument where even the smallest is larger. */
    TradeOffPoint within(int64_t bytes) const;

    /** At most `count` choices from the smallest to the largest, each larger and better than the one before. */
    std::vector<TradeOffPoint> curve(int count) const;

private:
    using Picks = std::vector<size_t>; // the option of each layer

    void fill();
    size_t unitsOf(size_t layer, size_t option) const;
    Picks picksWithin(size_t units) const;
    void spendRest(int64_t bytes, Picks& picks) const;
    int64_t bytesOf(const Picks& picks) const;
    TradeOffPoint point(const Picks& picks) const;

    std::vector<LayerSensitivity> m_layers;
    int64_t m_fixedBytes;
    int64_t m_smallest = 0;
    int64_t m_largest = 0;
    int64_t m_unit = 1; // bytes
    size_t m_units = 0;
    std::vector<std::vector<uint8_t>> m_best; // of each layer, by units: its option where the layers so far are best
};

} // namespace latticeq
