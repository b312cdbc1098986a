// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/search_schedule.h"

#include <cmath>

namespace latticeq {

int64_t SearchSchedule::candidates() const
{
    return phases.empty() ? 0 : phases.back().firstCandidate + phases.back().candidates;
}

SearchSchedule publishedSchedule(int n, int bits, int64_t stepsPerPhase)
{
    static const std::vector<double> kScalarDivisors = { 1e4, 1, 4, 9 };
    static const std::vector<double> kLatticeDivisors = { 1e4, 1, 2, 3, 5, 7, 9, 15, 30 };
    const double scale = 1.0 / (std::exp2(bits) - 1.0);
    SearchSchedule schedule;
    for (const double divisor : n == 1 ? kScalarDivisors : kLatticeDivisors) {
        const auto deviation = static_cast<float>(scale / divisor / 2.0);
        schedule.phases.push_back({ deviation, schedule.candidates(), stepsPerPhase });
    }
    return schedule;
}

std::vector<float> publishedStart(int n, int bits, bool perLayer)
{
    const double levels = std::exp2(bits - 1);
    const double diagonal = !perLayer ? 1e-4 / levels : bits == 1 ? 1.0 : 1.0 / (levels - 1.0);
    std::vector<float> basis(static_cast<size_t>(n) * n, 0.0F);
    for (int i = 0; i < n; ++i)
        basis[static_cast<size_t>(i) * n + i] = static_cast<float>(diagonal);
    return basis;
}

std::vector<int64_t> convergenceCheckpoints(int64_t candidates, int64_t limit)
{
    constexpr int64_t kBatch = 16;
    std::vector<int64_t> checkpoints;
    if (candidates < 1 || limit < 1)
        return checkpoints;
    const double last = std::log(static_cast<double>(candidates));
    for (int64_t k = 0; k < limit; ++k) {
        const double position = limit == 1 ? 1.0 : static_cast<double>(k) / static_cast<double>(limit - 1);
        int64_t checkpoint = std::llround(std::exp(last * position));
        if (checkpoint >= kBatch)
            checkpoint = (checkpoint + kBatch / 2) / kBatch * kBatch;
        if (checkpoints.empty() || checkpoint > checkpoints.back())
            checkpoints.push_back(checkpoint);
    }
    while (!checkpoints.empty() && (checkpoints.back() >= candidates || std::ssize(checkpoints) >= limit))
        checkpoints.pop_back();
    checkpoints.push_back(candidates);
    return checkpoints;
}

} // namespace latticeq
