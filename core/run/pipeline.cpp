// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/pipeline.h"

#include "core/graph/cost.h"
#include "core/io/packed_checkpoint.h"
#include "core/quantize/weight_quantization.h"
#include "core/run/basis_cost.h"
#include "core/run/describe_model.h"
#include "core/run/open_model.h"
#include "core/run/run_estimate.h"
#include "core/run/search_phase.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <cstdio>
#include <thread>

namespace latticeq {

namespace {

int threadsOf(const RunSettings& settings)
{
    const unsigned available = std::max(1U, std::thread::hardware_concurrency());
    return settings.threads > 0 ? settings.threads : static_cast<int>(available);
}

/** Settings with the bits of a choice for the layers that have none of their own. */
RunSettings withBits(RunSettings settings, const TradeOffPoint& point)
{
    settings.layerBits.insert(point.layerBits.begin(), point.layerBits.end());
    return settings;
}

std::string percentText(double percent)
{
    char text[32];
    std::snprintf(text, sizeof(text), "%.2f %%", percent);
    return text;
}

} // namespace

Pipeline::Pipeline(const RunSettings& settings, const DeviceChoice& choice, const EventSink& sink, RunControl& control)
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

RunResult Pipeline::run()
{
    load();
    try {
        const bool finished
            = measureFullPrecision() && chooseBits() && searchBases() && calibrate() && measureOutputErrors()
            && measureQuantized();
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
    if (choosesBits(m_settings))
        m_bits.emplace(m_settings, m_plans, m_network, m_model, m_data);
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
        if (choosesBits(m_settings))
            throw std::invalid_argument("the layers' outputs in " + opened.info.name + " cannot be seen: "
                + opened.unknown + "; leave --max-bytes, --min-top1 and --max-loss away");
        if (m_settings.dataAware || m_settings.reestimateBatchNorm)
            throw std::invalid_argument("the layers' inputs in " + opened.info.name + " cannot be seen: "
                + opened.unknown + "; leave --data-aware and --bn-reestimate away");
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
    m_layers = std::make_shared<LayerStore>();
    for (const LayerPlan& plan : m_plans)
        m_layers->add(plan, weightOf(plan), m_settings.seed);
    m_sink(LayersOpened { m_layers });
}

bool Pipeline::chooseBits()
{
    if (!m_bits)
        return true;
    startPhase(Phase::ChoosingBits);
    log("how the output suffers from each layer is measured on " + std::to_string(m_bits->images())
        + " calibration images");
    if (!m_settings.dataAware)
        log("weights are rounded without regard to the data; with --data-aware 1 and 2 bits lose far less");
    m_bits->setFolder(m_folder.get());
    m_bits->setListeners(m_sink, m_meter);
    BitsChoice& choice = m_result.bitsChoice.emplace();
    const bool measured = elseOnProcessor(m_device, "the layers' sensitivities", m_warn,
        [&](c10::Device device) { return m_bits->measure(device, m_workers, m_control, choice); });
    if (!measured)
        return false;
    const auto chosen = m_bits->pick(
        accuracyFloor(), [this](const TradeOffPoint& point, double from, double to) { return tryBits(point, from, to); }, choice);
    if (chosen)
        takeBits(*chosen);
    finishPhase();
    return chosen && !m_control.stopRequested();
}

/** The run with these bits, quietly and without a folder. */
std::optional<double> Pipeline::tryBits(const TradeOffPoint& point, double from, double to)
{
    RunSettings settings = withBits(m_settings, point);
    settings.maxLoss = settings.minTop1 = 0;
    settings.outputFolder.clear();
    settings.resume = settings.rememberAccuracy = false;
    log("trying " + std::to_string(point.bytes) + " bytes");
    const EventSink quiet = [&](const RunEvent& event) {
        if (const auto* progress = std::get_if<ProgressMade>(&event))
            m_meter.advance(Phase::ChoosingBits, from + (to - from) * progress->fraction);
    };
    Pipeline attempt(settings, m_choice, quiet, m_control);
    attempt.assumeFullPrecision(m_fp32);
    const RunResult result = attempt.run();
    if (result.stopped)
        return std::nullopt;
    const double top1 = result.quantized->top1;
    log(std::to_string(point.bytes) + " bytes keep " + percentText(top1));
    return top1;
}

/** Percent of the evaluated images that a choice of bits is to keep; 0 where it has another rule. */
double Pipeline::accuracyFloor() const
{
    return m_settings.minTop1 > 0 ? m_settings.minTop1 : m_settings.maxLoss > 0 ? m_fp32.top1() - m_settings.maxLoss : 0;
}

void Pipeline::takeBits(const TradeOffPoint& chosen)
{
    log(choiceSentence(chosen));
    m_plans = planLayers(layerShapes(m_network), withBits(m_settings, chosen), [](const std::string&) {});
    openLayers();
}

bool Pipeline::searchBases()
{
    startPhase(Phase::SearchingBases);
    if (m_settings.refinedSearch && !m_device.is_cpu())
        log("the refined search runs on the processor, the rest on " + m_choice.title);
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

void Pipeline::write()
{
    startPhase(Phase::Writing);
    const SafetensorsFile packed = packModel(m_model);
    m_result.packedBytes = static_cast<int64_t>(safetensorsBytes(packed).size());
    if (m_settings.maxBytes > 0 && m_result.packedBytes > m_settings.maxBytes) {
        m_sink(LogLine { LogLevel::Warning,
            "the file has " + std::to_string(m_result.packedBytes) + " bytes, more than --max-bytes "
                + std::to_string(m_settings.maxBytes) });
    }
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

} // namespace latticeq
