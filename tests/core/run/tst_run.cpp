// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/run.h"
#include "core/io/atomic_file.h"
#include "tests/support/sample_files.h"
#include "tests/support/temporary_folder.h"

#include <QtTest/QtTest>

#include <thread>

using namespace latticeq;

namespace {

RunResult go(const RunSettings& settings, const EventSink& sink = [](const RunEvent&) {})
{
    RunControl control;
    return run(settings, sink, control);
}

QStringList entriesOf(const std::filesystem::path& folder)
{
    return QDir(QString::fromStdString(folder.string())).entryList(QDir::AllEntries | QDir::NoDotAndDotDot, QDir::Name);
}

} // namespace

class RunTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRunTellsWhatItDoesAndWritesItsFolder();
    void equalSeedsGiveEqualFilesForAnyThreads_data();
    void equalSeedsGiveEqualFilesForAnyThreads();
    void aStoppedRunGoesOnWhereItStopped();
    void aRunStoppedWhileItRoundsGoesOnThere();
    void stoppingTakesLessThanASecond_data();
    void stoppingTakesLessThanASecond();
    void nothingStaysOfARunThatFinishedNoLayer();
    void aPausedRunGoesOn();
    void layersThatAreLeftAloneKeepTheirWeights();
};

void RunTest::aRunTellsWhatItDoesAndWritesItsFolder()
{
    const test::TemporaryFolder folder;
    std::vector<Phase> phases;
    std::set<int> layers;
    double fraction = 0;
    const RunSettings settings = test::quickSettings(folder.path("run"));
    const RunResult result = go(settings, [&](const RunEvent& event) {
        if (const auto* phase = std::get_if<PhaseStarted>(&event))
            phases.push_back(phase->phase);
        if (const auto* layer = std::get_if<LayerFinished>(&event))
            layers.insert(layer->report.index);
        if (const auto* progress = std::get_if<ProgressMade>(&event)) {
            QVERIFY(progress->fraction >= fraction);
            fraction = progress->fraction;
        }
    });
    QVERIFY(!result.stopped);
    QCOMPARE(phases, (std::vector<Phase> { Phase::Loading, Phase::MeasuringFullPrecision, Phase::SearchingBases, Phase::Calibrating, Phase::MeasuringAccuracy, Phase::Writing }));
    QCOMPARE(layers.size(), size_t(22));
    QCOMPARE(fraction, 1.0);
    QCOMPARE(result.fp32->total, 200);
    QVERIFY(result.quantized && result.difference);
    QCOMPARE(result.evaluatedImages.size(), size_t(200));
    QCOMPARE(std::count(result.fp32Correct.begin(), result.fp32Correct.end(), true), result.fp32->correct);
    QCOMPARE(std::count(result.quantizedCorrect.begin(), result.quantizedCorrect.end(), true), result.quantized->correct);
    QVERIFY(result.effectiveBits > 4 && result.effectiveBits < 5);
    QCOMPARE(result.packedBytes, static_cast<int64_t>(std::filesystem::file_size(folder.path("run/quantized.safetensors"))));
    QCOMPARE(entriesOf(folder.path("run")), (QStringList { "convergence.csv", "images.csv", "layers.csv", "quantized.safetensors", "settings.json", "summary.json" }));
}

void RunTest::equalSeedsGiveEqualFilesForAnyThreads_data()
{
    QTest::addColumn<bool>("perLayer");
    QTest::addColumn<bool>("allocate");
    QTest::newRow("per channel") << false << false;
    QTest::newRow("per layer") << true << false;
    QTest::newRow("allocated bits, thresholds per channel") << false << true;
}

void RunTest::equalSeedsGiveEqualFilesForAnyThreads()
{
    QFETCH(bool, perLayer);
    QFETCH(bool, allocate);
    const test::TemporaryFolder folder;
    std::set<std::string> files;
    for (const int threads : { 1, 2, 3, 2 }) {
        RunSettings settings = test::quickSettings(folder.path("run"));
        settings.threads = threads;
        settings.perLayer = perLayer;
        settings.allocateWeightBits = settings.allocateActivationBits = settings.activationsPerChannel = allocate;
        settings.overwrite = true;
        go(settings);
        files.insert(readFile(folder.path("run/quantized.safetensors")));
    }
    QCOMPARE(files.size(), size_t(1));
    RunSettings other = test::quickSettings(folder.path("other"));
    other.seed = 2;
    go(other);
    QVERIFY(!files.contains(readFile(folder.path("other/quantized.safetensors"))));
}

void RunTest::aStoppedRunGoesOnWhereItStopped()
{
    const test::TemporaryFolder folder;
    go(test::quickSettings(folder.path("whole")));
    RunSettings settings = test::quickSettings(folder.path("parts"));
    RunControl control;
    const RunResult stopped = run(settings, [&](const RunEvent& event) {
        if (const auto* layer = std::get_if<LayerFinished>(&event); layer && layer->report.index == 9)
            control.requestStop();
    }, control);
    QVERIFY(stopped.stopped);
    QCOMPARE(stopped.layers.size(), size_t(10));
    QVERIFY(!std::filesystem::exists(folder.path("parts/summary.json")));
    settings.resume = true;
    std::vector<int> searched;
    go(settings, [&](const RunEvent& event) {
        if (const auto* convergence = std::get_if<ConvergenceReached>(&event))
            searched.push_back(convergence->layer);
    });
    QVERIFY(*std::min_element(searched.begin(), searched.end()) == 10);
    QCOMPARE(readFile(folder.path("parts/quantized.safetensors")), readFile(folder.path("whole/quantized.safetensors")));
    QVERIFY(!std::filesystem::exists(folder.path("parts/latticeq-journal")));
}

void RunTest::aRunStoppedWhileItRoundsGoesOnThere()
{
    const test::TemporaryFolder folder;
    const auto dataAware = [&](const char* name) {
        RunSettings settings = test::quickSettings(folder.path(name));
        settings.weightBits = 2;
        settings.dataAware = true;
        settings.leastSquaresAlpha = true;
        settings.reestimateBatchNorm = true;
        return settings;
    };
    const RunResult whole = go(dataAware("whole"));
    double error = 0;
    for (const LayerReport& layer : whole.layers)
        error += *layer.outputMse;
    RunSettings settings = dataAware("parts");
    RunControl control;
    bool isCalibrating = false;
    QVERIFY(run(settings, [&](const RunEvent& event) {
        if (const auto* started = std::get_if<PhaseStarted>(&event))
            isCalibrating = started->phase == Phase::Calibrating;
        const auto* layer = std::get_if<LayerFinished>(&event);
        if (isCalibrating && layer && layer->report.index == 9)
            control.requestStop();
    }, control).stopped);
    settings.resume = true;
    settings.threads = 1;
    go(settings, [&](const RunEvent& event) {
        QVERIFY(!std::holds_alternative<ConvergenceReached>(event));
    });
    QCOMPARE(readFile(folder.path("parts/quantized.safetensors")), readFile(folder.path("whole/quantized.safetensors")));
    QVERIFY(!std::filesystem::exists(folder.path("parts/latticeq-journal")));
    settings = dataAware("undone");
    settings.dataAware = false;
    double before = 0;
    for (const LayerReport& layer : go(settings).layers)
        before += *layer.outputMse;
    QVERIFY2(error < 0.5 * before, qPrintable(QString("%1 against %2").arg(error).arg(before)));
}

void RunTest::stoppingTakesLessThanASecond_data()
{
    QTest::addColumn<int>("phase");
    QTest::newRow("while full precision is measured") << int(Phase::MeasuringFullPrecision);
    QTest::newRow("while bases are searched") << int(Phase::SearchingBases);
    QTest::newRow("while accuracy is measured") << int(Phase::MeasuringAccuracy);
}

void RunTest::stoppingTakesLessThanASecond()
{
    QFETCH(int, phase);
    const test::TemporaryFolder folder;
    RunSettings settings = test::quickSettings(folder.path("run"));
    settings.evaluationImages = phase == int(Phase::SearchingBases) ? 100 : 0;
    settings.steps = phase == int(Phase::SearchingBases) ? 1'000'000 : 1;
    RunControl control;
    bool asked = false;
    const RunResult result = run(settings, [&](const RunEvent& event) {
        if (const auto* started = std::get_if<PhaseStarted>(&event))
            asked = int(started->phase) == phase;
        const bool convergence = std::holds_alternative<ConvergenceReached>(event);
        const bool evaluation = std::holds_alternative<EvaluationAdvanced>(event);
        if (asked && (convergence || evaluation))
            control.requestStop();
    }, control);
    QVERIFY(result.stopped);
}

void RunTest::nothingStaysOfARunThatFinishedNoLayer()
{
    const test::TemporaryFolder folder;
    RunControl control;
    control.requestStop();
    QVERIFY(run(test::quickSettings(folder.path("run")), [](const RunEvent&) {}, control).stopped);
    RunSettings broken = test::quickSettings(folder.path("run"));
    broken.weights = folder.path("missing.pth").string();
    QVERIFY_EXCEPTION_THROWN(go(broken), std::invalid_argument);
    QCOMPARE(folder.entries(), QStringList {});
}

void RunTest::aPausedRunGoesOn()
{
    const test::TemporaryFolder folder;
    RunControl control;
    std::jthread resumer;
    const RunResult result = run(test::quickSettings(folder.path("run")), [&](const RunEvent& event) {
        if (const auto* layer = std::get_if<LayerStarted>(&event); layer && layer->index == 5) {
            control.pause();
            resumer = std::jthread([&] { control.resume(); });
        }
    }, control);
    QVERIFY(!result.stopped);
    QCOMPARE(result.layers.size(), size_t(22));
}

void RunTest::layersThatAreLeftAloneKeepTheirWeights()
{
    const test::TemporaryFolder folder;
    RunSettings settings = test::quickSettings(folder.path("run"));
    settings.layerBits = { { "conv1", 32 }, { "layer2.0.conv1", 32 }, { "layer2.0.conv2", 2 } };
    const RunResult result = go(settings);
    QCOMPARE(result.layers[0].effectiveBits, 32.0);
    QCOMPARE(result.layers[0].mce, 0.0);
    QCOMPARE(result.layers[8].bitsWeight, 2);
}

QTEST_GUILESS_MAIN(RunTest)
#include "tst_run.moc"
