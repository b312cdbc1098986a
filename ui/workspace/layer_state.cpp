// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/layer_state.h"

#include "core/quantize/layer_plan.h"
#include "core/run/packed_size.h"
#include "core/run/run_settings.h"

#include <algorithm>

namespace latticeq::ui {

namespace {

/** The first convolution and the last linear layer keep their bits by the method. */
bool isFixed(const std::vector<LayerState>& layers, size_t index)
{
    const auto first
        = std::find_if(layers.begin(), layers.end(), [](const LayerState& l) { return l.report.type == "conv"; });
    const auto last
        = std::find_if(layers.rbegin(), layers.rend(), [](const LayerState& l) { return l.report.type == "linear"; });
    const auto position = static_cast<std::ptrdiff_t>(index);
    return (first != layers.end() && first - layers.begin() == position)
        || (last != layers.rend() && layers.rend() - last - 1 == position);
}

} // namespace

LayerReport plannedReport(const LayerPlan& plan)
{
    LayerReport report;
    report.index = plan.index;
    report.name = plan.layer.name;
    report.type = plan.layer.linear ? "linear" : "conv";
    report.shape = plan.layer.shape;
    report.bitsWeight = plan.bits;
    report.bitsActivation = plan.inputBits;
    report.group = plan.n;
    report.perLayer = plan.perLayer;
    report.bitsBasis = plan.basisBits > 0 ? plan.basisBits : kFullPrecisionBits;
    report.weights = plan.weights();
    report.effectiveBits = plan.isQuantized()
        ? static_cast<double>(plannedBits(plan)) / static_cast<double>(plan.weights())
        : kFullPrecisionBits;
    return report;
}

void markKinds(std::vector<LayerState>& layers)
{
    for (size_t i = 0; i < layers.size(); ++i) {
        layers[i].fixed = isFixed(layers, i);
        layers[i].searched = !layers[i].fixed && layers[i].report.bitsWeight != kFullPrecisionBits;
    }
}

std::optional<double> LayerState::bestMce() const
{
    if (status == Status::Finished)
        return report.mce;
    for (auto point = convergence.rbegin(); point != convergence.rend(); ++point) {
        if (point->restart < 0 && report.weights > 0)
            return point->bestError / static_cast<double>(report.weights);
    }
    return std::nullopt;
}

} // namespace latticeq::ui
