// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluate/card_memory.h"
#include "core/io/run_folder.h"
#include "core/quantize/quantized_model.h"
#include "core/run/bits_phase.h"
#include "core/run/devices.h"
#include "core/run/full_precision_memory.h"
#include "core/run/layer_store.h"
#include "core/run/progress_meter.h"
#include "core/run/run_data.h"
#include "core/run/run_result.h"
#include "core/support/thread_count.h"
#include "core/support/worker_threads.h"

#include <c10/core/Device.h>

namespace latticeq {

/** One run from settings to result; the steps stand in run() in their order. */
class Pipeline
{
public:
    Pipeline(const RunSettings& settings, const DeviceChoice& choice, const EventSink& sink, RunControl& control);

    RunResult run();

    /** Takes a full-precision accuracy on the run's images as measured. */
    void assumeFullPrecision(const Accuracy& accuracy) { m_assumed = accuracy; }

private:
    void load();
    bool measureFullPrecision();
    bool computeFullPrecision();
    bool recallFullPrecision(const RememberedAccuracy& known);
    bool chooseBits();
    bool searchBases();
    bool calibrate();
    bool measureOutputErrors();
    bool measureQuantized();
    void write();

    void tellWhatIsKept(const std::runtime_error& error) const;
    void openNetwork();
    void planCosts();
    void openLayers();
    std::optional<double> tryBits(const TradeOffPoint& point, double from, double to);
    void takeBits(const TradeOffPoint& chosen);
    double accuracyFloor() const;
    void startPhase(Phase phase);
    void finishPhase();
    void takeOverParameters();
    void roundLayer(const LayerPlan& plan, const Network& network, const std::vector<at::Tensor>& slices);
    std::optional<JournalEntry> rounded(
        const LayerPlan& plan, const Node& node, const std::vector<at::Tensor>& slices);
    void replaceLayer(const LayerPlan& plan, const JournalEntry& entry);
    bool measure(Phase phase, const std::function<Classifier(c10::Device)>& classifierOn, Accuracy& accuracy);
    void finishLayer(const LayerPlan& plan, const JournalEntry& entry);
    void leaveLayer(const LayerPlan& plan);
    const at::Tensor& weightOf(const LayerPlan& plan) const
    {
        return m_network.parameter(m_network.node(*m_network.find(plan.layer.name)), "weight");
    }
    void log(const std::string& text) { m_sink(LogLine { LogLevel::Info, text }); }

    const RunSettings& m_settings;
    const DeviceChoice& m_choice;
    const c10::Device m_device;
    const EventSink& m_sink;
    const MemoryWarning m_warn = [this](const std::string& text) { m_sink(LogLine { LogLevel::Warning, text }); };
    RunControl& m_control;
    ThreadCount m_threads;
    WorkerThreads m_workers; // of the search
    ModelInfo m_info;
    Network m_network;
    ProgressMeter m_meter;
    Phase m_phase = Phase::Loading;
    double m_phaseStart = 0;
    std::unique_ptr<RunFolder> m_folder;
    RunData m_data;
    std::optional<FullPrecisionMemory> m_memory;
    std::vector<LayerPlan> m_plans;
    std::optional<BitsPhase> m_bits; // where the run chooses the layers' bits
    std::shared_ptr<LayerStore> m_layers = std::make_shared<LayerStore>();
    QuantizedModel m_model;
    std::map<std::string, at::Tensor> m_dequantized;
    std::optional<Accuracy> m_assumed; // instead of a measurement
    Accuracy m_fp32;
    RunResult m_result;
};

} // namespace latticeq
