// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/run_files.h"
#include "tests/ui/window/small_runs.h"
#include "tests/ui/window/test_engine.h"
#include "ui/runs/run_records.h"
#include "ui/window/run_library.h"

#include <QDir>
#include <QLockFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace latticeq;
using namespace latticeq::ui;
using State = RunDocument::State;

namespace {

constexpr int kLongestWaitMs = 60'000;
constexpr int kDemoLayers = 22;

} // namespace

class TestRunLibrary : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void init();
    void cleanup() { close(); }

    void aRunIsRememberedFromItsStartOn();
    void runsOfOneNameAreNumbered();
    void aRunThatLeftNothingIsForgotten();
    void anAbandonedRunCountsAsStopped();
    void aRunThatDiesWhileTheWindowIsOpenCanBeResumed();
    void aRunOfAnotherWindowGoesOn();
    void aRememberedRunIsOpenedWithItsLattices();
    void aRunFolderIsRememberedOnce();
    void whatIsNoRunIsSaid();
    void aPackedCheckpointIsShownAndNotRemembered();
    void pinsKeepTheirOrderAndTheirColours();
    void removingKeepsFilesUnlessAsked();
    void removingWithFilesLeavesForeignOnes();
    void aRunThatGoesOnIsNotRemoved();

private:
    QString path(const QString& name) const { return m_folder->filePath(name); }
    QString copyOfTheRun(const QString& name) const;
    QString openFolder(const QString& name);
    void open();
    void close();
    void restart();
    bool waitForEnd()
    {
        return QTest::qWaitFor([&] { return !m_controller->isRunning(); }, kLongestWaitMs);
    }

    QTemporaryDir m_finished; // a run that every test copies
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<EngineTasks> m_tasks;
    std::unique_ptr<RunSession> m_session;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<RunDatabase> m_database;
    std::unique_ptr<RunController> m_controller;
    std::unique_ptr<RunLibrary> m_library;
    QStringList m_failures;
};

void TestRunLibrary::initTestCase()
{
    RunControl control;
    const RunSettings settings = test::smallRun(m_finished.filePath("run").toStdString());
    const RunResult result = test::openBuiltEngine().run(
        settings, [](const RunEvent&) {}, control);
    QVERIFY(result.quantized);
}

void TestRunLibrary::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    open();
}

void TestRunLibrary::open()
{
    m_tasks = std::make_unique<EngineTasks>();
    m_session = std::make_unique<RunSession>(&test::openBuiltEngine);
    m_tasks->setEngine(m_session->engine());
    m_session->open();
    m_workspace = std::make_unique<Workspace>();
    m_database = std::make_unique<RunDatabase>(path("runs.sqlite"));
    m_controller = std::make_unique<RunController>(*m_session, *m_workspace);
    m_controller->setRunsFolder(path("runs"));
    m_library = std::make_unique<RunLibrary>(*m_database, *m_controller, *m_tasks, *m_workspace);
    m_failures.clear();
    connect(m_library.get(), &RunLibrary::failed, this, [this](const QString& said) { m_failures.append(said); });
}

void TestRunLibrary::close()
{
    m_session.reset();
    m_tasks.reset();
    m_library.reset();
    m_controller.reset();
    m_database.reset();
    m_workspace.reset();
}

void TestRunLibrary::restart()
{
    close();
    open();
}

/** A folder with the files of the finished run. */
QString TestRunLibrary::copyOfTheRun(const QString& name) const
{
    const QDir from(m_finished.filePath("run"));
    QDir(m_folder->path()).mkpath(name);
    for (const QString& file : from.entryList(QDir::Files))
        QFile::copy(from.filePath(file), path(name + '/' + file));
    return path(name);
}

/** Opens a copy of the finished run; returns its id. */
QString TestRunLibrary::openFolder(const QString& name)
{
    m_library->openFolder(copyOfTheRun(name));
    return m_workspace->current()->id;
}

void TestRunLibrary::aRunIsRememberedFromItsStartOn()
{
    m_controller->start(test::smallRun({}), {});
    const QString id = m_controller->running()->id;
    QCOMPARE(m_database->find(id)->state, RunRecord::State::Running);
    QVERIFY(waitForEnd());
    const RunRecord record = *m_database->find(id);
    QCOMPARE(record.state, RunRecord::State::Finished);
    QCOMPARE(record.top1, std::optional(m_controller->running()->result()->quantized->top1));
    QCOMPARE(record.packedBytes, m_controller->running()->result()->packedBytes);
    QVERIFY(QFile::exists(record.folder + "/summary.json"));
    QCOMPARE(m_database->all().size(), 1);
    QVERIFY2(QDir(m_folder->path()).entryList({ "*.lock" }).isEmpty(), "no lock is left behind");
}

void TestRunLibrary::runsOfOneNameAreNumbered()
{
    QStringList names;
    for (const char* folder : { "a", "b", "c" }) {
        openFolder(folder);
        names.append(m_workspace->current()->name);
    }
    QCOMPARE(names, QStringList({ "W4A8B8", "W4A8B8 (2)", "W4A8B8 (3)" }));
}

void TestRunLibrary::aRunThatLeftNothingIsForgotten()
{
    m_controller->start(test::longRun({}), {});
    m_controller->stop();
    QVERIFY(waitForEnd());
    QVERIFY(m_database->all().isEmpty());
    m_controller->start(test::longRun({}), {});
    QVERIFY(QTest::qWaitFor([&] { return m_controller->running()->finishedLayers() > 0; }, kLongestWaitMs));
    m_controller->stop();
    QVERIFY(waitForEnd());
    QCOMPARE(m_database->all().size(), 1);
    QCOMPARE(m_database->all().first().state, RunRecord::State::Stopped);
}

void TestRunLibrary::anAbandonedRunCountsAsStopped()
{
    RunRecord record;
    record.id = "abandoned";
    record.settings = test::smallRun({});
    QVERIFY(m_database->insert(record));
    restart();
    QCOMPARE(m_database->find("abandoned")->state, RunRecord::State::Stopped);
}

void TestRunLibrary::aRunThatDiesWhileTheWindowIsOpenCanBeResumed()
{
    m_controller->start(test::longRun({}), {});
    QVERIFY(QTest::qWaitFor([&] { return m_controller->running()->finishedLayers() > 0; }, kLongestWaitMs));
    m_controller->stop();
    QVERIFY(waitForEnd());
    RunRecord record = m_database->all().first();
    record.id = "of another process";
    record.state = RunRecord::State::Running;
    QVERIFY(m_database->insert(record));
    QVERIFY(!canResume(record));
    m_library->markAbandonedRuns();
    record = *m_database->find(record.id);
    QCOMPARE(record.state, RunRecord::State::Stopped);
    QVERIFY(canResume(record));
    m_controller->resumeRun(m_library->document(record.id));
    QVERIFY(QTest::qWaitFor([&] { return m_controller->running()->finishedLayers() > 0; }, kLongestWaitMs));
    m_controller->stop();
    QVERIFY(waitForEnd());
    QCOMPARE(m_controller->running()->state(), State::Stopped);
}

void TestRunLibrary::aRunOfAnotherWindowGoesOn()
{
    m_controller->start(test::longRun({}), {});
    const QString id = m_controller->running()->id;
    RunDatabase database(path("runs.sqlite"));
    const RunLibrary another(database, *m_controller, *m_tasks, *m_workspace);
    QCOMPARE(database.find(id)->state, RunRecord::State::Running);
}

void TestRunLibrary::aRememberedRunIsOpenedWithItsLattices()
{
    const QString id = openFolder("run");
    restart();
    QSignalSpy opened(m_library.get(), &RunLibrary::opened);
    m_library->open(id);
    QCOMPARE(opened.size(), 1);
    RunDocument& run = *m_workspace->current();
    QCOMPARE(run.id, id);
    QCOMPARE(run.state(), State::Finished);
    QCOMPARE(run.finishedLayers(), kDemoLayers);
    QTRY_VERIFY(run.lattices());
    LatticeRequest request;
    request.layer = run.layers()[1].report.name;
    QVERIFY(run.lattices()->picture(request));
    QCOMPARE(m_failures, QStringList());
    QCOMPARE(m_library->document(id), m_workspace->current());
}

void TestRunLibrary::aRunFolderIsRememberedOnce()
{
    const QString id = openFolder("run");
    QVERIFY(!id.isEmpty());
    const QString file = path("run/../run/");
    m_library->openFolder(file);
    QCOMPARE(m_workspace->current()->id, id);
    restart();
    m_library->openFolder(path("run"));
    QCOMPARE(m_workspace->current()->id, id);
    QCOMPARE(m_database->all().size(), 1);
}

void TestRunLibrary::whatIsNoRunIsSaid()
{
    const RunDocumentPtr before = m_workspace->current();
    m_library->openFolder(path("nothing"));
    QCOMPARE(m_failures.size(), 1);
    QVERIFY2(m_failures.last().contains("nothing"), qPrintable(m_failures.last()));
    m_library->openPacked(path("nothing.safetensors"));
    QTRY_COMPARE(m_failures.size(), 2);
    QVERIFY2(m_failures.last().contains("nothing.safetensors"), qPrintable(m_failures.last()));
    QCOMPARE(m_workspace->current(), before);
    const QString id = openFolder("run");
    restart();
    QVERIFY(QDir(path("run")).removeRecursively());
    m_library->open(id);
    QCOMPARE(m_failures.size(), 1);
    QVERIFY2(m_failures.last().contains(path("run")), qPrintable(m_failures.last()));
    QVERIFY(!m_library->document("unknown"));
}

void TestRunLibrary::aPackedCheckpointIsShownAndNotRemembered()
{
    const QString file = m_finished.filePath("run/quantized.safetensors");
    m_library->openPacked(file);
    QTRY_COMPARE(m_workspace->current()->id, file);
    const RunDocumentPtr run = m_workspace->current();
    QCOMPARE(run->name, QString("quantized"));
    QCOMPARE(run->layers().size(), static_cast<size_t>(kDemoLayers));
    QTRY_VERIFY(run->lattices());
    QVERIFY(m_database->all().isEmpty());
    QCOMPARE(m_failures, QStringList());
}

void TestRunLibrary::pinsKeepTheirOrderAndTheirColours()
{
    const QStringList ids { openFolder("a"), openFolder("b"), openFolder("c") };
    const QStringList pins { ids[2], ids[0], ids[1] };
    m_library->setPins(pins);
    const auto shown = [this] {
        QStringList names;
        QList<int> colors;
        for (const RunDocumentPtr& run : m_workspace->pinned()) {
            names.append(run->id);
            colors.append(run->colorSlot);
        }
        return std::pair(names, colors);
    };
    const auto before = shown();
    QCOMPARE(before.first, pins);
    QCOMPARE(QSet<int>(before.second.begin(), before.second.end()).size(), 3);
    restart();
    QVERIFY(m_workspace->pinned().isEmpty());
    m_library->showPins();
    QCOMPARE(shown(), before);
    m_library->setPins({ ids[1] });
    QCOMPARE(shown().first, QStringList({ ids[1] }));
    QCOMPARE(shown().second, QList<int>({ before.second[2] }));
}

void TestRunLibrary::removingKeepsFilesUnlessAsked()
{
    const QString id = openFolder("run");
    m_library->setPins({ id });
    m_library->remove({ id }, false);
    QVERIFY(!m_database->find(id));
    QVERIFY(m_workspace->pinned().isEmpty());
    QVERIFY(QFile::exists(path("run/summary.json")));
}

void TestRunLibrary::removingWithFilesLeavesForeignOnes()
{
    const QString alone = openFolder("alone");
    const QString shared = openFolder("shared");
    QVERIFY(QDir(path("shared")).mkpath("latticeq-journal"));
    for (const char* name : { "shared/latticeq-journal/conv1", "shared/notes.txt" })
        QVERIFY(QFile(path(name)).open(QIODevice::WriteOnly));
    m_library->remove({ alone, shared }, true);
    QVERIFY(m_database->all().isEmpty());
    QVERIFY(!QFile::exists(path("alone")));
    QCOMPARE(QDir(path("shared")).entryList(QDir::AllEntries | QDir::NoDotAndDotDot), QStringList({ "notes.txt" }));
    QCOMPARE(m_failures, QStringList());
}

void TestRunLibrary::aRunThatGoesOnIsNotRemoved()
{
    m_controller->start(test::longRun({}), {});
    const QString id = m_controller->running()->id;
    m_library->remove({ id }, true);
    QVERIFY(m_database->find(id));
    QVERIFY(m_controller->isRunning());
}

QTEST_GUILESS_MAIN(TestRunLibrary)
#include "tst_run_library.moc"
