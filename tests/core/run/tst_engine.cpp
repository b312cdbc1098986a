// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/engine.h"
#include "core/io/run_files.h"
#include "tests/support/sample_files.h"
#include "tests/support/temporary_folder.h"

#include <QtTest/QtTest>

#include <QLibrary>

using namespace latticeq;

class EngineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aWholeRunGoesThroughTheInterface();
    void unusableInputIsASentence();

private:
    Engine* m_engine = nullptr;
};

void EngineTest::initTestCase()
{
    const QFileInfo program(QStringLiteral(LATTICEQ_PROGRAM));
    QLibrary library(program.dir().filePath("liblatticeq_engine.so"));
    const auto function = reinterpret_cast<Engine* (*)()>(library.resolve(kEngineFunction));
    QVERIFY2(function, qPrintable(library.errorString()));
    m_engine = function();
    QVERIFY(m_engine);
    QCOMPARE(function(), m_engine);
}

void EngineTest::aWholeRunGoesThroughTheInterface()
{
    const test::TemporaryFolder folder;
    const RunSettings settings = test::quickSettings(folder.path("run"));
    QCOMPARE(m_engine->devices().front().name, std::string("cpu"));
    QCOMPARE(m_engine->describe(settings).layers.size(), size_t(22));
    RunControl control;
    int events = 0;
    const RunResult result = m_engine->run(settings, [&](const RunEvent&) { ++events; }, control);
    QVERIFY(!result.stopped && events > 22);
    QVERIFY(m_engine->openLayers(result.folder, settings)->picture({ "fc" }));
    const std::string packed = (folder.path("run") / kPackedFile).string();
    QCOMPARE(m_engine->openPacked(packed).layers.size(), size_t(22));
    const std::string written = m_engine->exportModel(result.folder, "pth", folder.path("full").string());
    QCOMPARE(written, folder.path("full.pth").string());
    QVERIFY(std::filesystem::exists(written));
}

void EngineTest::unusableInputIsASentence()
{
    RunSettings settings = test::quickSettings({});
    settings.model = "resnet19";
    QVERIFY_EXCEPTION_THROWN(m_engine->describe(settings), std::invalid_argument);
    QVERIFY_EXCEPTION_THROWN(m_engine->openPacked("missing.safetensors"), std::invalid_argument);
    QVERIFY_EXCEPTION_THROWN(m_engine->openLayers("missing", settings), std::invalid_argument);
    QVERIFY_EXCEPTION_THROWN(m_engine->exportModel("missing", "pth", "x"), std::invalid_argument);
}

QTEST_GUILESS_MAIN(EngineTest)
#include "tst_engine.moc"
