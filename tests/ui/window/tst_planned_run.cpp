// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/presets.h"
#include "tests/ui/sample_runs.h"
#include "tests/ui/window/test_engine.h"
#include "ui/window/planned_run.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace latticeq;
using namespace latticeq::ui;
using State = RunDocument::State;

namespace {

constexpr size_t kDemoLayers = 22;

} // namespace

class TestPlannedRun : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();

    void theDemosLayersAreKnownOnceTheEngineIsThere();
    void aFirstLayerIsSelected();
    void aSettingIsPlannedAtOnceWithoutAsking();
    void missingWeightsAreAProblemUntilAnotherNetworkIsChosen();
    void ofManyNetworksInARowTheLastCounts();
    void aRunThatIsShownIsNotReplaced();
    void thePlannedRunComesBackOnRequest();
    void bitsOfALayerThatIsNotThereLeaveNothingPlannedUntilTheyAreTakenBack();

private:
    RunDocument& current() { return *m_workspace->current(); }
    void makeReady();
    void chooseModel(const char* name);

    QTemporaryDir m_torchHome; // without any weights
    std::promise<Engine*> m_promise;
    std::unique_ptr<EngineTasks> m_tasks;
    std::unique_ptr<SettingsState> m_settings;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<PlannedRun> m_planned;
};

void TestPlannedRun::init()
{
    qputenv("TORCH_HOME", m_torchHome.path().toLocal8Bit());
    m_promise = {};
    m_promise.set_value(&test::openBuiltEngine());
    m_tasks = std::make_unique<EngineTasks>();
    m_tasks->setEngine(m_promise.get_future().share());
    m_settings = std::make_unique<SettingsState>();
    m_workspace = std::make_unique<Workspace>();
    m_planned = std::make_unique<PlannedRun>(*m_settings, *m_tasks, *m_workspace);
    m_planned->show();
}

void TestPlannedRun::cleanup()
{
    m_tasks->ask([](Engine&) { return 0; }).waitForFinished();
    m_planned.reset();
    m_tasks.reset();
    m_workspace.reset();
}

void TestPlannedRun::makeReady()
{
    m_planned->setEngineReady();
    QTRY_VERIFY(m_planned->model());
}

void TestPlannedRun::chooseModel(const char* name)
{
    RunSettings settings = m_settings->settings();
    settings.model = name;
    m_settings->change("Model", settings);
}

void TestPlannedRun::theDemosLayersAreKnownOnceTheEngineIsThere()
{
    QSignalSpy changed(m_planned.get(), &PlannedRun::modelChanged);
    QVERIFY(current().layers().empty());
    QVERIFY(!m_planned->model());
    makeReady();
    QCOMPARE(changed.size(), 1);
    QCOMPARE(current().state(), State::Planned);
    QCOMPARE(current().layers().size(), kDemoLayers);
    QCOMPARE(current().settings(), m_settings->settings());
    QCOMPARE(m_planned->problem(), QString());
}

void TestPlannedRun::aFirstLayerIsSelected()
{
    makeReady();
    QCOMPARE(m_workspace->selection().current(), current().layers().front().name());
    m_workspace->selection().choose("fc");
    RunSettings settings = m_settings->settings();
    settings.weightBits = 3;
    m_settings->change("Bits", settings);
    QCOMPARE(m_workspace->selection().current(), QString("fc"));
}

void TestPlannedRun::aSettingIsPlannedAtOnceWithoutAsking()
{
    makeReady();
    QSignalSpy changed(m_planned.get(), &PlannedRun::modelChanged);
    RunSettings settings = m_settings->settings();
    settings.weightBits = 3;
    m_settings->change("Bits", settings);
    QCOMPARE(current().settings().weightBits, 3);
    QCOMPARE(current().layers().size(), kDemoLayers);
    QCOMPARE(current().layers()[1].report.bitsWeight, 3);
    QCOMPARE(changed.size(), 0);
}

void TestPlannedRun::missingWeightsAreAProblemUntilAnotherNetworkIsChosen()
{
    makeReady();
    chooseModel("resnet18");
    QVERIFY2(!m_planned->model(), "the earlier network's layers are not taken for this one's");
    QVERIFY(current().layers().empty());
    QTRY_VERIFY(!m_planned->problem().isEmpty());
    QVERIFY2(m_planned->problem().contains("resnet18"), qPrintable(m_planned->problem()));
    QVERIFY2(m_planned->problem().contains(m_torchHome.path()), qPrintable(m_planned->problem()));
    chooseModel(findPreset("demo").settings.model.c_str());
    QCOMPARE(m_planned->problem(), QString());
    QTRY_VERIFY(m_planned->model());
    QCOMPARE(m_planned->problem(), QString());
    QCOMPARE(current().layers().size(), kDemoLayers);
}

void TestPlannedRun::ofManyNetworksInARowTheLastCounts()
{
    makeReady();
    const std::string demo = m_settings->settings().model;
    m_planned->setEngineReady(); // asks once more, and is overtaken
    for (const char* model : { "resnet18", "resnet34", "resnet50" })
        chooseModel(model);
    QTRY_VERIFY(!m_planned->problem().isEmpty());
    QVERIFY2(m_planned->problem().contains("resnet50"), qPrintable(m_planned->problem()));
    chooseModel("resnet18");
    chooseModel(demo.c_str());
    QTRY_VERIFY(m_planned->model());
    QCOMPARE(m_planned->model()->name, demo);
}

void TestPlannedRun::aRunThatIsShownIsNotReplaced()
{
    makeReady();
    const RunDocumentPtr finished = test::sampleRun("a");
    m_workspace->setCurrent(finished);
    RunSettings settings = m_settings->settings();
    settings.weightBits = 3;
    m_settings->change("Bits", settings);
    QCOMPARE(m_workspace->current(), finished);
    chooseModel("resnet18");
    QTRY_VERIFY(!m_planned->problem().isEmpty());
    QCOMPARE(m_workspace->current(), finished);
}

void TestPlannedRun::thePlannedRunComesBackOnRequest()
{
    makeReady();
    m_workspace->setCurrent(test::sampleRun("a"));
    m_planned->show();
    QCOMPARE(current().state(), State::Planned);
    QCOMPARE(current().id, QString());
    QCOMPARE(current().layers().size(), kDemoLayers);
}

void TestPlannedRun::bitsOfALayerThatIsNotThereLeaveNothingPlannedUntilTheyAreTakenBack()
{
    makeReady();
    m_settings->setLayerBits("no.such.layer", 2);
    QVERIFY(current().layers().empty());
    QVERIFY2(m_planned->problem().isEmpty(), "the network itself can be described");
    m_settings->undoStack().undo();
    QCOMPARE(current().layers().size(), kDemoLayers);
    QCOMPARE(m_planned->problem(), QString());
}

QTEST_GUILESS_MAIN(TestPlannedRun)
#include "tst_planned_run.moc"
