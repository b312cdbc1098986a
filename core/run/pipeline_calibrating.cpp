// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/pipeline.h"

#include "core/quantize/calibration.h"
#include "core/quantize/rounding/data_aware_rounding.h"

#include <ATen/ATen.h>

#include <algorithm>

namespace latticeq {

namespace {

constexpr double kShareOfPass = 0.5; // of the phase; the rest measures output errors

} // namespace

void Pipeline::takeOverParameters()
{
    for (const auto& item : m_network.parameters()) {
        const std::string layer = item.key().substr(0, item.key().rfind('.'));
        const bool packed = m_model.weights.contains(layer) && item.key() == layer + ".weight";
        if (!packed)
            m_model.parameters.insert(item.key(), item.value().clone());
    }
}

bool Pipeline::calibrate()
{
    startPhase(Phase::Calibrating);
    if (m_settings.dataAware && m_settings.biasCorrection)
        log("data-aware rounding goes without bias correction, which would raise the output errors again");
    takeOverParameters();
    CalibrationPlan plan { planInputs(m_network, m_plans, m_settings.quantizeActivations), m_info.name,
        m_settings.updateBatchNorm ? BatchNormMode::Training : BatchNormMode::Evaluation,
        m_settings.reestimateBatchNorm };
    const bool isNeeded = !plan.inputs.empty() || m_settings.updateBatchNorm || m_settings.reestimateBatchNorm
        || m_settings.dataAware;
    if (!isNeeded || m_control.stopRequested())
        return !m_control.stopRequested();
    const Network* calibrating = nullptr;
    CalibrationHooks hooks;
    hooks.proceed = [this] { return m_control.waitWhilePaused(); };
    hooks.onInput = [&](const Node& node, const std::vector<at::Tensor>& slices) {
        const auto layer = std::find_if(
            m_plans.begin(), m_plans.end(), [&](const LayerPlan& known) { return known.layer.name == node.name; });
        if (m_settings.dataAware && layer != m_plans.end() && !m_control.stopRequested())
            roundLayer(*layer, *calibrating, slices);
    };
    const Network calibrated = elseOnProcessor(m_device, "calibration", m_warn, [&](c10::Device device) {
        const QuantizedNetwork quantized(m_model, device);
        calibrating = &quantized.network();
        m_model.activations = calibrateActivations(*calibrating, plan, m_data.calibrationImages, hooks);
        return calibrating->on(c10::kCPU);
    });
    for (auto& item : m_model.parameters)
        item.value() = calibrated.parameters()[item.key()];
    m_meter.advance(Phase::Calibrating, kShareOfPass);
    return !m_control.stopRequested();
}

/** Replaces a layer's weights by those that suit its input, in the network that is being calibrated too. */
void Pipeline::roundLayer(const LayerPlan& plan, const Network& network, const std::vector<at::Tensor>& slices)
{
    const Node& node = network.node(*network.find(plan.layer.name));
    std::optional<JournalEntry> entry;
    if (plan.isQuantized() && m_folder && m_settings.resume)
        entry = m_folder->readLayer(plan.index, plan.layer.name, weightOf(plan), JournalStage::Rounded);
    if (plan.isQuantized() && !entry) {
        entry = rounded(plan, node, slices);
        if (entry && m_folder)
            m_folder->writeLayer(plan.index, plan.layer.name, weightOf(plan), *entry, JournalStage::Rounded);
    }
    if (entry) {
        replaceLayer(plan, *entry);
        network.parameter(node, "weight").copy_(m_dequantized[plan.layer.name]);
    }
    const double share = (plan.index + 1) / static_cast<double>(m_plans.size());
    m_meter.advance(Phase::Calibrating, kShareOfPass * share);
}

/** Nothing when stopped, or where the layer's input says nothing. */
std::optional<JournalEntry> Pipeline::rounded(
    const LayerPlan& plan, const Node& node, const std::vector<at::Tensor>& slices)
{
    const double start = m_meter.elapsedSeconds();
    const at::Tensor& weight = weightOf(plan);
    const std::function<bool()> proceed = [this] { return m_control.waitWhilePaused(); };
    const std::optional<InputCorrelation> correlation = correlate(node, weight, slices, plan.n, proceed);
    if (!correlation)
        return std::nullopt;
    if (correlation->blocks() > 1) {
        log(plan.layer.name + ": its input's correlation would take "
            + std::to_string(correlation->squares.nbytes() * static_cast<size_t>(correlation->blocks()) >> 20)
            + " MB, so " + std::to_string(correlation->blocks()) + " blocks along its diagonal stand for it");
    }
    const RoundingMetric metric(*correlation, plan.n, proceed);
    if (!metric.isDefined()) {
        if (!m_control.stopRequested())
            log(plan.layer.name + ": an input that is 0 in all calibration images tells nothing, its weights stay");
        return std::nullopt;
    }
    DataAwareRounding rounding(plan, weight, m_model.weights.at(plan.layer.name), metric, m_workers, proceed);
    std::optional<LayerQuantization> found = rounding.run();
    if (!found) {
        if (plan.biasCorrection && !m_control.stopRequested())
            log(plan.layer.name + ": bias correction has the smaller output error and stays");
        return std::nullopt;
    }
    const LayerReport& report = m_result.layers[static_cast<size_t>(plan.index)];
    found->convergence = m_result.convergence[static_cast<size_t>(plan.index)];
    found->scalarCubicError = report.scalarMce * static_cast<double>(report.weights);
    found->candidates = report.candidates;
    return JournalEntry { *found, m_meter.elapsedSeconds() - start };
}

void Pipeline::replaceLayer(const LayerPlan& plan, const JournalEntry& entry)
{
    LayerReport& report = m_result.layers[static_cast<size_t>(plan.index)];
    const double searchSeconds = report.seconds;
    report = reportLayer(plan, weightOf(plan), entry.quantization);
    report.seconds = searchSeconds + entry.seconds;
    m_layers->finish(plan.index, entry.quantization);
    m_model.weights[plan.layer.name] = entry.quantization.weight;
    m_dequantized[plan.layer.name] = dequantize(entry.quantization.weight);
    m_sink(LayerFinished { report });
}

} // namespace latticeq
