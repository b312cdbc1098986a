// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quantize/channel_quantiles.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>

#include <algorithm>
#include <bit>
#include <limits>

namespace latticeq {

namespace {

/** Bounds what a card needs beside the input: the sorted values and their places, 200 MB. */
constexpr int64_t kValuesSortedAtOnce = 1 << 24;

/** Where a quantile lies among sorted values: between two neighbours, or on the last. */
struct QuantilePosition
{
    QuantilePosition(double quantile, int64_t count)
        : exact(quantile * static_cast<double>(count - 1))
        , below(static_cast<int64_t>(exact))
        , above(std::min(below + 1, count - 1))
    {
    }

    float between(double low, double high) const
    {
        return static_cast<float>(low + (exact - static_cast<double>(below)) * (high - low));
    }

    double exact;
    int64_t below;
    int64_t above;
};

/** Where the values of one channel of a slice [N, C, positions] lie. */
struct ChannelPlace
{
    ChannelPlace(const at::Tensor& slice, int64_t channel)
        : first(slice.data_ptr<float>() + channel * slice.stride(1))
        , images(slice.size(0))
        , positions(slice.size(2))
        , imageStride(slice.stride(0))
        , stride(slice.stride(2))
    {
    }

    const float* first;
    int64_t images;
    int64_t positions;
    int64_t imageStride;
    int64_t stride;
};

/** The magnitudes of one channel of all slices [N, C, positions], wherever they lie. */
class Magnitudes
{
public:
    Magnitudes(const std::vector<at::Tensor>& slices, int64_t channel)
    {
        for (const at::Tensor& slice : slices)
            m_places.emplace_back(slice, channel);
    }

    /** Calls visit(bits of |x|), which order as the magnitudes do. */
    template <typename Visit> void forEach(const Visit& visit) const
    {
        constexpr uint32_t kMagnitude = 0x7fffffff;
        for (const ChannelPlace& place : m_places) {
            for (int64_t image = 0; image < place.images; ++image) {
                const float* next = place.first + image * place.imageStride;
                for (int64_t i = 0; i < place.positions; ++i, next += place.stride)
                    visit(std::bit_cast<uint32_t>(*next) & kMagnitude);
            }
        }
    }

private:
    std::vector<ChannelPlace> m_places;
};

/** The order statistics of one channel, found by counting: first the upper half of the bits, then the lower. */
class Selection
{
public:
    explicit Selection(const Magnitudes& values)
        : m_values(values)
        , m_counts(kBuckets)
    {
    }

    /** The values at two neighbouring ranks, or twice the same. */
    std::pair<float, float> at(int64_t below, int64_t above)
    {
        count([](uint32_t bits) { return bits >> kLowBits; }, [](uint32_t) { return true; });
        const auto [upper, rank] = bucketOf(below);
        const uint32_t nextUpper = bucketOf(above).first;
        count([](uint32_t bits) { return bits & (kBuckets - 1); },
            [upper = upper](uint32_t bits) { return bits >> kLowBits == upper; });
        const auto value = [&, upper = upper](int64_t place) {
            return std::bit_cast<float>(upper << kLowBits | bucketOf(place).first);
        };
        return { value(rank), nextUpper == upper ? value(rank + above - below) : least(nextUpper) };
    }

private:
    static constexpr int kLowBits = 16;
    static constexpr uint32_t kBuckets = 1 << kLowBits;

    template <typename Bucket, typename Chosen> void count(const Bucket& bucket, const Chosen& chosen)
    {
        std::fill(m_counts.begin(), m_counts.end(), 0);
        m_values.forEach([&](uint32_t bits) {
            if (chosen(bits))
                ++m_counts[bucket(bits)];
        });
    }

    /** The smallest value with these upper bits. */
    float least(uint32_t upper) const
    {
        uint32_t least = std::numeric_limits<uint32_t>::max();
        m_values.forEach([&](uint32_t bits) {
            if (bits >> kLowBits == upper)
                least = std::min(least, bits);
        });
        return std::bit_cast<float>(least);
    }

    /** The bucket that holds a rank, and the rank within it. */
    std::pair<uint32_t, int64_t> bucketOf(int64_t rank) const
    {
        uint32_t bucket = 0;
        while (rank >= m_counts[bucket])
            rank -= m_counts[bucket++];
        return { bucket, rank };
    }

    const Magnitudes& m_values;
    std::vector<int64_t> m_counts;
};

/** [N, C, positions] each, without a copy where the positions lie evenly. */
std::vector<at::Tensor> asPositions(at::TensorList slices)
{
    std::vector<at::Tensor> all;
    for (const at::Tensor& slice : slices)
        all.push_back(slice.dim() == 2 ? slice.unsqueeze(2) : slice.flatten(2));
    return all;
}

int64_t valuesPerChannel(const std::vector<at::Tensor>& slices)
{
    int64_t count = 0;
    for (const at::Tensor& slice : slices)
        count += slice.size(0) * slice.size(2);
    return count;
}

/** |x| of some channels, [channels, all values of a channel]. */
at::Tensor channelRows(const std::vector<at::Tensor>& slices, int64_t first, int64_t count)
{
    std::vector<at::Tensor> rows;
    for (const at::Tensor& slice : slices)
        rows.push_back(slice.narrow(1, first, count).transpose(0, 1).flatten(1));
    return at::cat(rows, 1).abs();
}

} // namespace

at::Tensor channelQuantiles(at::TensorList slices, const std::vector<double>& quantiles)
{
    if (!slices[0].device().is_cpu())
        return sortedChannelQuantiles(slices, quantiles);
    const std::vector<at::Tensor> values = asPositions(slices);
    const int64_t channels = values[0].size(1);
    const int64_t count = valuesPerChannel(values);
    at::Tensor result = at::empty({ channels });
    float* results = result.data_ptr<float>();
    at::parallel_for(0, channels, 1, [&](int64_t begin, int64_t end) {
        for (int64_t channel = begin; channel < end; ++channel) {
            const Magnitudes magnitudes(values, channel);
            const QuantilePosition position(quantiles[static_cast<size_t>(channel)], count);
            const auto [low, high] = Selection(magnitudes).at(position.below, position.above);
            results[channel] = position.between(low, high);
        }
    });
    return result;
}

at::Tensor sortedChannelQuantiles(at::TensorList slices, const std::vector<double>& quantiles)
{
    const std::vector<at::Tensor> values = asPositions(slices);
    const int64_t channels = values[0].size(1);
    const int64_t count = valuesPerChannel(values);
    std::vector<QuantilePosition> positions;
    std::vector<int64_t> places;
    for (const double quantile : quantiles) {
        positions.emplace_back(quantile, count);
        places.insert(places.end(), { positions.back().below, positions.back().above });
    }
    const at::Tensor wanted = at::tensor(places, at::kLong).reshape({ -1, 2 }).to(values[0].device());
    const int64_t channelsAtOnce = std::max<int64_t>(1, kValuesSortedAtOnce / count);
    std::vector<at::Tensor> found;
    for (int64_t first = 0; first < channels; first += channelsAtOnce) {
        const int64_t size = std::min(channelsAtOnce, channels - first);
        found.push_back(std::get<0>(channelRows(values, first, size).sort(1)).gather(1, wanted.narrow(0, first, size)));
    }
    const at::Tensor neighbours = at::cat(found).to(at::kCPU).contiguous();
    at::Tensor result = at::empty({ channels });
    for (size_t channel = 0; channel < positions.size(); ++channel) {
        const float* pair = neighbours.data_ptr<float>() + 2 * channel;
        result.data_ptr<float>()[channel] = positions[channel].between(pair[0], pair[1]);
    }
    return result;
}

} // namespace latticeq
