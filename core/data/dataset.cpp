// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/dataset.h"

#include "core/lattice/kernels/philox.h"

#include <algorithm>
#include <iterator>
#include <numeric>

namespace latticeq {

namespace {

// Apart from every search's seed, and from each other.
constexpr uint64_t kEvaluationKey = 0x6576616c75617465; // "evaluate"
constexpr uint64_t kCalibrationKey = 0x63616c6962726174; // "calibrat"

std::vector<int64_t> allPositions(int64_t size)
{
    std::vector<int64_t> positions(static_cast<size_t>(size));
    std::iota(positions.begin(), positions.end(), int64_t(0));
    return positions;
}

/** The first `share` of the positions in the random order of `key`; all where `share` is 0 or more than there are. */
std::vector<int64_t> randomShare(std::vector<int64_t> positions, int64_t share, uint64_t key)
{
    if (share <= 0 || share >= std::ssize(positions))
        return positions;
    const auto rank = [key](int64_t position) {
        const auto low = static_cast<uint32_t>(position);
        const auto high = static_cast<uint32_t>(position >> 32);
        const PhiloxWords words = philox({ { low, high, 0, 0 } }, key);
        return std::pair(words.w[0], position);
    };
    std::sort(positions.begin(), positions.end(), [&](int64_t a, int64_t b) { return rank(a) < rank(b); });
    positions.resize(static_cast<size_t>(share));
    std::sort(positions.begin(), positions.end());
    return positions;
}

} // namespace

std::vector<int64_t> evaluationPositions(int64_t size, int64_t share)
{
    return randomShare(allPositions(size), share, kEvaluationKey);
}

DividedPositions dividePositions(int64_t size, int64_t calibration, int64_t share)
{
    const int64_t taken = std::min(calibration, size / 2);
    if (taken == 0)
        return { {}, evaluationPositions(size, share) };
    DividedPositions divided;
    divided.calibration = randomShare(allPositions(size), taken, kCalibrationKey);
    const std::vector<int64_t> all = allPositions(size);
    std::vector<int64_t> others;
    std::set_difference(
        all.begin(), all.end(), divided.calibration.begin(), divided.calibration.end(), std::back_inserter(others));
    divided.evaluation = randomShare(std::move(others), share, kEvaluationKey);
    return divided;
}

} // namespace latticeq
