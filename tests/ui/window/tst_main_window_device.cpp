// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/sample_runs.h"
#include "tests/ui/window/scripted_engine.h"
#include "tests/ui/window/window_driver.h"
#include "ui/runs/run_database.h"
#include "ui/window/device_label.h"
#include "ui/window/main_window.h"
#include "ui/window/run_controller.h"

#include <QComboBox>
#include <QTest>

#include <semaphore>

using namespace latticeq;
using namespace latticeq::ui;

/** The window on an engine that has a card. */
class TestMainWindowDevice : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup() { m_window.reset(); }

    void cardsAreOfferedAndShown();
    void aRunShowsItsCardAndTheMemoryInUse();
    void aRunIsRememberedWithItsCard();

private:
    RunResult runOnCard(const EventSink& sink);
    void start() { m_window->controller().start(test::sampleSettings(), test::sampleModel()); }
    QString shown() const { return m_window->findChild<DeviceLabel*>()->text(); }

    test::ScriptedEngine m_engine;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<MainWindow> m_window;
    std::vector<DeviceMemory> m_memory; // what the run tells, before it waits to end
    std::atomic<int> m_listings = 0;
    std::binary_semaphore m_end { 0 };
    Qt::HANDLE m_runThread = nullptr;
};

RunResult TestMainWindowDevice::runOnCard(const EventSink& sink)
{
    m_runThread = QThread::currentThreadId();
    for (const DeviceMemory& memory : m_memory)
        sink(memory);
    m_end.acquire();
    RunResult result = test::sampleResult();
    result.device = "cuda:1 NVIDIA H100";
    return result;
}

void TestMainWindowDevice::init()
{
    test::useOwnPreferences();
    QLocale::setDefault(QLocale(QLocale::English));
    m_listings = 0;
    m_memory = { { "cuda:1 NVIDIA H100", 500'000'000, 85'000'000'000 },
        { "cuda:1 NVIDIA H100", 1'200'000'000, 85'000'000'000 } };
    m_engine.onRun = [this](const RunSettings&, const EventSink& sink, RunControl&) { return runOnCard(sink); };
    m_engine.onDevices = [this] {
        ++m_listings;
        return std::vector<DeviceDescription> { { "cpu", "CPU · AVX2 · 2 threads", 0, 0, {} },
            { "cuda:0", "cuda:0 Tesla K80", 12'000'000'000, 0, "its compute mode is set to prohibited" },
            { "cuda:1", "cuda:1 NVIDIA H100", 85'000'000'000, 84'200'000'000, {} } };
    };
    m_folder = std::make_unique<QTemporaryDir>();
    const WindowPlaces places { m_folder->filePath(QStringLiteral("runs.sqlite")), m_folder->path() };
    m_window = std::make_unique<MainWindow>([this]() -> Engine& { return m_engine; }, places);
    m_window->show();
    QTRY_COMPARE(shown(), QStringLiteral("cuda:1 NVIDIA H100"));
}

void TestMainWindowDevice::cardsAreOfferedAndShown()
{
    const auto* box = m_window->findChild<QComboBox*>(QStringLiteral("device.device"));
    QCOMPARE(box->count(), 4);
    QCOMPARE(box->itemText(3), QStringLiteral("cuda:1 NVIDIA H100 · 84.2 of 85.0 GB free"));
    RunSettings settings = m_window->settings().settings();
    settings.device = "cpu";
    m_window->settings().change(QStringLiteral("Device"), settings);
    QCOMPARE(shown(), QStringLiteral("CPU · AVX2 · 2 threads"));
}

void TestMainWindowDevice::aRunShowsItsCardAndTheMemoryInUse()
{
    start();
    QTRY_COMPARE(shown(), QStringLiteral("cuda:1 NVIDIA H100 · 1.2 of 85.0 GB"));
    QVERIFY(m_runThread != QThread::currentThreadId());
    RunSettings settings = m_window->settings().settings();
    settings.device = "cpu"; // of the next run
    m_window->settings().change(QStringLiteral("Device"), settings);
    QCOMPARE(shown(), QStringLiteral("cuda:1 NVIDIA H100 · 1.2 of 85.0 GB"));
    m_end.release();
    QTRY_COMPARE(shown(), QStringLiteral("CPU · AVX2 · 2 threads"));
    QTRY_COMPARE(m_listings.load(), 2);
}

void TestMainWindowDevice::aRunIsRememberedWithItsCard()
{
    start();
    QTRY_VERIFY(shown().contains(u'·'));
    m_end.release();
    QTRY_VERIFY(!m_window->controller().isRunning());
    RunDatabase database(m_folder->filePath(QStringLiteral("runs.sqlite")));
    QCOMPARE(database.all().size(), 1);
    QCOMPARE(database.all().constFirst().device, QStringLiteral("cuda:1 NVIDIA H100"));
}

QTEST_MAIN(TestMainWindowDevice)
#include "tst_main_window_device.moc"
