// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/run_folder.h"
#include "core/mixed_precision/bits_choice.h"
#include "core/quantize/layer_plan.h"
#include "core/quantize/quantized_model.h"
#include "core/run/run_data.h"
#include "core/run/run_event.h"

#include <functional>

namespace latticeq {

class ProgressMeter;
class RunControl;
struct SensitivityImages;
class WorkerThreads;

/**
 * The part of a run in which the bits of its layers are chosen, for a size limit or an accuracy that is to be kept:
 * measures how the output suffers from each layer, or takes it from the journal, and picks from the trade-off.
 */
class BitsPhase
{
public:
    /**
     * `model` is what the packed checkpoint tells beside parameters. Throws std::invalid_argument where no layer is
     * left to choose for, or where even single bits exceed the limit. Keeps references to settings, network and data.
     */
    BitsPhase(const RunSettings& settings, const std::vector<LayerPlan>& plans, const Network& network,
        const QuantizedModel& model, const RunData& data);

    /** Images whose classes and outputs are looked at. */
    int64_t images() const { return m_images; }

    /** Where measurements are kept; none: nowhere. */
    void setFolder(RunFolder* folder);
    void setListeners(const EventSink& sink, ProgressMeter& meter);

    /** The top-1 in percent of the whole network with these bits, between two shares of the phase. Nothing when stopped. */
    using TryChoice = std::function<std::optional<double>(const TradeOffPoint& point, double from, double to)>;

    /** Measures what the choice has not yet, with the network's parameters on `device`; false when stopped. */
    bool measure(c10::Device device, WorkerThreads& workers, RunControl& control, BitsChoice& choice);

    /**
     * Picks the bits: the best of at most --max-bytes, or the smallest that keep `floor` percent of
     * the images when they are tried.
     * Nothing when stopped.
     */
    std::optional<TradeOffPoint> pick(double floor, const TryChoice& tryChoice, BitsChoice& choice);

private:
    std::string keptName(const char* file) const;
    SensitivityImages sensitivityBatch() const;
    std::vector<LayerSensitivity> keptSensitivities();
    void takeKeptTries(std::vector<TradeOffPoint>& curve);
    std::optional<TradeOffPoint> pickByAccuracy(double floor, const TryChoice& tryChoice, BitsChoice& choice);

    const RunSettings& m_settings;
    const Network& m_network;
    const RunData& m_data;
    std::vector<LayerPlan> m_plans; // of the layers whose bits are chosen
    int64_t m_fixedBytes = 0; // of the file, beside these layers' coordinates
    int64_t m_images = 0;
    RunFolder* m_folder = nullptr;
    std::string m_weightsHash; // where there is a folder
    const EventSink* m_sink = nullptr;
    ProgressMeter* m_meter = nullptr;
};

/** "chosen: 1.87 bits a coordinate on average (1 bit in 3 layers, 2 in 17), at most 109,980 bytes" */
std::string choiceSentence(const TradeOffPoint& point);

} // namespace latticeq
