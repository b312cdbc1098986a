// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/sample_runs.h"

#include "core/run/presets.h"
#include "core/run/run_estimate.h"

#include <cmath>
#include <random>

namespace latticeq::ui::test {

namespace {

constexpr int kRestarts = 3;
constexpr int kPointsPerLayer = 12;
constexpr int64_t kImages = 1000;

std::vector<ConvergencePoint> pointsAt(const LayerPlan& plan, int step, double finalMce)
{
    const auto weights = static_cast<double>(plan.weights());
    const int64_t candidates = int64_t(1) << step;
    std::vector<ConvergencePoint> points;
    for (int restart = 0; restart < kRestarts; ++restart) {
        points.push_back(
            { restart, candidates, weights * finalMce * (1.1 + 0.1 * restart + 4.0 * std::exp2(-step * 0.7)) });
    }
    points.push_back({ -1, candidates, weights * finalMce * (1.0 + 4.0 * std::exp2(-step * 0.7)) });
    return points;
}

LayerReport reportOf(const LayerPlan& plan, double mce)
{
    LayerReport report = plannedReport(plan);
    report.mce = mce;
    report.scalarMce = plan.n == 1 ? mce : mce * 2.5;
    report.mse = std::pow(mce, 2.0 / 3.0);
    report.sqnrDb = 10 * std::log10(0.02 / report.mse);
    report.outputMse = report.mse * 0.3;
    report.seconds = 0.5;
    report.candidates = int64_t(1) << kPointsPerLayer;
    return report;
}

double mceOf(const LayerPlan& plan, std::mt19937_64& random)
{
    const double share = std::generate_canonical<double, 32>(random);
    return plan.bits == 8 ? 2e-9 * (1 + share) : 3e-6 * (0.5 + 2 * share);
}

AccuracyReport accuracyOf(const std::vector<bool>& correct)
{
    AccuracyReport report;
    report.total = static_cast<int64_t>(correct.size());
    report.correct = std::count(correct.begin(), correct.end(), true);
    report.top1 = 100.0 * static_cast<double>(report.correct) / static_cast<double>(report.total);
    report.top5 = 99.9;
    report.interval = wilsonInterval(report.correct, report.total);
    return report;
}

std::vector<bool> correctImages(uint64_t seed)
{
    std::mt19937_64 random(seed);
    std::vector<bool> correct(kImages);
    for (auto&& image : correct)
        image = random() % 100 < 93;
    return correct;
}

void addEvaluation(std::vector<RunEvent>& events, Phase phase, const std::vector<bool>& correct)
{
    events.emplace_back(PhaseStarted { phase });
    int64_t count = 0;
    for (int64_t i = 0; i < kImages; ++i) {
        count += correct[static_cast<size_t>(i)] ? 1 : 0;
        if ((i + 1) % 100 == 0)
            events.emplace_back(EvaluationAdvanced { phase, count, i, i + 1, kImages });
    }
}

} // namespace

ModelDescription sampleModel(int layers)
{
    ModelDescription model;
    model.name = "resnet20-fashion-mnist";
    model.title = "ResNet-20 (Fashion-MNIST)";
    for (int i = 0; i < layers; ++i) {
        LayerShape layer;
        if (i == 0)
            layer = { "conv1", false, { 16, 1, 3, 3 } };
        else if (i == layers - 1)
            layer = { "fc", true, { 10, 64 } };
        else
            layer = { "layer" + std::to_string(1 + (i - 1) / 4) + "." + std::to_string((i - 1) / 2 % 2) + ".conv"
                    + std::to_string(1 + (i - 1) % 2),
                false, { 16, 16, 3, 3 } };
        int64_t size = 4;
        for (const int64_t s : layer.shape)
            size *= s;
        model.parameterBytes += size;
        model.tensors.push_back(layer.name + ".weight");
        model.layers.push_back(layer);
    }
    model.multiplyAdds = 40'000'000;
    model.inputs = layers;
    return model;
}

RunSettings sampleSettings(uint64_t seed)
{
    RunSettings settings = findPreset("demo").settings;
    settings.seed = seed;
    settings.restarts = kRestarts;
    return settings;
}

std::vector<RunEvent> sampleEvents(int layers, uint64_t seed)
{
    std::mt19937_64 random(seed);
    const std::vector<LayerPlan> plans
        = planLayers(sampleModel(layers).layers, sampleSettings(seed), [](const std::string&) {});
    std::vector<RunEvent> events { PhaseStarted { Phase::Loading }, LogLine { LogLevel::Info, "sample data" } };
    addEvaluation(events, Phase::MeasuringFullPrecision, correctImages(1000));
    events.emplace_back(PhaseStarted { Phase::SearchingBases });
    for (const LayerPlan& plan : plans) {
        const double mce = mceOf(plan, random);
        events.emplace_back(LayerStarted { plan.index, layers, plan.layer.name });
        for (int step = 0; step <= kPointsPerLayer; ++step)
            events.emplace_back(ConvergenceReached { plan.index, pointsAt(plan, step, mce) });
        events.emplace_back(LayerFinished { reportOf(plan, mce) });
        events.emplace_back(ProgressMade { 0.3 + 0.4 * plan.index / layers, 1.0 * plan.index, 20.0 - plan.index });
    }
    addEvaluation(events, Phase::MeasuringAccuracy, correctImages(seed));
    events.emplace_back(PhaseStarted { Phase::Writing });
    events.emplace_back(LogLine { LogLevel::Warning, "this is a sample" });
    return events;
}

RunResult sampleResult(int layers, uint64_t seed)
{
    RunResult result;
    result.settings = sampleSettings(seed);
    for (const RunEvent& event : sampleEvents(layers, seed)) {
        if (const auto* finished = std::get_if<LayerFinished>(&event))
            result.layers.push_back(finished->report);
        result.convergence.resize(static_cast<size_t>(layers));
        if (const auto* reached = std::get_if<ConvergenceReached>(&event)) {
            auto& all = result.convergence[static_cast<size_t>(reached->layer)];
            all.insert(all.end(), reached->points.begin(), reached->points.end());
        }
    }
    result.fp32Correct = correctImages(1000);
    result.quantizedCorrect = correctImages(seed);
    for (int64_t i = 0; i < kImages; ++i)
        result.evaluatedImages.push_back(i);
    result.fp32 = accuracyOf(result.fp32Correct);
    result.quantized = accuracyOf(result.quantizedCorrect);
    result.difference = pairedDifference(result.fp32Correct, result.quantizedCorrect);
    result.fp32Bytes = sampleModel(layers).parameterBytes;
    result.packedBytes = result.fp32Bytes / 7;
    double bits = 0;
    double weights = 0;
    for (const LayerReport& layer : result.layers) {
        bits += layer.effectiveBits * static_cast<double>(layer.weights);
        weights += static_cast<double>(layer.weights);
    }
    result.effectiveBits = bits / weights;
    result.device = "cpu";
    result.seconds = { { "Searching bases", 10.0 }, { "Measuring accuracy", 4.0 } };
    return result;
}

RunDocumentPtr sampleRun(const QString& id, int layers, uint64_t seed)
{
    auto run = std::make_shared<RunDocument>(sampleSettings(seed));
    run->id = id;
    run->name = QStringLiteral("Run %1").arg(id);
    run->started = QDateTime(QDate(2026, 11, 24), QTime(12, 0), Qt::UTC);
    run->plan(sampleModel(layers));
    run->setState(RunDocument::State::Running);
    run->apply(sampleEvents(layers, seed));
    run->finish(sampleResult(layers, seed));
    return run;
}

} // namespace latticeq::ui::test
