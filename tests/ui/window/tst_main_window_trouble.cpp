// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/window/window_driver.h"
#include "ui/window/main_window.h"
#include "ui/window/notice_bar.h"
#include "ui/window/run_controller.h"
#include "ui/window/run_session.h"
#include "ui/window/stage.h"

#include <QAction>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace latticeq::ui;
using State = RunDocument::State;

/** What goes wrong, is interrupted or is taken back while the window is used. */
class TestMainWindowTrouble : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup() { m_driver.reset(); }

    void pauseHoldsAndResumeGoesOn();
    void aStoppedRunIsResumedInItsFolder();
    void aRunStoppedAtOnceLeavesNothing();
    void closingWhileARunGoesOnAsksFirst();
    void aRunWorksAfterAFailedOne();
    void abandoningTheWindowEndsTheRun();
    void whatCannotBeOpenedIsSaid_data();
    void whatCannotBeOpenedIsSaid();
    void aBrokenCheckpointIsNamedAndForgottenAgain();
    void anotherNetworksCheckpointBringsItsNetwork();
    void withoutTheEngineTheWindowSaysWhy();
    void settingsThatCannotRunAreRefused();

private:
    NoticeBar& noticeBar() { return m_driver->window().stage().notice(); }
    QAction& action(const char* name) { return m_driver->find<QAction>(name); }
    bool isRunning() { return m_driver->window().controller().isRunning(); }
    QString write(const QString& name, const QByteArray& bytes);

    std::unique_ptr<test::WindowDriver> m_driver;
};

void TestMainWindowTrouble::init()
{
    test::useOwnPreferences();
    m_driver = std::make_unique<test::WindowDriver>();
    QVERIFY(m_driver->show());
}

QString TestMainWindowTrouble::write(const QString& name, const QByteArray& bytes)
{
    QFile file(m_driver->folder().filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(file.fileName()));
    return file.fileName();
}

void TestMainWindowTrouble::pauseHoldsAndResumeGoesOn()
{
    m_driver->typeLongSearch();
    m_driver->press("Ctrl+R");
    QVERIFY(m_driver->waitForLayers(1));
    m_driver->press("Ctrl+Shift+R");
    QCOMPARE(m_driver->current().state(), State::Paused);
    QVERIFY(!action("pause").isEnabled());
    QCOMPARE(m_driver->find<QPushButton>("runButton").text(), QString("Resume"));
    QTRY_VERIFY(m_driver->window().windowTitle().startsWith("Paused at "));
    QSignalSpy events(&m_driver->window().session(), &RunSession::eventsArrived);
    m_driver->press("Ctrl+R");
    QCOMPARE(m_driver->current().state(), State::Running);
    QTRY_VERIFY_WITH_TIMEOUT(!events.isEmpty(), 30'000);
    QCOMPARE(m_driver->find<QPushButton>("runButton").text(), QString("Run"));
    const int finished = m_driver->current().finishedLayers();
    QVERIFY(m_driver->waitForLayers(finished + 1));
    m_driver->press("Ctrl+Shift+R");
    m_driver->press("Shift+F5");
    QVERIFY2(m_driver->waitForState(State::Stopped), "a paused run can be stopped");
}

void TestMainWindowTrouble::aStoppedRunIsResumedInItsFolder()
{
    m_driver->typeLongSearch();
    m_driver->press("Ctrl+R");
    QVERIFY(m_driver->waitForLayers(2));
    m_driver->press("Shift+F5");
    QVERIFY(m_driver->waitForState(State::Stopped));
    QVERIFY(m_driver->waitForNotice("are finished and kept"));
    const QString id = m_driver->current().id;
    const std::string folder = m_driver->current().settings().outputFolder;
    const int kept = m_driver->current().finishedLayers();
    QVERIFY(noticeBar().trigger("Resume"));
    QVERIFY(isRunning());
    QCOMPARE(m_driver->current().id, id);
    QCOMPARE(m_driver->current().settings().outputFolder, folder);
    QVERIFY(m_driver->waitForLayers(kept + 1));
    m_driver->press("Shift+F5");
    QVERIFY(m_driver->waitForState(State::Stopped));
    QVERIFY(m_driver->waitForNotice("are finished and kept"));
    QVERIFY(m_driver->restart());
    m_driver->window().open(QString::fromStdString(folder));
    QTRY_COMPARE(m_driver->current().id, id);
    QCOMPARE(m_driver->current().state(), State::Stopped);
    QVERIFY(m_driver->waitForNotice("holds a run that was stopped"));
    QVERIFY(noticeBar().trigger("Resume"));
    QVERIFY(isRunning());
    QVERIFY2(m_driver->waitForLayers(kept + 1), "it goes on after the layers that it has");
}

void TestMainWindowTrouble::aRunStoppedAtOnceLeavesNothing()
{
    m_driver->press("Ctrl+R");
    m_driver->press("Shift+F5");
    QVERIFY(m_driver->waitForState(State::Stopped));
    QVERIFY(m_driver->waitForNotice("nothing was kept"));
    QVERIFY(!noticeBar().trigger("Resume"));
    QVERIFY(RunDatabase(m_driver->places().database).all().isEmpty());
}

void TestMainWindowTrouble::closingWhileARunGoesOnAsksFirst()
{
    m_driver->typeLongSearch();
    m_driver->press("Ctrl+R");
    QVERIFY(m_driver->waitForLayers(1));
    MainWindow& window = m_driver->window();
    QVERIFY(!window.close());
    QVERIFY(window.isVisible());
    QVERIFY(m_driver->notice().contains("Finished layers are kept"));
    QVERIFY(noticeBar().trigger("Keep running"));
    QVERIFY(isRunning());
    QCOMPARE(m_driver->notice(), QString());
    QVERIFY(!window.close());
    QVERIFY(noticeBar().trigger("Stop and close"));
    QTRY_VERIFY_WITH_TIMEOUT(!window.isVisible(), 20'000);
    QCOMPARE(m_driver->current().state(), State::Stopped);
    QCOMPARE(RunDatabase(m_driver->places().database).all().first().state, RunRecord::State::Stopped);
}

void TestMainWindowTrouble::aRunWorksAfterAFailedOne()
{
    // Below a file there is no folder, not even for root.
    const QString file = write("file", "in the way");
    m_driver->window().controller().setRunsFolder(file + "/runs");
    m_driver->typeTinyBudget();
    m_driver->press("Ctrl+R");
    QVERIFY(m_driver->waitForState(State::Failed));
    QVERIFY2(m_driver->waitForNotice(file), qPrintable(m_driver->notice()));
    QCOMPARE(noticeBar().kind(), NoticeBar::Kind::Error);
    QVERIFY(action("run").isEnabled());
    QVERIFY(!action("export").isEnabled());
    m_driver->window().controller().setRunsFolder(m_driver->places().runsFolder);
    QVERIFY(m_driver->runToEnd());
    QVERIFY(m_driver->notice().startsWith("Done in "));
}

void TestMainWindowTrouble::abandoningTheWindowEndsTheRun()
{
    m_driver->typeLongSearch();
    m_driver->press("Ctrl+R");
    QVERIFY(m_driver->waitForLayers(1));
    m_driver->abandon();
    const RunDatabase database(m_driver->places().database);
    QVERIFY(QFileInfo::exists(database.path()));
}

void TestMainWindowTrouble::whatCannotBeOpenedIsSaid_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("said");
    QTest::newRow("no such file") << "missing.pth" << QByteArray() << "does not exist";
    QTest::newRow("a text") << "notes.txt" << QByteArray("notes") << "is no checkpoint";
    QTest::newRow("a run folder's summary that is cut off")
        << "summary.json" << QByteArray("{\"layers\": [") << ".json";
    QTest::newRow("a packed checkpoint that is cut off")
        << "cut.safetensors"
        << QByteArray("\x37\0\0\0\0\0\0\0", 8) + R"({"__metadata__":{"format":"latticeq-packed-1"}})" + "        "
        << "cut.safetensors";
}

void TestMainWindowTrouble::whatCannotBeOpenedIsSaid()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, bytes);
    QFETCH(QString, said);
    const QString path = bytes.isEmpty() ? m_driver->folder().filePath(name) : write(name, bytes);
    const QString before = m_driver->current().modelTitle();
    m_driver->window().open(path);
    QVERIFY(m_driver->waitForNotice(said));
    QCOMPARE(noticeBar().kind(), NoticeBar::Kind::Error);
    QCOMPARE(m_driver->current().state(), State::Planned);
    QCOMPARE(m_driver->current().modelTitle(), before);
}

void TestMainWindowTrouble::aBrokenCheckpointIsNamedAndForgottenAgain()
{
    const QString path = write("broken.pth", QByteArray("PK\x03\x04 and then nothing", 20));
    m_driver->window().open(path);
    QVERIFY2(m_driver->waitForNotice("broken.pth"), qPrintable(m_driver->notice()));
    QCOMPARE(noticeBar().kind(), NoticeBar::Kind::Error);
    m_driver->press("Ctrl+Z");
    QTRY_COMPARE(m_driver->notice(), QString());
    m_driver->typeTinyBudget();
    QVERIFY(m_driver->runToEnd());
}

void TestMainWindowTrouble::anotherNetworksCheckpointBringsItsNetwork()
{
    m_driver->window().open("squeezenet1_1");
    m_driver->window().open(LATTICEQ_SOURCE_DIR "/resources/resnet20-fashion-mnist.pth");
    QVERIFY2(m_driver->waitForNotice("it fits resnet20-fashion-mnist"), qPrintable(m_driver->notice()));
    QVERIFY(noticeBar().trigger("Use ResNet-20 (Fashion-MNIST)"));
    QTRY_COMPARE(m_driver->notice(), QString());
    m_driver->typeTinyBudget();
    QVERIFY(m_driver->runToEnd());
}

void TestMainWindowTrouble::withoutTheEngineTheWindowSaysWhy()
{
    const auto opener = []() -> latticeq::Engine& { throw std::runtime_error("the engine is not here"); };
    MainWindow window(opener, m_driver->places());
    window.show();
    QTRY_COMPARE(window.stage().notice().sentence(), QString("The engine is not here."));
    window.run();
    QTRY_COMPARE(window.workspace().current()->state(), State::Failed);
    QTRY_VERIFY(!window.controller().isRunning());
}

void TestMainWindowTrouble::settingsThatCannotRunAreRefused()
{
    m_driver->window().open("resnet18");
    QVERIFY2(m_driver->waitForNotice("resnet18"), qPrintable(m_driver->notice()));
    m_driver->press("Ctrl+R");
    QTRY_VERIFY(!isRunning());
    QVERIFY(!m_driver->notice().isEmpty());
    QCOMPARE(noticeBar().kind(), NoticeBar::Kind::Error);
    QVERIFY(noticeBar().trigger("Choose file…"));
    QTRY_VERIFY(m_driver->window().findChild<QDialog*>());
    m_driver->window().findChild<QDialog*>()->close();
}

QTEST_MAIN(TestMainWindowTrouble)
#include "tst_main_window_trouble.moc"
