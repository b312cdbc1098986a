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

/** The magnitudes of one channel of an input [N, C, positions], wherever they lie. */
class Magnitudes
{
public:
    Magnitudes(const at::Tensor& input, int64_t channel)
        : m_first(input.data_ptr<float>() + channel * input.stride(1))
        , m_images(input.size(0))
        , m_positions(input.size(2))
        , m_imageStride(input.stride(0))
        , m_stride(input.stride(2))
    {
    }

    int64_t count() const { return m_images * m_positions; }

    /** Calls visit(bits of |x|), which order as the magnitudes do. */
    template <typename Visit> void forEach(const Visit& visit) const
    {
        constexpr uint32_t kMagnitude = 0x7fffffff;
        for (int64_t image = 0; image < m_images; ++image) {
            const float* next = m_first + image * m_imageStride;
            for (int64_t i = 0; i < m_positions; ++i, next += m_stride)
                visit(std::bit_cast<uint32_t>(*next) & kMagnitude);
        }
    }

private:
    const float* m_first;
    int64_t m_images;
    int64_t m_positions;
    int64_t m_imageStride;
    int64_t m_stride;
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

/** [N, C, positions], without a copy where the positions lie evenly. */
at::Tensor asPositions(const at::Tensor& input)
{
    return input.dim() == 2 ? input.unsqueeze(2) : input.flatten(2);
}

} // namespace

at::Tensor channelQuantiles(const at::Tensor& input, const std::vector<double>& quantiles)
{
    if (!input.device().is_cpu())
        return sortedChannelQuantiles(input, quantiles);
    const at::Tensor values = asPositions(input);
    at::Tensor result = at::empty({ values.size(1) });
    float* results = result.data_ptr<float>();
    at::parallel_for(0, values.size(1), 1, [&](int64_t begin, int64_t end) {
        for (int64_t channel = begin; channel < end; ++channel) {
            const Magnitudes magnitudes(values, channel);
            const QuantilePosition position(quantiles[static_cast<size_t>(channel)], magnitudes.count());
            const auto [low, high] = Selection(magnitudes).at(position.below, position.above);
            results[channel] = position.between(low, high);
        }
    });
    return result;
}

at::Tensor sortedChannelQuantiles(const at::Tensor& input, const std::vector<double>& quantiles)
{
    const at::Tensor values = asPositions(input);
    const int64_t count = values.size(0) * values.size(2);
    std::vector<QuantilePosition> positions;
    std::vector<int64_t> places;
    for (const double quantile : quantiles) {
        positions.emplace_back(quantile, count);
        places.insert(places.end(), { positions.back().below, positions.back().above });
    }
    const at::Tensor wanted = at::tensor(places, at::kLong).reshape({ -1, 2 }).to(input.device());
    const int64_t channelsAtOnce = std::max<int64_t>(1, kValuesSortedAtOnce / count);
    std::vector<at::Tensor> found;
    for (int64_t first = 0; first < values.size(1); first += channelsAtOnce) {
        const int64_t size = std::min(channelsAtOnce, values.size(1) - first);
        const at::Tensor rows = values.narrow(1, first, size).transpose(0, 1).flatten(1).abs();
        found.push_back(std::get<0>(rows.sort(1)).gather(1, wanted.narrow(0, first, size)));
    }
    const at::Tensor neighbours = at::cat(found).to(at::kCPU).contiguous();
    at::Tensor result = at::empty({ values.size(1) });
    for (size_t channel = 0; channel < positions.size(); ++channel) {
        const float* pair = neighbours.data_ptr<float>() + 2 * channel;
        result.data_ptr<float>()[channel] = positions[channel].between(pair[0], pair[1]);
    }
    return result;
}

} // namespace latticeq
