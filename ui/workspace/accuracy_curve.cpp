// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/accuracy_curve.h"

#include <algorithm>

namespace latticeq::ui {

std::vector<EvaluationAdvanced> runningCounts(const std::vector<bool>& correct, Phase phase)
{
    std::vector<EvaluationAdvanced> points;
    const auto total = static_cast<int64_t>(correct.size());
    const int64_t stride = std::max<int64_t>(1, total / 100);
    int64_t count = 0;
    for (int64_t i = 0; i < total; ++i) {
        count += correct[static_cast<size_t>(i)] ? 1 : 0;
        if ((i + 1) % stride == 0 || i + 1 == total)
            points.push_back({ phase, count, 0, i + 1, total });
    }
    return points;
}

} // namespace latticeq::ui
