// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/run_result.h"

#include <optional>
#include <vector>

namespace latticeq::ui {

/** An accuracy while it is measured and afterwards. */
struct AccuracyCurve
{
    std::vector<EvaluationAdvanced> points; // running counts
    std::optional<AccuracyReport> report; // once measured
};

/** About a hundred running counts of an evaluation, from which of its images were classified correctly. */
std::vector<EvaluationAdvanced> runningCounts(const std::vector<bool>& correct, Phase phase);

} // namespace latticeq::ui
