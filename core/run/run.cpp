// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/run.h"

#include "core/evaluate/output_error.h"
#include "core/evaluate/pipelined_accuracy.h"
#include "core/graph/cost.h"
#include "core/graph/forward.h"
#include "core/io/packed_checkpoint.h"
#include "core/io/run_folder.h"
#include "core/quantize/calibration.h"
#include "core/quantize/quantized_model.h"
#include "core/quantize/weight_quantization.h"
#include "core/run/basis_cost.h"
#include "core/run/describe_model.h"
#include "core/run/devices.h"
#include "core/run/full_precision_memory.h"
#include "core/run/layer_store.h"
#include "core/run/memory_events.h"
#include "core/run/open_model.h"
#include "core/run/progress_meter.h"
#include "core/run/run_data.h"
#include "core/run/run_estimate.h"
#include "core/run/search_phase.h"
#include "core/support/thread_count.h"
#include "core/support/worker_threads.h"

#include <ATen/ATen.h>
#include <c10/core/Device.h>

#include <algorithm>
#include <thread>

namespace latticeq {

namespace {

int threadsOf(const RunSettings& settings)
{
    const unsigned available = std::max(1U, std::thread::hardware_concurrency());
    return settings.threads > 0 ? settings.threads : static_cast<int>(available);
}

AccuracyReport reportAccuracy(const Accuracy& accuracy)
{
    return { accuracy.top1(), accuracy.top5(), accuracy.correct, accuracy.total,
        wilsonInterval(accuracy.correct, accuracy.total) };
}

/** One run from settings to result; the steps stand in run() in their order. */
class Pipeline
{
public:
    Pipeline(const RunSettings& settings, const DeviceChoice& choice, const EventSink& sink, RunControl& control)
        : m_settings(settings)
        , m_choice(choice)
        , m_device(choice.device)
        , m_sink(sink)
        , m_control(control)
        , m_threads(threadsOf(settings))
        , m_workers(threadsOf(settings))
        , m_network(modelTitle(settings.model))
        , m_meter(sink, control)
    {
    }

    RunResult run()
    {
        load();
        try {
            const bool finished
                = measureFullPrecision() && searchBases() && calibrate() && measureOutputErrors() && measureQuantized();
            m_result.stopped = !finished;
            if (finished)
                write();
        } catch (const std::runtime_error& error) {
            tellWhatIsKept(error);
            throw;
        } catch (const c10::Error& error) { // LibTorch's, with its own trace behind the sentence
            const std::runtime_error plain(error.what_without_backtrace());
            tellWhatIsKept(plain);
            throw plain;
        }
        return std::move(m_result);
    }

private:
    void load();
    bool measureFullPrecision();
    bool computeFullPrecision();
    bool recallFullPrecision(const RememberedAccuracy& known);
    bool searchBases();
    bool calibrate();
    bool measureOutputErrors();
    bool measureQuantized();
    void write();

    void tellWhatIsKept(const std::runtime_error& error) const;
    void openNetwork();
    void planCosts();
    void openLayers();
    void startPhase(Phase phase);
    void finishPhase();
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
    std::shared_ptr<LayerStore> m_layers = std::make_shared<LayerStore>();
    QuantizedModel m_model;
    std::map<std::string, at::Tensor> m_dequantized;
    Accuracy m_fp32;
    RunResult m_result;
};

void Pipeline::tellWhatIsKept(const std::runtime_error& error) const
{
    if (m_folder && m_folder->finishedLayers() > 0) {
        throw std::runtime_error(std::string(error.what()) + "; " + std::to_string(m_folder->finishedLayers())
            + " finished layers are kept, go on with --resume " + m_settings.outputFolder);
    }
}

void Pipeline::startPhase(Phase phase)
{
    m_phase = phase;
    m_phaseStart = m_meter.elapsedSeconds();
    m_sink(PhaseStarted { phase });
}

void Pipeline::finishPhase()
{
    m_result.seconds[phaseName(m_phase)] += m_meter.elapsedSeconds() - m_phaseStart;
    m_meter.advance(m_phase, 1);
}

void Pipeline::load()
{
    startPhase(Phase::Loading);
    log("computes on " + m_choice.title + ": " + m_choice.why);
    openNetwork();
    m_plans = planLayers(layerShapes(m_network), m_settings, [this](const std::string& text) { log(text); });
    if (const std::string costly = costlyBasesSentence(m_plans, m_settings); !costly.empty())
        log(costly);
    m_data = openRunData(m_settings, m_info, m_sink);
    if (!m_settings.outputFolder.empty()) {
        m_folder = std::make_unique<RunFolder>(m_settings);
    }
    m_model.data = m_settings.data.empty()   ? m_info.defaultData
        : m_settings.data == "fashion-mnist" ? m_settings.data
                                             : "";
    m_result.settings = m_settings;
    m_result.device = m_choice.title;
    m_result.folder = m_settings.outputFolder;
    for (const auto& item : m_network.parameters())
        m_result.fp32Bytes += static_cast<int64_t>(item.value().nbytes());
    m_result.evaluatedImages = m_data.positions;
    m_result.unreadable = m_data.unreadable;
    m_result.calibrationImages = m_data.calibrationImages.defined() ? m_data.calibrationImages.size(0) : 0;
    m_result.calibrationLeftOut = m_data.calibrationLeftOut;
    if (m_data.calibrationLeftOut)
        m_model.calibrationShare = calibrationShareOf(*m_data.evaluation, m_settings.calibrationImages);
    m_memory.emplace(m_settings, m_info, m_network, m_data, m_choice.title);
    planCosts();
    finishPhase();
    openLayers();
}

void Pipeline::openNetwork()
{
    OpenedModel opened = openModel(sourceOf(m_settings));
    for (const std::string& remark : opened.remarks)
        log(opened.info.name + ": " + remark);
    if (!opened.unknown.empty()) {
        if (m_settings.quantizeActivations)
            throw std::invalid_argument("activations of " + opened.info.name + " cannot be quantized: " + opened.unknown
                + "; leave --quant_a away to quantize its weights alone");
        m_sink(LogLine {
            LogLevel::Warning, opened.unknown + "; the module stays as it is and its weights alone are quantized" });
    }
    m_info = opened.info;
    m_network = std::move(opened.network);
    m_model.model = m_info.name;
    m_model.imported = opened.imported;
}

void Pipeline::planCosts()
{
    const std::vector<int64_t> image { m_info.inputChannels, m_info.inputSize, m_info.inputSize };
    const RunWork work { multiplyAddsPerImage(m_network, image), std::ssize(m_data.positions),
        m_data.calibrationImages.defined() ? m_data.calibrationImages.size(0) : 0 };
    for (const auto& [phase, seconds] : expectedSeconds(m_plans, m_settings, work, threadsOf(m_settings), {}))
        m_meter.plan(phase, phase == Phase::MeasuringFullPrecision && m_memory->known() ? 0 : seconds);
}

void Pipeline::openLayers()
{
    for (const LayerPlan& plan : m_plans)
        m_layers->add(plan, weightOf(plan), m_settings.seed);
    m_sink(LayersOpened { m_layers });
}

bool Pipeline::measure(Phase phase, const std::function<Classifier(c10::Device)>& classifierOn, Accuracy& accuracy)
{
    startPhase(phase);
    const auto total = static_cast<int64_t>(m_data.positions.size());
    const AccuracySink tell = [&](const Accuracy& a) {
        m_sink(EvaluationAdvanced { phase, a.correct, a.correctTop5, a.total, total });
        m_meter.advance(phase, static_cast<double>(a.total) / static_cast<double>(total));
    };
    accuracy = elseOnProcessor(m_device, "evaluation", m_warn, [&](c10::Device device) {
        return measureAccuracyOn(
            device, classifierOn(device), *m_data.evaluation, m_data.positions, m_workers, m_control, tell, m_warn);
    });
    finishPhase();
    return !accuracy.stopped;
}

bool Pipeline::measureFullPrecision()
{
    if (!m_data.evaluation)
        return !m_control.stopRequested();
    if (!(m_memory->known() ? recallFullPrecision(*m_memory->known()) : computeFullPrecision()))
        return false;
    leaveOutUnreadable(m_data, m_fp32.unreadable, m_sink);
    m_result.evaluatedImages = m_data.positions;
    m_result.unreadable = m_data.unreadable;
    m_result.fp32 = reportAccuracy(m_fp32);
    m_result.fp32Correct = m_fp32.correctImages;
    return true;
}

bool Pipeline::computeFullPrecision()
{
    const auto classifierOn = [this](c10::Device device) -> Classifier {
        return [network = m_network.on(device)](const at::Tensor& images) { return forward(network, images); };
    };
    if (!measure(Phase::MeasuringFullPrecision, classifierOn, m_fp32))
        return false;
    if (const std::string failure = m_memory->keep(m_fp32); !failure.empty())
        log("the full-precision accuracy is not remembered: " + failure);
    return true;
}

bool Pipeline::recallFullPrecision(const RememberedAccuracy& known)
{
    startPhase(Phase::MeasuringFullPrecision);
    log("the full-precision accuracy is remembered from " + known.date);
    m_fp32 = known.accuracy;
    m_result.fp32Remembered = known.date;
    m_sink(EvaluationAdvanced { Phase::MeasuringFullPrecision, m_fp32.correct, m_fp32.correctTop5, m_fp32.total,
        std::ssize(m_data.positions) });
    finishPhase();
    return !m_control.stopRequested();
}

bool Pipeline::searchBases()
{
    startPhase(Phase::SearchingBases);
    const auto searcher = makeSearcher(m_device.str(), m_workers, [this](const std::string& text) {
        m_sink(LogLine { LogLevel::Warning, text });
    });
    SearchPhase search(m_settings, m_plans, m_network, *searcher, m_control);
    search.setFolder(m_folder.get());
    search.setListeners(m_sink, *m_layers, m_meter);
    const bool finished = search.run([this](const LayerPlan& plan, const JournalEntry* entry) {
        if (entry)
            finishLayer(plan, *entry);
        else
            leaveLayer(plan);
    });
    if (finished)
        finishPhase();
    return finished;
}

void Pipeline::leaveLayer(const LayerPlan& plan)
{
    m_result.layers.push_back(reportUntouchedLayer(plan));
    m_result.convergence.emplace_back();
    m_sink(LayerFinished { m_result.layers.back() });
}

void Pipeline::finishLayer(const LayerPlan& plan, const JournalEntry& entry)
{
    LayerReport report = reportLayer(plan, weightOf(plan), entry.quantization);
    report.seconds = entry.seconds;
    m_result.layers.push_back(report);
    m_result.convergence.push_back(entry.quantization.convergence);
    m_layers->finish(plan.index, entry.quantization);
    m_model.weights[plan.layer.name] = entry.quantization.weight;
    m_dequantized[plan.layer.name] = dequantize(entry.quantization.weight);
    m_sink(LayerFinished { report });
}

bool Pipeline::calibrate()
{
    startPhase(Phase::Calibrating);
    for (const auto& item : m_network.parameters()) {
        const std::string layer = item.key().substr(0, item.key().rfind('.'));
        const bool packed = m_model.weights.contains(layer) && item.key() == layer + ".weight";
        if (!packed)
            m_model.parameters.insert(item.key(), item.value().clone());
    }
    const auto inputs = planInputs(m_network, m_plans, m_settings.quantizeActivations);
    if ((inputs.empty() && !m_settings.updateBatchNorm) || m_control.stopRequested())
        return !m_control.stopRequested();
    const auto mode = m_settings.updateBatchNorm ? BatchNormMode::Training : BatchNormMode::Evaluation;
    const Network calibrated = elseOnProcessor(m_device, "calibration", m_warn, [&](c10::Device device) {
        const QuantizedNetwork quantized(m_model, device);
        m_model.activations
            = calibrateActivations(quantized.network(), inputs, m_info.name, m_data.calibrationImages, mode);
        return quantized.network().on(c10::kCPU);
    });
    for (auto& item : m_model.parameters)
        item.value() = calibrated.parameters()[item.key()];
    m_meter.advance(Phase::Calibrating, 0.5);
    return !m_control.stopRequested();
}

bool Pipeline::measureOutputErrors()
{
    if (m_data.calibrationImages.defined()) {
        const auto proceed = [this](double share) {
            m_meter.advance(Phase::Calibrating, 0.5 + share / 2);
            return m_control.waitWhilePaused();
        };
        const auto errors = elseOnProcessor(m_device, "the layers' output errors", m_warn, [&](c10::Device device) {
            return outputErrors(m_network.on(device), m_dequantized, m_data.calibrationImages, proceed, m_warn);
        });
        for (LayerReport& report : m_result.layers) {
            const auto error = errors.find(report.name);
            if (error != errors.end())
                report.outputMse = error->second;
            else if (!m_dequantized.contains(report.name)) // left alone; otherwise a script computes with the weight
                report.outputMse = 0;
            m_sink(LayerFinished { report });
        }
    }
    finishPhase();
    return !m_control.stopRequested();
}

bool Pipeline::measureQuantized()
{
    if (!m_data.evaluation)
        return !m_control.stopRequested();
    const auto classifierOn = [this](c10::Device device) -> Classifier {
        const auto quantized = std::make_shared<QuantizedNetwork>(m_model, device);
        return [quantized](const at::Tensor& images) { return quantized->forward(images); };
    };
    Accuracy accuracy;
    if (!measure(Phase::MeasuringAccuracy, classifierOn, accuracy))
        return false;
    if (!accuracy.unreadable.empty()) {
        throw std::runtime_error(m_data.evaluation->imageName(m_data.positions[accuracy.unreadable.front()])
            + " cannot be read any more, expected the images that were measured at full precision");
    }
    m_result.quantized = reportAccuracy(accuracy);
    m_result.quantizedCorrect = accuracy.correctImages;
    m_result.difference = pairedDifference(m_fp32.correctImages, accuracy.correctImages);
    return true;
}

void Pipeline::write()
{
    startPhase(Phase::Writing);
    const SafetensorsFile packed = packModel(m_model);
    m_result.packedBytes = static_cast<int64_t>(safetensorsBytes(packed).size());
    double bits = 0;
    double weights = 0;
    for (const LayerReport& layer : m_result.layers) {
        bits += layer.effectiveBits * static_cast<double>(layer.weights);
        weights += static_cast<double>(layer.weights);
    }
    m_result.effectiveBits = bits / weights;
    if (m_folder)
        m_folder->writeModel(packed);
    finishPhase();
    if (m_folder) {
        m_folder->writeReports(m_result);
        m_folder->finish();
    }
}

} // namespace

RunResult run(const RunSettings& settings, const EventSink& sink, RunControl& control)
{
    checkSettings(settings);
    const DeviceChoice device = explainDevice(settings.device);
    const EventSink sinkWithMemory = withMemoryEvents(device, sink, deviceMemoryInUse);
    return Pipeline(settings, device, sinkWithMemory, control).run();
}

} // namespace latticeq
