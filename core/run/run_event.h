// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mixed_precision/bits_choice.h"
#include "core/search/convergence_point.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace latticeq {

class RunLayers;

enum class Phase {
    Loading,
    MeasuringFullPrecision,
    ChoosingBits,
    SearchingBases,
    Calibrating,
    MeasuringAccuracy,
    Writing
};

/** All phases in their order. */
inline constexpr Phase kPhases[] = { Phase::Loading, Phase::MeasuringFullPrecision, Phase::ChoosingBits,
    Phase::SearchingBases, Phase::Calibrating, Phase::MeasuringAccuracy, Phase::Writing };

/** "Searching bases": a phase's name for people. */
const char* phaseName(Phase phase);

/** One row of layers.csv. */
struct LayerReport
{
    int index = 0; // in the network's order, from 0
    std::string name;
    std::string type; // "conv" or "linear"
    std::vector<int64_t> shape;
    int bitsWeight = 32;
    int bitsActivation = 32;
    int group = 1;
    bool perLayer = false;
    int bitsBasis = 32;
    double effectiveBits = 32; // per weight, bases and scales included
    double mce = 0; // cubic error per weight, of the normalised weights
    double mse = 0; // of the weights as exported
    double sqnrDb = 0; // infinite where nothing was lost
    double scalarMce = 0; // the same search with single weights instead of vectors
    std::optional<double> outputMse; // of the layer's output; nothing without calibration data
    double seconds = 0;
    int64_t weights = 0;
    int64_t candidates = 0; // tried by each chain
};

struct PhaseStarted
{
    Phase phase = Phase::Loading;
};
struct LayerStarted
{
    int index = 0;
    int count = 0;
    std::string name;
};
struct ConvergenceReached
{
    int layer = 0;
    std::vector<ConvergencePoint> points;
};
/** Sent when a layer's search ends, and again when its output error is known. */
struct LayerFinished
{
    LayerReport report;
};
struct EvaluationAdvanced
{
    Phase phase = Phase::MeasuringAccuracy;
    int64_t correct = 0;
    int64_t correctTop5 = 0;
    int64_t seen = 0;
    int64_t total = 0;
};
/** Sent for each layer while bits are chosen. */
struct SensitivityMeasured
{
    LayerSensitivity sensitivity;
};
/** Sent when bits are chosen, and before that whenever a choice was tried on the whole network. */
struct BitsChosen
{
    std::vector<TradeOffPoint> curve;
    std::optional<TradeOffPoint> chosen;
};
/** Sent when the network is loaded, and again once bits are chosen: what can be looked at, as long as it is held. */
struct LayersOpened
{
    std::shared_ptr<const RunLayers> layers;
};
enum class LogLevel { Info, Warning };
struct LogLine
{
    LogLevel level = LogLevel::Info;
    std::string text;
};
struct ProgressMade
{
    double fraction = 0; // of the run's expected cost
    double elapsedSeconds = 0; // pauses left out
    std::optional<double> remainingSeconds; // nothing while it cannot be told yet
};
/** Sent about once a second by a run on a card. */
struct DeviceMemory
{
    std::string device; // "cuda:0 NVIDIA H100"
    int64_t usedBytes = 0; // by this process
    int64_t totalBytes = 0;
};

using RunEvent = std::variant<PhaseStarted, LayersOpened, LayerStarted, ConvergenceReached, LayerFinished,
    SensitivityMeasured, BitsChosen, EvaluationAdvanced, LogLine, ProgressMade, DeviceMemory>;

/** Called on the run's thread. */
using EventSink = std::function<void(const RunEvent&)>;

} // namespace latticeq
