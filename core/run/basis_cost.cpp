// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/basis_cost.h"

#include "core/run/packed_size.h"

#include <algorithm>
#include <cstdio>

namespace latticeq {

namespace {

constexpr double kCostlyBits = 1;

/** Bits per weight that a layer's bases and scales cost. */
double basisCost(const LayerPlan& plan)
{
    return static_cast<double>(plannedBits(plan)) / static_cast<double>(plan.weights()) - plan.bits;
}

bool isCostly(const LayerPlan& plan)
{
    return plan.isQuantized() && !plan.first && !plan.last && basisCost(plan) > kCostlyBits;
}

std::string remedies(const std::vector<LayerPlan>& costly, const RunSettings& settings)
{
    const auto depthwise
        = std::count_if(costly.begin(), costly.end(), [](const LayerPlan& plan) { return plan.layer.depthwise; });
    std::string flags;
    const auto add = [&](const std::string& flag) { flags.append(flags.empty() ? "" : ", ").append(flag); };
    if (depthwise > 0 && !settings.scalarDepthwise)
        add("--depthwise scalar8 for " + std::to_string(depthwise) + " of them");
    if (!settings.quantizeBasis)
        add("--quant_basis");
    if (!settings.perLayer)
        add("--per_layer");
    if (!settings.scalar)
        add("--scalar");
    if (settings.biasCorrection && !settings.dataAware)
        add("--no-bias_corr");
    return flags;
}

} // namespace

std::string costlyBasesSentence(const std::vector<LayerPlan>& plans, const RunSettings& settings)
{
    std::vector<LayerPlan> costly;
    std::copy_if(plans.begin(), plans.end(), std::back_inserter(costly), isCostly);
    if (costly.empty())
        return {};
    const LayerPlan& worst = *std::max_element(costly.begin(), costly.end(),
        [](const LayerPlan& a, const LayerPlan& b) { return basisCost(a) < basisCost(b); });
    char bits[32];
    std::snprintf(bits, sizeof(bits), "%.1f", basisCost(worst));
    const std::string flags = remedies(costly, settings);
    std::string sentence = "bases and scales cost more than one bit a weight in ";
    sentence.append(std::to_string(costly.size())).append(" of ").append(std::to_string(plans.size()));
    sentence.append(" layers, up to ").append(bits).append(" in ").append(worst.layer.name);
    return flags.empty() ? sentence : sentence.append("; smaller with ").append(flags);
}

} // namespace latticeq
