// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mixed_precision/bits_table.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>

namespace latticeq {

namespace {

constexpr int64_t kUnits = 8192;

} // namespace

BitsTable::BitsTable(std::vector<LayerSensitivity> layers, int64_t fixedBytes)
    : m_layers(std::move(layers))
    , m_fixedBytes(fixedBytes)
    , m_smallest(fixedBytes)
    , m_largest(fixedBytes)
{
    for (const LayerSensitivity& layer : m_layers) {
        if (layer.options.empty())
            throw std::invalid_argument("the layer " + layer.layer + " has no bits to choose from");
        m_smallest += layer.options.front().bytes;
        m_largest += layer.options.back().bytes;
    }
    m_unit = std::max<int64_t>(1, (m_largest - m_smallest + kUnits - 1) / kUnits);
    fill();
}

/** Units beyond the layer's fewest bits, rounded up, so that a choice never exceeds its size. */
size_t BitsTable::unitsOf(size_t layer, size_t option) const
{
    const std::vector<BitsOption>& options = m_layers[layer].options;
    return static_cast<size_t>((options[option].bytes - options.front().bytes + m_unit - 1) / m_unit);
}

void BitsTable::fill()
{
    m_units = static_cast<size_t>((m_largest - m_smallest) / m_unit) + m_layers.size();
    std::vector<double> sums(m_units + 1, 0.0); // of the layers so far, by units that they may take
    for (size_t layer = 0; layer < m_layers.size(); ++layer) {
        std::vector<double> next(m_units + 1, std::numeric_limits<double>::infinity());
        std::vector<uint8_t>& best = m_best.emplace_back(m_units + 1, uint8_t(0));
        for (size_t option = 0; option < m_layers[layer].options.size(); ++option) {
            const double divergence = m_layers[layer].options[option].divergence;
            for (size_t units = unitsOf(layer, option); units <= m_units; ++units) {
                const double sum = sums[units - unitsOf(layer, option)] + divergence;
                if (sum < next[units]) {
                    next[units] = sum;
                    best[units] = static_cast<uint8_t>(option);
                }
            }
        }
        sums = std::move(next);
    }
}

BitsTable::Picks BitsTable::picksWithin(size_t units) const
{
    Picks picks(m_layers.size());
    for (size_t layer = m_layers.size(); layer-- > 0;) {
        picks[layer] = m_best[layer][units];
        units -= unitsOf(layer, picks[layer]);
    }
    return picks;
}

int64_t BitsTable::bytesOf(const Picks& picks) const
{
    int64_t bytes = m_fixedBytes;
    for (size_t layer = 0; layer < picks.size(); ++layer)
        bytes += m_layers[layer].options[picks[layer]].bytes;
    return bytes;
}

/** Bytes that the rounding to units left over go to the layers that gain most by them. */
void BitsTable::spendRest(int64_t bytes, Picks& picks) const
{
    for (int64_t rest = bytes - bytesOf(picks); rest > 0;) {
        double bestGain = 0;
        std::pair<size_t, size_t> best; // layer, option
        for (size_t layer = 0; layer < picks.size(); ++layer) {
            const std::vector<BitsOption>& options = m_layers[layer].options;
            for (size_t option = picks[layer] + 1; option < options.size(); ++option) {
                const double gain = options[picks[layer]].divergence - options[option].divergence;
                if (options[option].bytes - options[picks[layer]].bytes <= rest && gain > bestGain) {
                    bestGain = gain;
                    best = { layer, option };
                }
            }
        }
        if (bestGain <= 0)
            return;
        picks[best.first] = best.second;
        rest = bytes - bytesOf(picks);
    }
}

TradeOffPoint BitsTable::point(const Picks& picks) const
{
    TradeOffPoint point;
    point.bytes = bytesOf(picks);
    double weighted = 0;
    double weights = 0;
    for (size_t layer = 0; layer < picks.size(); ++layer) {
        const BitsOption& option = m_layers[layer].options[picks[layer]];
        const double own = static_cast<double>(option.bytes) / option.bits;
        weighted += own * option.bits;
        weights += own;
        point.divergence += option.divergence;
        point.layerBits[m_layers[layer].layer] = option.bits;
    }
    point.meanBits = weights > 0 ? weighted / weights : 0;
    return point;
}

TradeOffPoint BitsTable::within(int64_t bytes) const
{
    if (bytes < m_smallest) {
        throw std::invalid_argument("a file of " + std::to_string(bytes) + " bytes is asked for, the smallest possible has "
            + std::to_string(m_smallest) + " bytes");
    }
    Picks picks = picksWithin(std::min(m_units, static_cast<size_t>((bytes - m_smallest) / m_unit)));
    spendRest(bytes, picks);
    return point(picks);
}

std::vector<TradeOffPoint> BitsTable::curve(int count) const
{
    std::vector<TradeOffPoint> points { within(m_smallest) };
    const double ratio = static_cast<double>(m_largest) / static_cast<double>(std::max<int64_t>(1, m_smallest));
    for (int i = 1; i < count; ++i) {
        const double wanted = static_cast<double>(m_smallest) * std::pow(ratio, i / (count - 1.0));
        const TradeOffPoint next = within(i == count - 1 ? m_largest : static_cast<int64_t>(wanted));
        if (next.bytes > points.back().bytes && next.divergence < points.back().divergence)
            points.push_back(next);
    }
    return points;
}

} // namespace latticeq
