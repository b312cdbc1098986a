// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/run_document.h"

#include "core/graph/model_catalog.h"
#include "core/run/run_estimate.h"

#include <QSet>

#include <algorithm>

namespace latticeq::ui {

/** What a batch of events changed, told once at its end. */
struct RunDocument::Changes
{
    int firstLayer = -1;
    int lastLayer = -1;
    QSet<int> convergence;
    bool reset = false;
    bool accuracy = false;
    bool bits = false;
    bool progress = false;
    bool deviceMemory = false;
    bool phase = false;
    bool lattices = false;
    int firstLogLine = -1;

    void layer(int index)
    {
        firstLayer = firstLayer < 0 ? index : std::min(firstLayer, index);
        lastLayer = std::max(lastLayer, index);
    }
};

RunDocument::RunDocument(const RunSettings& settings, QObject* parent)
    : QObject(parent)
    , name(QString::fromStdString(settingsTitle(settings)))
    , m_settings(settings)
    , m_modelTitle(QString::fromStdString(latticeq::modelTitle(settings.model)))
{
}

int RunDocument::indexOf(const QString& layer) const
{
    const auto found
        = std::find_if(m_layers.begin(), m_layers.end(), [&](const LayerState& l) { return l.name() == layer; });
    return found == m_layers.end() ? -1 : static_cast<int>(found - m_layers.begin());
}

const LayerState* RunDocument::find(const QString& layer) const
{
    const int index = indexOf(layer);
    return index < 0 ? nullptr : &m_layers[static_cast<size_t>(index)];
}

int RunDocument::finishedLayers() const
{
    return static_cast<int>(std::count_if(m_layers.begin(), m_layers.end(),
        [](const LayerState& layer) { return layer.status == LayerState::Status::Finished; }));
}

void RunDocument::plan(const ModelDescription& model)
{
    m_modelTitle = QString::fromStdString(model.title);
    const std::vector<LayerPlan> plans = planLayers(model.layers, m_settings, [](const std::string&) {});
    m_layers.resize(plans.size());
    for (size_t i = 0; i < plans.size(); ++i) {
        if (m_layers[i].status != LayerState::Status::Finished)
            m_layers[i].report = plannedReport(plans[i]);
    }
    tellLayersTheirBits();
    markKinds(m_layers);
    emit layersReset();
}

LayerState& RunDocument::layerAt(int index, Changes& changes)
{
    if (index >= static_cast<int>(m_layers.size())) {
        m_layers.resize(static_cast<size_t>(index) + 1);
        changes.reset = true;
    }
    return m_layers[static_cast<size_t>(index)];
}

void RunDocument::take(const PhaseStarted& event, Changes& changes)
{
    m_phase = event.phase;
    if (event.phase != Phase::SearchingBases)
        m_searchedLayer = -1;
    changes.phase = true;
}

void RunDocument::take(const LayersOpened& event, Changes& changes)
{
    m_lattices = event.layers;
    changes.lattices = true;
}

void RunDocument::take(const SensitivityMeasured& event, Changes& changes)
{
    if (!m_bitsChoice)
        m_bitsChoice.emplace();
    std::erase_if(m_bitsChoice->sensitivities, // measured anew where a card's memory did not suffice
        [&](const LayerSensitivity& known) { return known.layer == event.sensitivity.layer; });
    m_bitsChoice->sensitivities.push_back(event.sensitivity);
    changes.bits = true;
}

void RunDocument::take(const BitsChosen& event, Changes& changes)
{
    if (!m_bitsChoice)
        m_bitsChoice.emplace();
    m_bitsChoice->curve = event.curve;
    m_bitsChoice->chosen = event.chosen.value_or(TradeOffPoint());
    changes.bits = true;
}

void RunDocument::tellLayersTheirBits()
{
    if (!m_bitsChoice || m_bitsChoice->chosen.bytes == 0)
        return;
    for (LayerState& layer : m_layers) {
        const auto& bits = m_bitsChoice->chosen.layerBits;
        const auto chosen = bits.find(layer.report.name);
        if (chosen != bits.end() && layer.status != LayerState::Status::Finished) {
            layer.report.effectiveBits += chosen->second - layer.report.bitsWeight;
            layer.report.bitsWeight = chosen->second;
        }
        for (const LayerSensitivity& sensitivity : m_bitsChoice->sensitivities) {
            if (sensitivity.layer == layer.report.name)
                layer.alone = optionOf(sensitivity, layer.report.bitsWeight);
        }
    }
}

void RunDocument::take(const LayerStarted& event, Changes& changes)
{
    changes.reset = changes.reset || event.count != static_cast<int>(m_layers.size());
    m_layers.resize(static_cast<size_t>(event.count));
    LayerState& layer = layerAt(event.index, changes);
    layer.report.name = event.name;
    layer.report.index = event.index;
    layer.status = LayerState::Status::Searching;
    layer.convergence.clear();
    m_searchedLayer = event.index;
    changes.layer(event.index);
    changes.phase = true;
}

void RunDocument::take(const ConvergenceReached& event, Changes& changes)
{
    LayerState& layer = layerAt(event.layer, changes);
    layer.convergence.insert(layer.convergence.end(), event.points.begin(), event.points.end());
    changes.layer(event.layer);
    changes.convergence.insert(event.layer);
}

void RunDocument::take(const LayerFinished& event, Changes& changes)
{
    LayerState& layer = layerAt(event.report.index, changes);
    layer.report = event.report;
    layer.status = LayerState::Status::Finished;
    if (m_searchedLayer == event.report.index)
        m_searchedLayer = -1;
    changes.layer(event.report.index);
    changes.convergence.insert(event.report.index);
}

void RunDocument::take(const EvaluationAdvanced& event, Changes& changes)
{
    (event.phase == Phase::MeasuringFullPrecision ? m_fp32 : m_quantized).points.push_back(event);
    changes.accuracy = true;
}

void RunDocument::take(const LogLine& event, Changes& changes)
{
    if (changes.firstLogLine < 0)
        changes.firstLogLine = static_cast<int>(m_log.size());
    m_log.push_back(event);
    m_logTimes.push_back(QTime::currentTime());
}

void RunDocument::take(const ProgressMade& event, Changes& changes)
{
    m_progress = event;
    changes.progress = true;
}

void RunDocument::take(const DeviceMemory& event, Changes& changes)
{
    m_deviceMemory = event;
    changes.deviceMemory = true;
}

void RunDocument::apply(const std::vector<RunEvent>& events)
{
    Changes changes;
    for (const RunEvent& event : events)
        std::visit([&](const auto& e) { take(e, changes); }, event);
    if (changes.bits && !m_layers.empty()) {
        tellLayersTheirBits();
        changes.layer(0);
        changes.layer(static_cast<int>(m_layers.size()) - 1);
    }
    if (changes.reset || changes.firstLayer >= 0)
        markKinds(m_layers); // reports tell the kinds of layers that no plan told
    if (changes.reset) {
        emit layersReset();
    } else if (changes.firstLayer >= 0) {
        emit layersChanged(changes.firstLayer, changes.lastLayer);
    }
    if (changes.lattices)
        emit latticesChanged();
    for (const int layer : changes.convergence)
        emit convergenceChanged(layer);
    if (changes.accuracy)
        emit accuracyChanged();
    if (changes.bits)
        emit bitsChanged();
    if (changes.phase)
        emit phaseChanged();
    if (changes.progress)
        emit progressChanged();
    if (changes.deviceMemory)
        emit deviceMemoryChanged();
    if (changes.firstLogLine >= 0)
        emit logged(changes.firstLogLine);
}

void RunDocument::setState(State state)
{
    if (state == m_state)
        return;
    m_state = state;
    emit stateChanged();
}

void RunDocument::fillLayers(const RunResult& result)
{
    m_layers.resize(std::max(m_layers.size(), result.layers.size()));
    for (size_t i = 0; i < result.layers.size(); ++i) {
        LayerState& layer = m_layers[i];
        layer.report = result.layers[i];
        layer.status = LayerState::Status::Finished;
        if (i < result.convergence.size())
            layer.convergence = result.convergence[i];
    }
    m_bitsChoice = result.bitsChoice;
    tellLayersTheirBits();
}

void RunDocument::endSearch()
{
    m_searchedLayer = -1;
    for (LayerState& layer : m_layers) {
        if (layer.status == LayerState::Status::Searching)
            layer.status = LayerState::Status::Planned;
    }
}

void RunDocument::finish(const RunResult& result)
{
    m_result = result;
    m_settings = result.settings;
    const size_t layersBefore = m_layers.size();
    fillLayers(result);
    markKinds(m_layers);
    m_fp32.report = result.fp32;
    m_quantized.report = result.quantized;
    endSearch();
    if (m_layers.size() != layersBefore)
        emit layersReset();
    else if (!m_layers.empty())
        emit layersChanged(0, static_cast<int>(m_layers.size()) - 1);
    emit accuracyChanged();
    if (m_bitsChoice)
        emit bitsChanged();
    setState(result.stopped ? State::Stopped : State::Finished);
}

void RunDocument::fail(const QString& sentence)
{
    m_failure = sentence;
    endSearch();
    if (!m_layers.empty())
        emit layersChanged(0, static_cast<int>(m_layers.size()) - 1);
    setState(State::Failed);
}

void RunDocument::open(const RunResult& result)
{
    m_layers.clear();
    fillLayers(result);
    markKinds(m_layers);
    m_fp32.points = runningCounts(result.fp32Correct, Phase::MeasuringFullPrecision);
    m_quantized.points = runningCounts(result.quantizedCorrect, Phase::MeasuringAccuracy);
    m_modelTitle = QString::fromStdString(latticeq::modelTitle(result.settings.model));
    emit layersReset();
    finish(result);
    for (int layer = 0; layer < static_cast<int>(m_layers.size()); ++layer)
        emit convergenceChanged(layer);
}

void RunDocument::setLattices(std::shared_ptr<const RunLayers> lattices)
{
    m_lattices = std::move(lattices);
    emit latticesChanged();
}

QString RunDocument::worstLayer() const
{
    const LayerState* worst = nullptr;
    for (const LayerState& layer : m_layers) {
        const bool counts = layer.searched && layer.status == LayerState::Status::Finished;
        if (counts && (!worst || layer.report.mce > worst->report.mce))
            worst = &layer;
    }
    return worst ? worst->name() : QString();
}

std::optional<double> RunDocument::meanCubicError() const
{
    double error = 0;
    double weights = 0;
    for (const LayerState& layer : m_layers) {
        if (!layer.searched || layer.status != LayerState::Status::Finished)
            continue;
        error += layer.report.mce * static_cast<double>(layer.report.weights);
        weights += static_cast<double>(layer.report.weights);
    }
    return weights > 0 ? std::optional(error / weights) : std::nullopt;
}

} // namespace latticeq::ui
