// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/sample_runs.h"

#include <QSignalSpy>
#include <QTest>
#include <algorithm>

using namespace latticeq;
using namespace latticeq::ui;
using State = RunDocument::State;
using Status = LayerState::Status;

namespace {

RunDocumentPtr planned(int layers = 6)
{
    auto run = std::make_shared<RunDocument>(test::sampleSettings());
    run->plan(test::sampleModel(layers));
    return run;
}

LayerReport reportAt(int index, double mce)
{
    LayerReport report;
    report.index = index;
    report.name = "late" + std::to_string(index);
    report.type = "conv";
    report.shape = { 4, 4, 3, 3 };
    report.bitsWeight = 4;
    report.weights = 144;
    report.mce = mce;
    return report;
}

} // namespace

class TestRunDocument : public QObject
{
    Q_OBJECT
private slots:
    void aPlanKnowsWhatTheMethodFixes();
    void aLayerLeftAtFullPrecisionIsNotSearched();
    void aPlanThatComesLateKeepsWhatIsFinished();
    void aBatchIsToldOnce();
    void aSearchedLayerShowsItsBestSoFar();
    void eventsOfLayersThatNoPlanToldResetTheList();
    void reportsTellTheKindsOfUnplannedLayers();
    void aWholeRunEndsWithEveryLayerFinished();
    void openingShowsTheSameAsRunning();
    void aStoppedRunKeepsWhatIsFinished();
    void aFailedRunSearchesNoLayer();
    void theWorstLayerIsASearchedOne();
    void theMeanErrorCountsWeights();
    void everyLogLineHasItsTime();
    void layersAreFoundByName();
    void aStateIsToldOnlyWhenItChanges();
    void chosenBitsAreToldToTheLayers();
};

void TestRunDocument::aPlanKnowsWhatTheMethodFixes()
{
    const auto run = planned(6);
    const auto& layers = run->layers();
    QCOMPARE(layers.size(), size_t(6));
    for (size_t i = 0; i < layers.size(); ++i) {
        QCOMPARE(layers[i].fixed, i == 0 || i == 5);
        QCOMPARE(layers[i].searched, !layers[i].fixed);
        QCOMPARE(layers[i].report.bitsWeight, layers[i].fixed ? 8 : 4);
        QVERIFY(layers[i].report.effectiveBits > layers[i].report.bitsWeight);
        QVERIFY(layers[i].status == Status::Planned);
        QVERIFY(!layers[i].bestMce());
    }
    QCOMPARE(run->modelTitle(), QString("ResNet-20 (Fashion-MNIST)"));
    QCOMPARE(run->name, QString("W4A8B8"));
}

void TestRunDocument::aLayerLeftAtFullPrecisionIsNotSearched()
{
    RunSettings settings = test::sampleSettings();
    const std::string name = test::sampleModel().layers[2].name;
    settings.layerBits[name] = kFullPrecisionBits;
    RunDocument run(settings);
    run.plan(test::sampleModel());
    const LayerState* layer = run.find(QString::fromStdString(name));
    QVERIFY(layer);
    QVERIFY(!layer->searched && !layer->fixed);
    QCOMPARE(layer->report.effectiveBits, 32.0);
}

void TestRunDocument::aPlanThatComesLateKeepsWhatIsFinished()
{
    RunDocument run(test::sampleSettings());
    const std::vector<RunEvent> all = test::sampleEvents(6);
    const auto firstFinish
        = std::ranges::find_if(all, [](const RunEvent& event) { return std::holds_alternative<LayerFinished>(event); });
    run.apply({ all.begin(), firstFinish + 1 });
    const double finished = run.layers().front().report.mce;
    QVERIFY(finished > 0);
    QVERIFY(run.layers().back().name().isEmpty());
    run.plan(test::sampleModel(6));
    QCOMPARE(run.layers().front().report.mce, finished);
    QVERIFY(run.layers().back().report.weights > 0);
    run.apply({ firstFinish + 1, all.end() });
    QCOMPARE(run.finishedLayers(), 6);
}

void TestRunDocument::aBatchIsToldOnce()
{
    const auto run = planned(6);
    QSignalSpy layers(run.get(), &RunDocument::layersChanged);
    QSignalSpy resets(run.get(), &RunDocument::layersReset);
    QSignalSpy accuracy(run.get(), &RunDocument::accuracyChanged);
    QSignalSpy progress(run.get(), &RunDocument::progressChanged);
    QSignalSpy phases(run.get(), &RunDocument::phaseChanged);
    QSignalSpy convergence(run.get(), &RunDocument::convergenceChanged);
    QSignalSpy log(run.get(), &RunDocument::logged);
    run->apply(test::sampleEvents(6));
    QCOMPARE(layers.count(), 1);
    QCOMPARE(layers.first().at(0).toInt(), 0);
    QCOMPARE(layers.first().at(1).toInt(), 5);
    QCOMPARE(resets.count(), 0);
    QCOMPARE(accuracy.count(), 1);
    QCOMPARE(progress.count(), 1);
    QCOMPARE(phases.count(), 1);
    QCOMPARE(convergence.count(), 6); // once for each layer
    QCOMPARE(log.count(), 1);
    QCOMPARE(log.first().at(0).toInt(), 0);
    run->apply({});
    QCOMPARE(layers.count(), 1);
}

void TestRunDocument::aSearchedLayerShowsItsBestSoFar()
{
    const auto run = planned(6);
    run->apply({ PhaseStarted { Phase::SearchingBases }, LayerStarted { 1, 6, run->layers()[1].report.name } });
    QCOMPARE(run->searchedLayer(), 1);
    QVERIFY(!run->layers()[1].bestMce());
    const double weights = static_cast<double>(run->layers()[1].report.weights);
    run->apply({ ConvergenceReached { 1, { { 0, 16, 9 * weights }, { 1, 16, 8 * weights }, { -1, 16, 7 * weights } } },
        ConvergenceReached { 1, { { 0, 32, 6 * weights } } } });
    QCOMPARE(*run->layers()[1].bestMce(), 7.0); // the layer's own line, not a restart's
    run->apply({ PhaseStarted { Phase::Calibrating } });
    QCOMPARE(run->searchedLayer(), -1);
}

void TestRunDocument::eventsOfLayersThatNoPlanToldResetTheList()
{
    RunDocument run(test::sampleSettings());
    QSignalSpy resets(&run, &RunDocument::layersReset);
    run.apply({ LayerFinished { reportAt(2, 1e-6) } });
    QCOMPARE(run.layers().size(), size_t(3));
    QCOMPARE(resets.count(), 1);
    run.apply({ LayerStarted { 0, 7, "first" } });
    QCOMPARE(run.layers().size(), size_t(7));
    QCOMPARE(resets.count(), 2);
}

void TestRunDocument::reportsTellTheKindsOfUnplannedLayers()
{
    RunDocument run(test::sampleSettings());
    for (int i = 0; i < 3; ++i)
        run.apply({ LayerStarted { i, 3, "late" }, LayerFinished { reportAt(i, 1e-6) } });
    QVERIFY(run.layers()[0].fixed); // the first convolution
    QVERIFY(run.layers()[2].searched);
    QVERIFY(!run.worstLayer().isEmpty());
}

void TestRunDocument::aWholeRunEndsWithEveryLayerFinished()
{
    const auto run = test::sampleRun("a", 6);
    QVERIFY(run->state() == State::Finished);
    QVERIFY(!run->isActive());
    QCOMPARE(run->finishedLayers(), 6);
    QCOMPARE(run->searchedLayer(), -1);
    QVERIFY(run->result().has_value());
    QCOMPARE(run->quantized().points.back().seen, run->quantized().points.back().total);
    QVERIFY(run->quantized().report.has_value());
    for (const LayerState& layer : run->layers())
        QVERIFY(!layer.convergence.empty());
}

void TestRunDocument::openingShowsTheSameAsRunning()
{
    const auto ran = test::sampleRun("a", 6);
    RunDocument opened(RunSettings {});
    QSignalSpy resets(&opened, &RunDocument::layersReset);
    opened.open(test::sampleResult(6));
    QCOMPARE(resets.count(), 1);
    QVERIFY(opened.state() == State::Finished);
    QCOMPARE(opened.modelTitle(), ran->modelTitle());
    QCOMPARE(opened.worstLayer(), ran->worstLayer());
    QCOMPARE(opened.meanCubicError(), ran->meanCubicError());
    QVERIFY(opened.settings() == ran->settings());
    for (size_t i = 0; i < 6; ++i) {
        QCOMPARE(opened.layers()[i].fixed, ran->layers()[i].fixed);
        QCOMPARE(opened.layers()[i].convergence.size(), ran->layers()[i].convergence.size());
    }
    QCOMPARE(opened.quantized().points.back().correct, opened.quantized().report->correct);
}

void TestRunDocument::aStoppedRunKeepsWhatIsFinished()
{
    const auto run = planned(6);
    run->setState(State::Running);
    RunResult result = test::sampleResult(6);
    result.stopped = true;
    result.layers.resize(2);
    run->apply({ LayerStarted { 2, 6, run->layers()[2].report.name } });
    run->finish(result);
    QVERIFY(run->state() == State::Stopped);
    QCOMPARE(run->finishedLayers(), 2);
    QCOMPARE(run->layers().size(), size_t(6));
    QVERIFY(run->layers()[2].status == Status::Planned);
}

void TestRunDocument::aFailedRunSearchesNoLayer()
{
    const auto run = planned(6);
    run->setState(State::Running);
    run->apply({ LayerStarted { 1, 6, run->layers()[1].report.name } });
    QSignalSpy layers(run.get(), &RunDocument::layersChanged);
    run->fail("The disk is full.");
    QVERIFY(run->state() == State::Failed);
    QCOMPARE(run->failure(), QString("The disk is full."));
    QVERIFY(run->layers()[1].status == Status::Planned);
    QCOMPARE(run->searchedLayer(), -1);
    QCOMPARE(layers.count(), 1);
}

void TestRunDocument::theWorstLayerIsASearchedOne()
{
    const auto run = planned(4);
    QVERIFY(run->worstLayer().isEmpty());
    for (int i = 0; i < 4; ++i) {
        LayerReport report = run->layers()[size_t(i)].report;
        report.mce = i == 0 ? 1.0 : 1e-6 * i; // the fixed first convolution is the largest of all
        run->apply({ LayerFinished { report } });
    }
    QCOMPARE(run->worstLayer(), run->layers()[2].name());
}

void TestRunDocument::theMeanErrorCountsWeights()
{
    RunDocument run(test::sampleSettings());
    QVERIFY(!run.meanCubicError());
    LayerReport small = reportAt(1, 4.0);
    LayerReport large = reportAt(2, 1.0);
    large.weights = 3 * small.weights;
    run.apply({ LayerFinished { reportAt(0, 100) }, LayerFinished { small }, LayerFinished { large } });
    QCOMPARE(*run.meanCubicError(), (4.0 + 3 * 1.0) / 4);
}

void TestRunDocument::everyLogLineHasItsTime()
{
    const auto run = planned();
    const QTime before = QTime::currentTime();
    run->apply({ LogLine { LogLevel::Info, "one" }, LogLine { LogLevel::Warning, "two" } });
    QCOMPARE(run->log().size(), size_t(2));
    QCOMPARE(run->logTimes().size(), size_t(2));
    QVERIFY(run->logTimes()[0].isValid());
    QVERIFY(before.secsTo(run->logTimes()[1]) >= 0 || before.hour() == 23);
}

void TestRunDocument::layersAreFoundByName()
{
    const auto run = planned(200);
    for (int i = 0; i < 200; i += 99)
        QCOMPARE(run->find(run->layers()[size_t(i)].name())->name(), run->layers()[size_t(i)].name());
    QCOMPARE(run->indexOf("conv1"), 0);
    QCOMPARE(run->indexOf("fc"), 199);
    QCOMPARE(run->indexOf("none"), -1);
    QVERIFY(!run->find("none"));
}

void TestRunDocument::aStateIsToldOnlyWhenItChanges()
{
    const auto run = planned();
    QSignalSpy states(run.get(), &RunDocument::stateChanged);
    run->setState(State::Planned);
    QCOMPARE(states.count(), 0);
    run->setState(State::Paused);
    run->setState(State::Paused);
    QCOMPARE(states.count(), 1);
    QVERIFY(run->isActive());
}

void TestRunDocument::chosenBitsAreToldToTheLayers()
{
    const ModelDescription model = test::sampleModel();
    RunDocument run(test::sampleSettings());
    run.plan(model);
    const LayerReport before = run.layers()[2].report;
    const std::string name = before.name;
    const LayerSensitivity sensitivity { 2, name, { { 2, 20, 0, 0.25, 91, 99, true } } };
    run.apply({ SensitivityMeasured { sensitivity }, SensitivityMeasured { sensitivity } });
    QCOMPARE(run.bitsChoice()->sensitivities.size(), size_t(1));
    QVERIFY(!run.layers()[2].alone);
    const TradeOffPoint chosen { 1000, 2, 0.25, {}, { { name, 2 } } };
    run.apply({ BitsChosen { { chosen }, chosen } });
    for (int i = 0; i < 2; ++i) {
        QCOMPARE(run.layers()[2].report.bitsWeight, 2);
        QCOMPARE(run.layers()[2].report.effectiveBits, before.effectiveBits + 2 - before.bitsWeight);
        QCOMPARE(run.layers()[2].alone->divergence, 0.25);
        QCOMPARE(run.layers()[3].report.bitsWeight, before.bitsWeight);
        run.plan(model); // described late, as for a resumed run
    }
}

QTEST_MAIN(TestRunDocument)
#include "tst_run_document.moc"
