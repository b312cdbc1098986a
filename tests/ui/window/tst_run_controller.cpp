// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/window/small_runs.h"
#include "tests/ui/window/test_engine.h"
#include "ui/window/run_controller.h"

#include <QDir>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace latticeq;
using namespace latticeq::ui;
using State = RunDocument::State;

namespace {

constexpr int kLongestWaitMs = 60'000;

} // namespace

class TestRunController : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void init();
    void cleanup();

    void foldersAreNamedByRunAndTimeAndNeverTakenTwice();
    void runsGoIntoTheProgramsDataByDefault();
    void aRunIsTheCurrentOneFromItsStartToItsEnd();
    void aRunLearnsItsLayersWhenTheNetworkIsKnown();
    void aRunOfItsOwnFolderStaysThere();
    void theSelectionFollowsTheSearch();
    void aChosenLayerStaysSelected();
    void anotherShownRunKeepsItsSelection();
    void pauseHoldsTheDocumentAndResumeGoesOn();
    void aStoppedRunGoesOnAsItself();
    void aFailedRunTellsWhyAndTheNextOneWorks();
    void pausingWithoutARunDoesNothing();
    void seedsRunOneAfterTheOther();
    void aStoppedSeriesGoesOnWhereItStopped();

private:
    QString path(const char* name) const { return m_folder->filePath(QString::fromLatin1(name)); }
    RunDocument& run() { return *m_controller->running(); }
    ModelDescription model() { return test::openBuiltEngine().describe(test::smallRun({})); }
    bool waitForLayers(int count)
    {
        return QTest::qWaitFor([&] { return run().finishedLayers() >= count; }, kLongestWaitMs);
    }
    bool waitForEnd()
    {
        return QTest::qWaitFor([&] { return !m_controller->isRunning(); }, kLongestWaitMs);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<RunSession> m_session;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<RunController> m_controller;
};

void TestRunController::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_session = std::make_unique<RunSession>(&test::openBuiltEngine);
    m_workspace = std::make_unique<Workspace>();
    m_controller = std::make_unique<RunController>(*m_session, *m_workspace);
    m_controller->setRunsFolder(path("runs"));
}

void TestRunController::cleanup()
{
    m_session.reset();
    m_controller.reset();
    m_workspace.reset();
}

void TestRunController::foldersAreNamedByRunAndTimeAndNeverTakenTwice()
{
    const QDateTime time(QDate(2026, 11, 24), QTime(12, 30, 5));
    const RunSettings settings = test::smallRun({});
    const QString first = newRunFolder(m_folder->path(), settings, time);
    QCOMPARE(first, path("resnet20-fashion-mnist-W4A8B8-20261124-123005"));
    QVERIFY(QDir().mkdir(first));
    const QString second = newRunFolder(m_folder->path(), settings, time);
    QCOMPARE(second, first + "-2");
    QVERIFY(QDir().mkdir(second));
    QCOMPARE(newRunFolder(m_folder->path(), settings, time), first + "-3");
}

void TestRunController::runsGoIntoTheProgramsDataByDefault()
{
    const RunController controller(*m_session, *m_workspace);
    QCOMPARE(controller.runsFolder(), QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + "/runs");
}

void TestRunController::aRunIsTheCurrentOneFromItsStartToItsEnd()
{
    QSignalSpy started(m_controller.get(), &RunController::runStarted);
    QSignalSpy ended(m_controller.get(), &RunController::runEnded);
    const QDateTime before = QDateTime::currentDateTime();
    m_controller->start(test::smallRun({}), model());
    QCOMPARE(started.size(), 1);
    QCOMPARE(started.first().first().value<RunDocumentPtr>(), m_workspace->current());
    QCOMPARE(m_controller->running(), m_workspace->current());
    QCOMPARE(run().state(), State::Running);
    QCOMPARE(run().layers().size(), model().layers.size());
    QVERIFY(!run().id.isEmpty() && run().started >= before);
    QVERIFY(waitForEnd());
    QCOMPARE(ended.size(), 1);
    QCOMPARE(run().state(), State::Finished);
    QVERIFY(run().result() && run().lattices());
    QCOMPARE(run().finishedLayers(), static_cast<int>(run().layers().size()));
    const QString folder = QString::fromStdString(run().settings().outputFolder);
    QVERIFY(folder.startsWith(path("runs/")));
    QVERIFY(QFile::exists(folder + "/summary.json"));
    QCOMPARE(m_workspace->selection().current(), run().worstLayer());
    const QString id = run().id;
    m_controller->start(test::smallRun({}), {});
    QVERIFY(run().id != id);
    QVERIFY(QString::fromStdString(run().settings().outputFolder) != folder);
    m_controller->stop();
    QVERIFY(waitForEnd());
}

void TestRunController::aRunLearnsItsLayersWhenTheNetworkIsKnown()
{
    const ModelDescription described = model();
    m_controller->start(test::smallRun({}), std::nullopt);
    QVERIFY(run().layers().empty());
    m_controller->learnModel(described);
    QCOMPARE(run().layers().size(), described.layers.size());
    QVERIFY(run().layers().back().report.weights > 0);
    QVERIFY(waitForEnd());
    QCOMPARE(run().finishedLayers(), static_cast<int>(described.layers.size()));
    m_controller->learnModel(described); // too late to change anything
    QVERIFY(run().layers().back().report.mce > 0);
}

void TestRunController::aRunOfItsOwnFolderStaysThere()
{
    m_controller->start(test::smallRun(path("own").toStdString()), {});
    QVERIFY(waitForEnd());
    QCOMPARE(run().state(), State::Finished);
    QVERIFY(QFile::exists(path("own/summary.json")));
    QVERIFY(!QFile::exists(path("runs")));
}

void TestRunController::theSelectionFollowsTheSearch()
{
    QStringList wrong;
    QSet<QString> followed;
    m_workspace->selection().setFollowing(false);
    m_controller->start(test::longRun({}), model());
    QVERIFY2(m_workspace->selection().following(), "a new run is followed");
    connect(m_session.get(), &RunSession::eventsArrived, this, [&] {
        if (run().searchedLayer() < 0)
            return;
        const QString searched = run().layers()[static_cast<size_t>(run().searchedLayer())].name();
        followed.insert(searched);
        if (m_workspace->selection().current() != searched)
            wrong.append(searched);
    });
    QVERIFY(waitForLayers(2));
    QCOMPARE(wrong, QStringList());
    QVERIFY(!followed.isEmpty());
    m_session->disconnect(this);
}

void TestRunController::aChosenLayerStaysSelected()
{
    m_controller->start(test::longRun({}), model());
    m_workspace->selection().choose("fc");
    QVERIFY(waitForLayers(2));
    QCOMPARE(m_workspace->selection().current(), QString("fc"));
    m_controller->stop();
    QVERIFY(waitForEnd());
    QCOMPARE(m_workspace->selection().current(), QString("fc"));
}

void TestRunController::anotherShownRunKeepsItsSelection()
{
    m_controller->start(test::longRun({}), model());
    const auto other = std::make_shared<RunDocument>(test::smallRun({}));
    m_workspace->setCurrent(other);
    m_workspace->selection().set("conv1");
    QVERIFY(waitForLayers(2));
    m_controller->stop();
    QVERIFY(waitForEnd());
    QCOMPARE(m_workspace->selection().current(), QString("conv1"));
    QCOMPARE(m_workspace->current(), other);
}

void TestRunController::pauseHoldsTheDocumentAndResumeGoesOn()
{
    m_controller->start(test::longRun({}), model());
    QVERIFY(waitForLayers(1));
    m_controller->pause();
    QCOMPARE(run().state(), State::Paused);
    QVERIFY(m_controller->isRunning());
    m_controller->resume();
    QCOMPARE(run().state(), State::Running);
    const int finished = run().finishedLayers();
    QVERIFY(waitForLayers(finished + 1));
    m_controller->resume();
    QCOMPARE(run().state(), State::Running);
    m_controller->pause();
    m_controller->stop();
    QVERIFY(waitForEnd());
    QCOMPARE(run().state(), State::Stopped);
}

void TestRunController::aStoppedRunGoesOnAsItself()
{
    m_controller->start(test::longRun({}), model());
    QVERIFY(waitForLayers(2));
    m_controller->stop();
    QVERIFY(waitForEnd());
    const RunDocumentPtr stopped = m_controller->running();
    QCOMPARE(stopped->state(), State::Stopped);
    stopped->name = "My run";
    stopped->colorSlot = 3;
    const int kept = stopped->finishedLayers();
    m_controller->resumeRun(stopped);
    QVERIFY(m_controller->running() != stopped);
    QCOMPARE(run().id, stopped->id);
    QCOMPARE(run().name, stopped->name);
    QCOMPARE(run().started, stopped->started);
    QCOMPARE(run().colorSlot, stopped->colorSlot);
    QCOMPARE(run().settings().outputFolder, stopped->settings().outputFolder);
    QVERIFY(waitForLayers(kept));
    QCOMPARE(run().state(), State::Running);
    m_controller->stop();
    QVERIFY(waitForEnd());
    QVERIFY(run().finishedLayers() >= kept);
}

void TestRunController::aFailedRunTellsWhyAndTheNextOneWorks()
{
    QSignalSpy ended(m_controller.get(), &RunController::runEnded);
    RunSettings settings = test::smallRun({});
    settings.weights = path("missing.pth").toStdString();
    m_controller->start(settings, {});
    QVERIFY(waitForEnd());
    QCOMPARE(run().state(), State::Failed);
    QVERIFY2(run().failure().contains("missing.pth"), qPrintable(run().failure()));
    QCOMPARE(ended.size(), 1);
    m_controller->start(test::smallRun({}), model());
    QVERIFY(waitForEnd());
    QCOMPARE(run().state(), State::Finished);
    QCOMPARE(ended.size(), 2);
}

void TestRunController::pausingWithoutARunDoesNothing()
{
    m_controller->pause();
    m_controller->resume();
    m_controller->stop();
    QVERIFY(!m_controller->isRunning() && !m_controller->running());
    QCOMPARE(m_workspace->current()->state(), State::Planned);
}

void TestRunController::seedsRunOneAfterTheOther()
{
    RunSettings settings = test::smallRun(path("series").toStdString());
    settings.repeats = 2;
    QStringList places;
    connect(m_controller.get(), &RunController::runStarted, this,
        [&](const RunDocumentPtr& started) { places.append(started->place); });
    QStringList finished;
    std::vector<RunResult> results;
    connect(m_controller.get(), &RunController::seriesEnded, this, [&](const RunSeries& series) {
        finished = series.finishedIds();
        results = series.results();
    });
    m_controller->start(settings, model());
    QVERIFY(QTest::qWaitFor([&] { return !finished.isEmpty(); }, kLongestWaitMs));
    QCOMPARE(places, (QStringList { "seed 1 of 2", "seed 2 of 2" }));
    QCOMPARE(finished.size(), 2);
    QVERIFY(finished[0] != finished[1]);
    QVERIFY(results[0].layers[3].mce != results[1].layers[3].mce);
    QVERIFY(QFileInfo::exists(path("series/seed-1/summary.json")) && QFileInfo::exists(path("series/seed-2/summary.json")));
    QVERIFY(!m_controller->isRunning());
}

void TestRunController::aStoppedSeriesGoesOnWhereItStopped()
{
    RunSettings settings = test::smallRun(path("series").toStdString());
    settings.repeats = 2;
    int ended = 0;
    connect(m_controller.get(), &RunController::seriesEnded, this, [&] { ++ended; });
    m_controller->start(settings, model());
    QVERIFY(waitForLayers(5));
    m_controller->stop();
    QVERIFY(waitForEnd());
    if (run().state() == State::Stopped) {
        QCOMPARE(run().place, QString("seed 1 of 2"));
        m_controller->resumeRun(m_controller->running());
        QVERIFY(QTest::qWaitFor([&] { return ended == 1; }, kLongestWaitMs));
        QCOMPARE(run().place, QString("seed 2 of 2"));
    }
}

QTEST_GUILESS_MAIN(TestRunController)
#include "tst_run_controller.moc"
