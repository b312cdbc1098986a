// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/window/scripted_engine.h"
#include "tests/ui/window/small_runs.h"
#include "tests/ui/window/test_engine.h"
#include "ui/window/run_session.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace latticeq;
using namespace latticeq::ui;

namespace {

constexpr int kLongestWaitMs = 60'000;

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestRunSession : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup() { m_session.reset(); }

    void canBeDestroyedWhileTheEngineIsLoading(); // first: the library is loaded once in a process
    void theEngineIsOpenedOnce();
    void anEngineThatNeverCameIsToldToThoseWhoWait();
    void eventsArriveInOrderAndEndWithTheResult();
    void pauseHoldsAndResumeGoesOn();
    void aStoppedRunIsResumedToTheSameBytes();
    void aPausedRunCanBeStopped();
    void aFailedRunSaysWhyOnceAndTheNextOneWorks_data();
    void aFailedRunSaysWhyOnceAndTheNextOneWorks();
    void canBeDestroyedInTheMiddleOfARun();
    void anEngineThatCannotBeOpenedIsToldAndFailsTheRun();
    void eventsOfAnOlderRunAreDropped();
    void pauseAndStopWithoutARunDoNothing();

private:
    void open(RunSession::Opener opener);
    QString path(const char* name) const { return m_folder->filePath(QString::fromLatin1(name)); }
    RunSettings small(const char* name) const { return test::smallRun(path(name).toStdString()); }
    RunSettings searching(const char* name) const { return test::longRun(path(name).toStdString()); }
    bool waitForLayers(int count);
    bool waitForEnd();
    int askUntilEventsArrive();
    void ask(int times);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<RunSession> m_session;
    std::vector<RunEvent> m_events;
    std::vector<RunResult> m_results;
    QStringList m_failures;
};

void TestRunSession::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    open(&test::openBuiltEngine);
}

void TestRunSession::open(RunSession::Opener opener)
{
    m_session = std::make_unique<RunSession>(std::move(opener));
    m_events.clear();
    m_results.clear();
    m_failures.clear();
    connect(m_session.get(), &RunSession::eventsArrived, this, [this](const std::vector<RunEvent>& events) {
        QVERIFY(m_session->isRunning() && !events.empty());
        m_events.insert(m_events.end(), events.begin(), events.end());
    });
    connect(m_session.get(), &RunSession::ended, this, [this](const RunResult& result) {
        QVERIFY(!m_session->isRunning());
        m_results.push_back(result);
    });
    connect(m_session.get(), &RunSession::failed, this, [this](const QString& sentence) {
        QVERIFY(!m_session->isRunning());
        m_failures.append(sentence);
    });
}

bool TestRunSession::waitForLayers(int count)
{
    return QTest::qWaitFor([&] { return test::countOf<LayerFinished>(m_events) >= count; }, kLongestWaitMs);
}

bool TestRunSession::waitForEnd()
{
    return QTest::qWaitFor([this] { return !m_session->isRunning(); }, kLongestWaitMs);
}

/** Asks the engine something else; how often until the run that goes on has told something. */
int TestRunSession::askUntilEventsArrive()
{
    const size_t before = m_events.size();
    int times = 0;
    for (; m_events.size() == before; ++times)
        ask(1);
    return times;
}

void TestRunSession::ask(int times)
{
    for (int i = 0; i < times; ++i) {
        m_session->engine().get()->describe(small("asked"));
        QCoreApplication::processEvents();
    }
}

void TestRunSession::canBeDestroyedWhileTheEngineIsLoading()
{
    std::promise<void> entered;
    open([&]() -> Engine& {
        entered.set_value();
        return test::openBuiltEngine();
    });
    QSignalSpy ready(m_session.get(), &RunSession::engineReady);
    const auto engine = m_session->engine();
    m_session->start(small("run"));
    entered.get_future().wait();
    m_session.reset();
    QVERIFY2(engine.get() != nullptr, "what was being opened is still given to those who wait for it");
    QCoreApplication::processEvents();
    QVERIFY(ready.isEmpty());
}

void TestRunSession::theEngineIsOpenedOnce()
{
    int opened = 0;
    open([&]() -> Engine& {
        ++opened;
        return test::openBuiltEngine();
    });
    QSignalSpy ready(m_session.get(), &RunSession::engineReady);
    m_session->open();
    m_session->open();
    m_session->start(searching("run"));
    m_session->stop();
    QVERIFY(waitForEnd());
    QCOMPARE(opened, 1);
    QCOMPARE(ready.size(), 1);
    QCOMPARE(m_session->engine().get(), &test::openBuiltEngine());
}

void TestRunSession::anEngineThatNeverCameIsToldToThoseWhoWait()
{
    const auto engine = m_session->engine();
    m_session.reset();
    QVERIFY_THROWS_EXCEPTION(std::future_error, engine.get());
}

void TestRunSession::eventsArriveInOrderAndEndWithTheResult()
{
    m_session->start(small("run"));
    QVERIFY(m_session->isRunning());
    QVERIFY(waitForEnd());
    QCOMPARE(m_results.size(), 1u);
    QCOMPARE(m_failures, QStringList());
    QVERIFY(!m_results.front().stopped && m_results.front().quantized);
    QCOMPARE(m_results.front().folder, path("run").toStdString());
    auto phase = Phase::Loading;
    double fraction = 0;
    int layer = -1;
    for (const RunEvent& event : m_events) {
        if (const auto* started = std::get_if<PhaseStarted>(&event)) {
            QVERIFY(started->phase >= phase);
            phase = started->phase;
        } else if (const auto* progress = std::get_if<ProgressMade>(&event)) {
            QVERIFY(progress->fraction >= fraction && progress->fraction <= 1);
            fraction = progress->fraction;
        } else if (const auto* begun = std::get_if<LayerStarted>(&event)) {
            QCOMPARE(begun->index, layer + 1);
            layer = begun->index;
        } else if (const auto* finished = std::get_if<LayerFinished>(&event)) {
            QVERIFY(finished->report.index <= layer);
        }
    }
    QCOMPARE(phase, Phase::Writing);
    QCOMPARE(static_cast<size_t>(layer + 1), m_results.front().layers.size());
    const size_t events = m_events.size();
    QCoreApplication::processEvents();
    QCOMPARE(m_events.size(), events);
}

void TestRunSession::pauseHoldsAndResumeGoesOn()
{
    m_session->start(searching("run"));
    QVERIFY(waitForLayers(1));
    int often = 0;
    for (int i = 0; i < 3; ++i)
        often = std::max(often, askUntilEventsArrive());
    m_session->pause();
    QVERIFY(m_session->isPaused() && m_session->isRunning());
    ask(2 * often); // what was told before is handed over
    const size_t held = m_events.size();
    ask(16 * often);
    constexpr size_t kUnderWay = 4; // a slice of the search ends whenever it does, and the layer with it
    QVERIFY(m_events.size() <= held + kUnderWay);
    m_session->resume();
    QVERIFY(!m_session->isPaused());
    QTRY_VERIFY_WITH_TIMEOUT(m_events.size() > held + kUnderWay, kLongestWaitMs);
}

void TestRunSession::aStoppedRunIsResumedToTheSameBytes()
{
    RunSettings settings = small("whole");
    settings.steps = 40;
    m_session->start(settings);
    QVERIFY(waitForEnd());
    const QByteArray whole = contentOf(path("whole/quantized.safetensors"));
    QVERIFY(!whole.isEmpty());
    const size_t layers = m_results.back().layers.size();
    settings.outputFolder = path("parts").toStdString();
    m_events.clear();
    m_session->start(settings);
    QVERIFY(waitForLayers(1));
    m_session->stop();
    QVERIFY(waitForEnd());
    QVERIFY(m_results.back().stopped);
    QVERIFY(m_results.back().layers.size() < layers);
    QVERIFY(!QFile::exists(path("parts/quantized.safetensors")));
    settings.resume = true;
    m_session->start(settings);
    QVERIFY(waitForEnd());
    QCOMPARE(m_failures, QStringList());
    QVERIFY(!m_results.back().stopped);
    QVERIFY(contentOf(path("parts/quantized.safetensors")) == whole);
}

void TestRunSession::aPausedRunCanBeStopped()
{
    m_session->start(searching("run"));
    QVERIFY(waitForLayers(1));
    m_session->pause();
    m_session->stop();
    QVERIFY(waitForEnd());
    QCOMPARE(m_results.size(), 1u);
    QVERIFY(m_results.front().stopped);
    QVERIFY(!m_session->isPaused());
}

void TestRunSession::aFailedRunSaysWhyOnceAndTheNextOneWorks_data()
{
    QTest::addColumn<bool>("weightsMissing");
    QTest::newRow("weights that do not exist") << true;
    QTest::newRow("a folder that cannot be written") << false;
}

void TestRunSession::aFailedRunSaysWhyOnceAndTheNextOneWorks()
{
    QFETCH(bool, weightsMissing);
    // Below a file there is no folder, not even for root.
    QVERIFY(QFile(path("file")).open(QIODevice::WriteOnly));
    RunSettings settings = small(weightsMissing ? "run" : "file/run");
    if (weightsMissing)
        settings.weights = path("missing.pth").toStdString();
    m_session->start(settings);
    QVERIFY(waitForEnd());
    QCOMPARE(m_failures.size(), 1);
    QVERIFY(m_results.empty());
    QVERIFY2(
        m_failures.first().contains(path(weightsMissing ? "missing.pth" : "file")), qPrintable(m_failures.first()));
    m_session->start(small("next"));
    QVERIFY(waitForEnd());
    QCOMPARE(m_failures.size(), 1);
    QCOMPARE(m_results.size(), 1u);
    QVERIFY(QFile::exists(path("next/summary.json")));
}

void TestRunSession::canBeDestroyedInTheMiddleOfARun()
{
    m_session->start(searching("run"));
    QVERIFY(waitForLayers(1));
    m_session.reset();
    QVERIFY(m_results.empty() && m_failures.isEmpty());
    open(&test::openBuiltEngine);
    m_session->start(searching("paused"));
    QVERIFY(waitForLayers(1));
    m_session->pause();
    m_session.reset();
    QVERIFY(m_results.empty() && m_failures.isEmpty());
}

void TestRunSession::anEngineThatCannotBeOpenedIsToldAndFailsTheRun()
{
    open([]() -> Engine& { throw std::runtime_error("the engine is missing"); });
    QSignalSpy failed(m_session.get(), &RunSession::engineFailed);
    m_session->start(small("run"));
    QVERIFY(waitForEnd());
    QCOMPARE(failed.size(), 1);
    QCOMPARE(failed.first().first().toString(), QString("the engine is missing"));
    QCOMPARE(m_failures, QStringList({ "the engine is missing" }));
    m_session->start(small("again"));
    QVERIFY(waitForEnd());
    QCOMPARE(m_failures.size(), 2);
    QCOMPARE(failed.size(), 1);
}

void TestRunSession::eventsOfAnOlderRunAreDropped()
{
    test::ScriptedEngine engine;
    EventSink older;
    engine.onRun = [&](const RunSettings&, const EventSink& sink, RunControl&) {
        if (older)
            older(LogLine { LogLevel::Info, "older" });
        else
            older = sink;
        sink(LogLine { LogLevel::Info, "own" });
        return RunResult {};
    };
    open([&]() -> Engine& { return engine; });
    m_session->start(small("run"));
    QVERIFY(waitForEnd());
    QCOMPARE(m_events.size(), 1u);
    m_session->start(small("run"));
    QVERIFY(waitForEnd());
    QCOMPARE(m_events.size(), 2u);
    QCOMPARE(std::get<LogLine>(m_events.back()).text, std::string("own"));
    QCOMPARE(m_results.size(), 2u);
}

void TestRunSession::pauseAndStopWithoutARunDoNothing()
{
    m_session->pause();
    m_session->stop();
    m_session->resume();
    QVERIFY(!m_session->isPaused() && !m_session->isRunning());
    m_session->start(small("run"));
    QVERIFY(!m_session->isPaused());
    QVERIFY(waitForEnd());
    QVERIFY2(!m_results.back().stopped, "an early stop is not meant for the next run");
}

QTEST_GUILESS_MAIN(TestRunSession)
#include "tst_run_session.moc"
