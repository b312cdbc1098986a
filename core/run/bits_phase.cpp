// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/bits_phase.h"

#include "core/graph/cost.h"
#include "core/io/bits_choice_csv.h"
#include "core/mixed_precision/bits_table.h"
#include "core/mixed_precision/chosen_layers.h"
#include "core/mixed_precision/measure_sensitivity.h"
#include "core/mixed_precision/smallest_within_floor.h"
#include "core/run/exact_packed_bytes.h"
#include "core/run/progress_meter.h"
#include "core/support/content_hash.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <cstdio>

namespace latticeq {

namespace {

/** Of the phase, where an accuracy is to be kept; the rest tries choices on the whole network. */
constexpr double kMeasuringShare = 0.3;

std::vector<LayerPlan> plansToChoose(const std::vector<LayerPlan>& all, const RunSettings& settings)
{
    std::vector<LayerPlan> plans;
    std::copy_if(all.begin(), all.end(), std::back_inserter(plans),
        [&](const LayerPlan& plan) { return isToBeChosen(plan, settings); });
    return plans;
}

/** Bytes of the packed checkpoint beside the coordinates of the layers whose bits are chosen. */
int64_t bytesBeside(const std::vector<LayerPlan>& chosen, std::vector<LayerPlan> all, const Network& network,
    const QuantizedModel& model, bool quantizeActivations)
{
    int64_t coordinates = 0;
    for (const LayerPlan& plan : chosen) {
        all[static_cast<size_t>(plan.index)].bits = kMostChosenBits; // places in the file have the most digits then
        coordinates += plan.weights() * kMostChosenBits / 8;
    }
    return exactPackedBytes(model, network, all, quantizeActivations) - coordinates;
}

void checkLimit(const RunSettings& settings, const std::string& title, int64_t smallest)
{
    if (settings.maxBytes > 0 && settings.maxBytes < smallest) {
        throw std::invalid_argument("--max-bytes is " + std::to_string(settings.maxBytes) + ", the smallest file of "
            + title + " under these settings has " + std::to_string(smallest) + " bytes, with 1 bit a coordinate");
    }
}

std::string weightsHash(const Network& network)
{
    std::string all;
    for (const NodeId id : network.weightedNodes()) {
        const at::Tensor weight = network.parameter(network.node(id), "weight").to(at::kCPU).contiguous();
        all += contentHash({ static_cast<const char*>(weight.data_ptr()), weight.nbytes() });
    }
    return contentHash(all);
}

} // namespace

BitsPhase::BitsPhase(const RunSettings& settings, const std::vector<LayerPlan>& plans, const Network& network,
    const QuantizedModel& model, const RunData& data)
    : m_settings(settings)
    , m_network(network)
    , m_data(data)
    , m_plans(plansToChoose(plans, settings))
{
    if (m_plans.empty())
        throw std::invalid_argument("no layer of " + network.title() + " is left whose bits could be chosen");
    m_fixedBytes = bytesBeside(m_plans, plans, network, model, settings.quantizeActivations);
    int64_t smallest = m_fixedBytes;
    for (const LayerPlan& plan : m_plans)
        smallest += coordinateBytes(plan, 1);
    checkLimit(settings, network.title(), smallest);
    const at::Tensor& images = data.calibrationImages;
    m_images = sensitivityImages(
        multiplyAddsPerImage(network, images.sizes().slice(1).vec()), std::ssize(m_plans), images.size(0));
}

void BitsPhase::setListeners(const EventSink& sink, ProgressMeter& meter)
{
    m_sink = &sink;
    m_meter = &meter;
}

void BitsPhase::setFolder(RunFolder* folder)
{
    m_folder = folder;
    m_weightsHash = folder ? weightsHash(m_network) : std::string();
}

/** Weights that were changed since then have another name. */
std::string BitsPhase::keptName(const char* file) const
{
    return m_weightsHash + "-" + file;
}

/** Calibration images at even distances: they may stand class by class. */
SensitivityImages BitsPhase::sensitivityBatch() const
{
    const at::Tensor& images = m_data.calibrationImages;
    const at::Tensor& classes = m_data.calibrationClasses;
    const at::Tensor places = at::div(at::arange(m_images) * images.size(0), m_images, "floor");
    return { images.index_select(0, places), classes.defined() ? classes.index_select(0, places) : at::Tensor() };
}

std::vector<LayerSensitivity> BitsPhase::keptSensitivities()
{
    const auto kept
        = m_folder && m_settings.resume ? m_folder->kept(keptName(kSensitivityFile)) : std::nullopt;
    if (!kept)
        return {};
    return readSensitivities(*kept, "the journal of " + m_settings.outputFolder);
}

bool BitsPhase::measure(c10::Device device, WorkerThreads& workers, RunControl& control, BitsChoice& choice)
{
    const std::vector<LayerSensitivity> kept = keptSensitivities();
    const std::string name = keptName(kSensitivityFile);
    const double share = m_settings.maxBytes > 0 ? 1 : kMeasuringShare;
    choice.sensitivities.clear();
    SensitivityHooks hooks;
    hooks.known = [&](const LayerPlan& plan) -> std::optional<LayerSensitivity> {
        const auto found
            = std::find_if(kept.begin(), kept.end(), [&](const auto& layer) { return layer.layer == plan.layer.name; });
        return found == kept.end() ? std::nullopt : std::optional(*found);
    };
    hooks.finished = [&](const LayerSensitivity& layer, double done) {
        choice.sensitivities.push_back(layer);
        if (m_folder && choice.sensitivities.size() > kept.size())
            m_folder->keep(name, sensitivityCsv(choice.sensitivities, {}));
        (*m_sink)(SensitivityMeasured { layer });
        m_meter->advance(Phase::ChoosingBits, share * done);
    };
    measureSensitivities(
        m_network.on(device), m_plans, sensitivityBatch(), m_settings.seed, workers, control, hooks);
    return !control.stopRequested();
}

std::optional<TradeOffPoint> BitsPhase::pick(double floor, const TryChoice& tryChoice, BitsChoice& choice)
{
    const BitsTable table(choice.sensitivities, m_fixedBytes);
    choice.curve = table.curve(kTradeOffPoints);
    (*m_sink)(BitsChosen { choice.curve, std::nullopt });
    const auto chosen = m_settings.maxBytes > 0 ? std::optional(table.within(m_settings.maxBytes))
                                                : pickByAccuracy(floor, tryChoice, choice);
    if (chosen) {
        choice.chosen = *chosen;
        (*m_sink)(BitsChosen { choice.curve, chosen });
    }
    return chosen;
}

/** Accuracies of choices that were tried before the run was stopped. */
void BitsPhase::takeKeptTries(std::vector<TradeOffPoint>& curve)
{
    const auto kept = m_folder && m_settings.resume ? m_folder->kept(keptName(kTradeOffFile)) : std::nullopt;
    if (!kept)
        return;
    const BitsChoice earlier
        = readBitsChoice(sensitivityCsv({}, {}), *kept, "the journal of " + m_settings.outputFolder);
    for (TradeOffPoint& point : curve) {
        for (const TradeOffPoint& known : earlier.curve) {
            if (known.bytes == point.bytes && known.divergence == point.divergence)
                point.top1 = known.top1;
        }
    }
}

std::optional<TradeOffPoint> BitsPhase::pickByAccuracy(double floor, const TryChoice& tryChoice, BitsChoice& choice)
{
    takeKeptTries(choice.curve);
    double from = kMeasuringShare;
    const auto keepTry = [&](TradeOffPoint& point) {
        const double to = std::min(1.0, from + (1 - kMeasuringShare) / kTriedChoices);
        point.top1 = tryChoice(point, from, to);
        from = to;
        if (point.top1 && m_folder)
            m_folder->keep(keptName(kTradeOffFile), tradeOffCsv(choice.curve, {}));
        (*m_sink)(BitsChosen { choice.curve, std::nullopt });
        return point.top1.has_value();
    };
    return smallestWithinFloor(choice.curve, floor, keepTry);
}

std::string choiceSentence(const TradeOffPoint& point)
{
    std::map<int, int> layers; // by bits
    for (const auto& [layer, bits] : point.layerBits)
        ++layers[bits];
    std::string counts;
    for (const auto& [bits, count] : layers) {
        counts += counts.empty() ? "" : ", ";
        counts += std::to_string(count) + (count == 1 ? " layer with " : " layers with ") + std::to_string(bits);
    }
    char mean[32];
    std::snprintf(mean, sizeof(mean), "%.2f", point.meanBits);
    return std::string("chosen ") + mean + " bits a coordinate on average (" + counts + "), a file of at most "
        + std::to_string(point.bytes) + " bytes";
}

} // namespace latticeq
