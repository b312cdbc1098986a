// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/run_estimate.h"

#include "core/mixed_precision/chosen_layers.h"
#include "core/mixed_precision/sensitivity_work.h"
#include "core/search/search_schedule.h"

#include <algorithm>
#include <numeric>
#include <stdexcept>

namespace latticeq {

namespace {

/** Forward passes of a calibration image: one with thresholds, two for the output errors. */
constexpr double kCalibrationPasses = 3;

/**
 * Forward passes that gathering the inputs' correlations costs: K² multiply-adds a position instead of K for each of O
 * output channels.
 */
double correlationPasses(const std::vector<LayerPlan>& plans)
{
    double weights = 0;
    double correlations = 0;
    for (const LayerPlan& plan : plans) {
        const auto own = static_cast<double>(plan.weights());
        const auto outputs = static_cast<double>(plan.outputs());
        weights += own;
        correlations += plan.dataAware ? own * own / (outputs * outputs) : 0;
    }
    return weights > 0 ? correlations / weights : 0;
}

/** Seconds in which the layers' bits are chosen, where these are those of the run itself. */
double choosingSeconds(const std::vector<LayerPlan>& plans, const RunSettings& settings, const RunWork& work,
    double passSeconds, double runSeconds)
{
    if (!choosesBits(settings))
        return 0;
    const auto layers = static_cast<double>(plans.size());
    const auto images = static_cast<double>(
        sensitivityImages(work.multiplyAddsPerImage, std::ssize(plans), work.calibrationImages));
    const double tries = settings.maxBytes > 0 ? 0 : kTriedChoices;
    return images * passSeconds * (1 + layers * kMostMeasuredBits + correlationPasses(plans)) + tries * runSeconds;
}

double sumOfCosts(const std::vector<LayerPlan>& plans)
{
    return std::accumulate(
        plans.begin(), plans.end(), 0.0, [](double sum, const LayerPlan& plan) { return sum + searchCost(plan); });
}

std::vector<LayerPlan> plansOf(const ModelDescription& model, const RunSettings& settings)
{
    return planLayers(model.layers, settings, [](const std::string&) {});
}

/** Bytes of the packed checkpoint where all layers whose bits are chosen get as many. */
int64_t bytesWithChosen(
    int bits, const ModelDescription& model, std::vector<LayerPlan> plans, const RunSettings& settings)
{
    for (LayerPlan& plan : plans) {
        plan.bits = isToBeChosen(plan, settings) ? bits : plan.bits;
    }
    return plannedPackedBytes(model, plans, settings.quantizeActivations);
}

/** Throws where even single bits exceed the limit by more than an estimate's error. */
void checkLimit(int64_t smallest, const ModelDescription& model, const RunSettings& settings)
{
    constexpr double kError = 1.02;
    if (static_cast<double>(settings.maxBytes) * kError < static_cast<double>(smallest)) {
        throw std::invalid_argument("--max-bytes is " + std::to_string(settings.maxBytes) + ", the smallest file of "
            + model.title + " under these settings has about " + std::to_string(smallest)
            + " bytes, with 1 bit a coordinate");
    }
}

/** Size and bits that a limit leaves, as if all layers had the same share of them. */
void fitToLimit(int64_t limit, RunEstimate& estimate)
{
    const double share = static_cast<double>(limit) / static_cast<double>(estimate.packedBytes);
    estimate.packedBytes = limit;
    estimate.effectiveBits *= share;
    for (double& bits : estimate.layerEffectiveBits)
        bits *= share;
}

double secondsOf(const std::map<std::string, double>& secondsByPhase, Phase phase)
{
    const auto found = secondsByPhase.find(phaseName(phase));
    return found == secondsByPhase.end() ? 0 : found->second;
}

} // namespace

double RunEstimate::totalSeconds() const
{
    return std::accumulate(
        seconds.begin(), seconds.end(), 0.0, [](double sum, const auto& phase) { return sum + phase.second; });
}

double searchCost(const LayerPlan& plan)
{
    const auto cost = [](const LayerPlan& p) {
        const int64_t candidates = publishedSchedule(p.n, p.bits, p.stepsPerPhase).candidates();
        return static_cast<double>(p.weights()) * static_cast<double>(candidates * p.restarts);
    };
    if (!plan.isQuantized())
        return 0;
    return plan.n == 1 ? cost(plan) : cost(plan) + cost(scalarPlan(plan));
}

std::map<Phase, double> expectedSeconds(const std::vector<LayerPlan>& plans, const RunSettings& settings,
    const RunWork& work, int threads, const MachineSpeed& speed)
{
    const double passSeconds = static_cast<double>(work.multiplyAddsPerImage) / (speed.multiplyAddsPerSecond * threads);
    double search = sumOfCosts(plans) / (speed.candidateWeightsPerSecond * threads);
    if (settings.timeBudgetSeconds > 0)
        search = std::min(search, settings.timeBudgetSeconds);
    const double evaluation = static_cast<double>(work.evaluatedImages) * passSeconds;
    const double calibrationPasses = kCalibrationPasses + correlationPasses(plans);
    const double calibration = calibrationPasses * static_cast<double>(work.calibrationImages) * passSeconds;
    return { { Phase::MeasuringFullPrecision, evaluation },
        { Phase::ChoosingBits, choosingSeconds(plans, settings, work, passSeconds, search + calibration + evaluation) },
        { Phase::SearchingBases, search }, { Phase::Calibrating, calibration },
        { Phase::MeasuringAccuracy, evaluation } };
}

RunEstimate estimateRun(const ModelDescription& model, const RunSettings& settings, int64_t evaluatedImages,
    int64_t calibrationImages, int threads, const MachineSpeed& speed)
{
    const std::vector<LayerPlan> plans = plansOf(model, settings);
    RunEstimate estimate;
    double bits = 0;
    double weights = 0;
    for (const LayerPlan& plan : plans) {
        const auto layerWeights = static_cast<double>(plan.weights());
        estimate.layerEffectiveBits.push_back(static_cast<double>(plannedBits(plan)) / layerWeights);
        bits += static_cast<double>(plannedBits(plan));
        weights += layerWeights;
    }
    estimate.effectiveBits = weights > 0 ? bits / weights : 0;
    estimate.packedBytes = plannedPackedBytes(model, plans, settings.quantizeActivations);
    if (settings.maxBytes > 0) {
        checkLimit(bytesWithChosen(1, model, plans, settings), model, settings);
        fitToLimit(
            std::min(settings.maxBytes, bytesWithChosen(kMostChosenBits, model, plans, settings)), estimate);
    }
    estimate.seconds = expectedSeconds(
        plans, settings, { model.multiplyAdds, evaluatedImages, calibrationImages }, std::max(1, threads), speed);
    for (auto& [phase, seconds] : estimate.seconds)
        seconds *= settings.repeats;
    return estimate;
}

MachineSpeed measuredSpeed(const ModelDescription& model, const RunSettings& settings, int64_t evaluatedImages,
    int threads, const std::map<std::string, double>& secondsByPhase)
{
    constexpr double kTooShort = 0.02; // seconds that say nothing about a machine
    MachineSpeed speed;
    const double workers = std::max(1, threads);
    const double search = secondsOf(secondsByPhase, Phase::SearchingBases);
    if (search > kTooShort && settings.timeBudgetSeconds <= 0)
        speed.candidateWeightsPerSecond = sumOfCosts(plansOf(model, settings)) / (search * workers);
    double evaluation = 0;
    double passes = 0;
    for (const Phase phase : { Phase::MeasuringFullPrecision, Phase::MeasuringAccuracy }) {
        const double seconds = secondsOf(secondsByPhase, phase); // about none where the accuracy was remembered
        evaluation += seconds > kTooShort ? seconds : 0;
        passes += seconds > kTooShort ? 1 : 0;
    }
    if (passes > 0 && evaluatedImages > 0) {
        speed.multiplyAddsPerSecond
            = passes * static_cast<double>(evaluatedImages * model.multiplyAdds) / (evaluation * workers);
    }
    return speed;
}

} // namespace latticeq
