// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/run.h"
#include "core/io/atomic_file.h"
#include "core/io/run_reader.h"
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
    void aSizeLimitIsKept();
    void aRunStoppedWhileItChoosesBitsGoesOnThere();
    void theSmallestFileThatKeepsAnAccuracyIsTaken();
    void anImpossibleLimitIsRefusedAtOnce();
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
    QTest::newRow("while bits are chosen") << int(Phase::ChoosingBits);
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
    settings.maxBytes = phase == int(Phase::ChoosingBits) ? 120'000 : 0;
    RunControl control;
    bool asked = false;
    const RunResult result = run(settings, [&](const RunEvent& event) {
        if (const auto* started = std::get_if<PhaseStarted>(&event))
            asked = int(started->phase) == phase;
        const bool convergence = std::holds_alternative<ConvergenceReached>(event);
        const bool evaluation = std::holds_alternative<EvaluationAdvanced>(event);
        const bool measured = std::holds_alternative<SensitivityMeasured>(event);
        if (asked && (convergence || evaluation || measured))
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

void RunTest::aSizeLimitIsKept()
{
    const test::TemporaryFolder folder;
    RunSettings settings = test::quickSettings(folder.path("run"));
    settings.maxBytes = 120'000;
    settings.layerBits["layer1.0.conv1"] = 5;
    std::vector<Phase> phases;
    std::vector<std::string> measured;
    const RunResult result = go(settings, [&](const RunEvent& event) {
        if (const auto* phase = std::get_if<PhaseStarted>(&event))
            phases.push_back(phase->phase);
        if (const auto* layer = std::get_if<SensitivityMeasured>(&event))
            measured.push_back(layer->sensitivity.layer);
    });
    QCOMPARE(phases[2], Phase::ChoosingBits);
    QCOMPARE(measured.size(), size_t(19)); // all but the first, the last and the one with bits of its own
    QVERIFY(result.packedBytes <= 120'000 && result.packedBytes > 117'000);
    QCOMPARE(result.layers[0].bitsWeight, 8);
    QCOMPARE(result.layers[1].bitsWeight, 5);
    std::set<int> bits;
    for (const auto& [layer, own] : result.bitsChoice->chosen.layerBits) {
        const auto report = std::find_if(result.layers.begin(), result.layers.end(), [&, &name = layer](const LayerReport& l) { return l.name == name; });
        QCOMPARE(report->bitsWeight, own);
        bits.insert(own);
    }
    QVERIFY(bits.size() > 1);
    QVERIFY(entriesOf(folder.path("run")).contains("sensitivity.csv"));
    const RunResult read = readRun(folder.path("run"));
    QCOMPARE(read.bitsChoice->chosen.layerBits, result.bitsChoice->chosen.layerBits);
    QCOMPARE(*read.bitsChoice->chosen.top1, result.quantized->top1);
}

void RunTest::aRunStoppedWhileItChoosesBitsGoesOnThere()
{
    const test::TemporaryFolder folder;
    const auto limited = [&](const char* name) {
        RunSettings settings = test::quickSettings(folder.path(name));
        settings.maxBytes = 110'000;
        return settings;
    };
    go(limited("whole"));
    RunSettings settings = limited("parts");
    RunControl control;
    int measured = 0;
    const RunResult stopped = run(settings, [&](const RunEvent& event) {
        if (std::holds_alternative<SensitivityMeasured>(event) && ++measured == 7)
            control.requestStop();
    }, control);
    QVERIFY(stopped.stopped && stopped.layers.empty());
    settings.resume = true;
    control.requestStop();
    QVERIFY(run(settings, [](const RunEvent&) {}, control).stopped); // while it loads: nothing of before is lost
    QVERIFY(std::filesystem::exists(folder.path("parts/latticeq-journal")));
    RunControl again;
    measured = 0;
    run(settings, [&](const RunEvent& event) {
        if (std::holds_alternative<SensitivityMeasured>(event) && ++measured == 2)
            again.requestStop();
    }, again);
    settings.threads = 1;
    int newlyMeasured = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder.path("parts/latticeq-journal"))) {
        const std::string text = readFile(entry.path());
        newlyMeasured += text.starts_with("layer,bits") && std::count(text.begin(), text.end(), '\n') == 1 + 7 * 8;
    }
    QCOMPARE(newlyMeasured, 1); // the seven layers of the first part are all still there
    go(settings);
    for (const char* file : { "quantized.safetensors", "sensitivity.csv", "tradeoff.csv" })
        QCOMPARE(readFile(folder.path("parts") / file), readFile(folder.path("whole") / file));
    settings = limited("whole");
    settings.maxBytes = 0;
    settings.overwrite = true;
    go(settings);
    QVERIFY(!std::filesystem::exists(folder.path("whole/tradeoff.csv")));
}

void RunTest::theSmallestFileThatKeepsAnAccuracyIsTaken()
{
    const test::TemporaryFolder folder;
    RunSettings settings = test::quickSettings(folder.path("run"));
    settings.maxLoss = 3;
    const RunResult result = go(settings);
    QVERIFY(result.quantized->top1 >= result.fp32->top1 - 3);
    const BitsChoice& choice = *result.bitsChoice;
    QCOMPARE(*choice.chosen.top1, result.quantized->top1);
    int tried = 0;
    for (const TradeOffPoint& point : choice.curve) {
        tried += point.top1.has_value();
        if (point.top1 && point.bytes < choice.chosen.bytes)
            QVERIFY(*point.top1 < result.fp32->top1 - 3);
    }
    QVERIFY(tried > 2 && tried <= 6);
    QVERIFY(result.packedBytes <= choice.chosen.bytes);
}

void RunTest::anImpossibleLimitIsRefusedAtOnce()
{
    const test::TemporaryFolder folder;
    RunSettings settings = test::quickSettings(folder.path("run"));
    settings.maxBytes = 1000;
    try {
        go(settings);
        QFAIL("the limit was accepted");
    } catch (const std::invalid_argument& error) {
        QVERIFY2(QString(error.what()).startsWith("--max-bytes is 1000, the smallest file of"), error.what());
    }
    QCOMPARE(folder.entries(), QStringList {});
}

QTEST_GUILESS_MAIN(RunTest)
#include "tst_run.moc"
