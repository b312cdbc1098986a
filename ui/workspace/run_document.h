// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/model_description.h"
#include "core/run/run_layers.h"
#include "ui/workspace/accuracy_curve.h"
#include "ui/workspace/layer_state.h"

#include <QDateTime>
#include <QObject>

#include <memory>

namespace latticeq::ui {

/**
 * All that is known of one run, as plain values: made from settings before it, fed by events while it goes on, or
 * filled from a run folder. Views draw it and follow its signals; they never change it.
 */
class RunDocument : public QObject
{
    Q_OBJECT
public:
    enum class State { Planned, Running, Paused, Stopped, Failed, Finished };

    explicit RunDocument(const RunSettings& settings, QObject* parent = nullptr);

    /** Identifies the run in the database and in views; empty for one that was never started. */
    QString id;
    QString name; // as the user calls it, else settings' title such as "W4A8B8"
    QString place; // among runs that differ in their seed alone, such as "seed 2 of 5"; else empty
    QDateTime started;
    int colorSlot = 0; // Theme::runStyle()

    State state() const { return m_state; }
    bool isActive() const { return m_state == State::Running || m_state == State::Paused; }
    const RunSettings& settings() const { return m_settings; }
    const QString& modelTitle() const { return m_modelTitle; }
    const std::vector<LayerState>& layers() const { return m_layers; }
    int indexOf(const QString& layer) const; // -1 where there is no such layer
    const LayerState* find(const QString& layer) const;
    int searchedLayer() const { return m_searchedLayer; } // index of the one being searched, -1
    int finishedLayers() const;
    /** Whether it did something, stopped or failed, that a resumed run takes from its folder. */
    bool isResumable() const { return finishedLayers() > 0 || (m_bitsChoice && !m_bitsChoice->sensitivities.empty()); }
    Phase phase() const { return m_phase; }
    const ProgressMade& progress() const { return m_progress; }
    /** The card's memory when it was last told; nothing for a run on the processor. */
    const std::optional<DeviceMemory>& deviceMemory() const { return m_deviceMemory; }
    const AccuracyCurve& fullPrecision() const { return m_fp32; }
    const AccuracyCurve& quantized() const { return m_quantized; }
    const std::vector<LogLine>& log() const { return m_log; }
    const std::vector<QTime>& logTimes() const { return m_logTimes; } // when each line came
    /** Why the layers have their bits, as far as it is known; null for a run that does not choose them. */
    const BitsChoice* bitsChoice() const { return m_bitsChoice ? &*m_bitsChoice : nullptr; }
    const std::optional<RunResult>& result() const { return m_result; } // of a run that ended or was opened
    const QString& failure() const { return m_failure; } // one sentence
    /** Lattices and distributions, asked from a worker thread; null before the network is loaded. */
    const std::shared_ptr<const RunLayers>& lattices() const { return m_lattices; }

    /** Fills in the layers of the settings' network as planned; what is finished stays. */
    void plan(const ModelDescription& model);
    /** Takes events in their order and tells each kind of change once. */
    void apply(const std::vector<RunEvent>& events);
    void setState(State state);
    void finish(const RunResult& result);
    void fail(const QString& sentence);
    /** Shows a result read from a run folder or a packed checkpoint. */
    void open(const RunResult& result);
    void setLattices(std::shared_ptr<const RunLayers> lattices);

    /** The finished, searched layer with the largest cubic error per weight; empty while there is none. */
    QString worstLayer() const;
    /** Mean over the weights of the searched layers of cubic error; nothing before one is finished. */
    std::optional<double> meanCubicError() const;

signals:
    void stateChanged();
    void layersChanged(int first, int last); // rows of layers()
    void layersReset(); // another list of layers
    void convergenceChanged(int layer);
    void accuracyChanged();
    void bitsChanged(); // bitsChoice()
    void progressChanged();
    void deviceMemoryChanged();
    void phaseChanged();
    void logged(int first); // log() from this line on is new
    void latticesChanged();

private:
    struct Changes;
    void take(const PhaseStarted& event, Changes& changes);
    void take(const LayersOpened& event, Changes& changes);
    void take(const SensitivityMeasured& event, Changes& changes);
    void take(const BitsChosen& event, Changes& changes);
    void take(const LayerStarted& event, Changes& changes);
    void take(const ConvergenceReached& event, Changes& changes);
    void take(const LayerFinished& event, Changes& changes);
    void take(const EvaluationAdvanced& event, Changes& changes);
    void take(const LogLine& event, Changes& changes);
    void take(const ProgressMade& event, Changes& changes);
    void take(const DeviceMemory& event, Changes& changes);
    LayerState& layerAt(int index, Changes& changes);
    void fillLayers(const RunResult& result);
    void tellLayersTheirBits(); // what the choice says of each
    void endSearch(); // a layer whose search was cut off counts as planned again

    RunSettings m_settings;
    QString m_modelTitle;
    State m_state = State::Planned;
    std::vector<LayerState> m_layers;
    int m_searchedLayer = -1;
    Phase m_phase = Phase::Loading;
    ProgressMade m_progress;
    std::optional<DeviceMemory> m_deviceMemory;
    AccuracyCurve m_fp32;
    AccuracyCurve m_quantized;
    std::optional<BitsChoice> m_bitsChoice;
    std::vector<LogLine> m_log;
    std::vector<QTime> m_logTimes;
    std::optional<RunResult> m_result;
    QString m_failure;
    std::shared_ptr<const RunLayers> m_lattices;
};

} // namespace latticeq::ui
