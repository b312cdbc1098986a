// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/byte_images.h"
#include "core/data/folder_dataset.h"
#include "core/io/atomic_file.h"
#include "core/io/run_reader.h"
#include "core/io/safetensors.h"
#include "core/run/full_precision_memory.h"
#include "core/run/run.h"
#include "tests/support/sample_files.h"
#include "tests/support/temporary_folder.h"

#include <QtTest/QtTest>

#include <set>

using namespace latticeq;

namespace {

namespace fs = std::filesystem;

/** What a run did about the full-precision accuracy. */
struct Heard
{
    RunResult result;
    int evaluations = 0; // reports of a measurement that goes on
    bool told = false;
};

Heard go(const RunSettings& settings)
{
    Heard heard;
    RunControl control;
    heard.result = run(
        settings,
        [&](const RunEvent& event) {
            const auto* evaluation = std::get_if<EvaluationAdvanced>(&event);
            heard.evaluations += evaluation && evaluation->phase == Phase::MeasuringFullPrecision ? 1 : 0;
            const auto* log = std::get_if<LogLine>(&event);
            heard.told = heard.told || (log && log->text.find("remembered from") != std::string::npos);
        },
        control);
    return heard;
}

std::unique_ptr<Dataset> byteImages(uint8_t pixel, int64_t label)
{
    return makeByteImages(
        at::full({ 4, 1, 28, 28 }, pixel, at::kByte), at::full({ 4 }, label, at::kLong), { { 0.5 }, { 0.5 } });
}

} // namespace

class FullPrecisionMemoryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aSecondRunDoesNotMeasureAgain();
    void nothingIsRememberedUnlessAsked_data();
    void nothingIsRememberedUnlessAsked();
    void anotherCheckpointOrShareIsMeasured_data();
    void anotherCheckpointOrShareIsMeasured();
    void whateverChangesTheAccuracyChangesTheKey();
    void filesAreToldApartByNameSizeTimeAndLabel();

private:
    RunSettings settings(const std::string& name) const
    {
        RunSettings settings = test::quickSettings(m_folder->path(name));
        settings.rememberAccuracy = true;
        settings.steps = settings.restarts = 1;
        settings.evaluationImages = 50;
        settings.calibrationImages = 8;
        return settings;
    }

    std::unique_ptr<test::TemporaryFolder> m_folder;
};

void FullPrecisionMemoryTest::init()
{
    m_folder = std::make_unique<test::TemporaryFolder>();
    qputenv("XDG_CACHE_HOME", QByteArray::fromStdString(m_folder->path("cache").string()));
    qunsetenv("LATTICEQ_NO_CACHE");
}

void FullPrecisionMemoryTest::aSecondRunDoesNotMeasureAgain()
{
    const Heard first = go(settings("first"));
    QVERIFY(!first.told && first.result.fp32Remembered.empty());
    RunSettings others = settings("second");
    others.weightBits = 3; // what is quantized does not matter, nor on how many threads
    others.threads = 1;
    const Heard second = go(others);
    QVERIFY(second.told && second.evaluations == 1 && !second.result.fp32Remembered.empty());
    QCOMPARE(second.result.fp32Correct, first.result.fp32Correct);
    QVERIFY(second.result.fp32->correct == first.result.fp32->correct
        && second.result.fp32->top5 == first.result.fp32->top5);
    QCOMPARE(second.result.difference->points,
        pairedDifference(first.result.fp32Correct, second.result.quantizedCorrect).points);
    const RunResult read = readRun(m_folder->path("second"));
    QCOMPARE(read.fp32Remembered, second.result.fp32Remembered);
    QCOMPARE(read.fp32Correct, first.result.fp32Correct);
}

void FullPrecisionMemoryTest::nothingIsRememberedUnlessAsked_data()
{
    QTest::addColumn<bool>("asked");
    QTest::addColumn<bool>("forbidden");
    QTest::newRow("the settings do not ask for it") << false << false;
    QTest::newRow("the environment forbids it") << true << true;
}

void FullPrecisionMemoryTest::nothingIsRememberedUnlessAsked()
{
    QFETCH(bool, asked);
    QFETCH(bool, forbidden);
    go(settings("first"));
    if (forbidden)
        qputenv("LATTICEQ_NO_CACHE", "1");
    RunSettings second = settings("second");
    second.rememberAccuracy = asked;
    QVERIFY(!go(second).told);
}

void FullPrecisionMemoryTest::anotherCheckpointOrShareIsMeasured_data()
{
    QTest::addColumn<bool>("checkpoint");
    QTest::newRow("another checkpoint") << true;
    QTest::newRow("another share of the images") << false;
}

void FullPrecisionMemoryTest::anotherCheckpointOrShareIsMeasured()
{
    QFETCH(bool, checkpoint);
    go(settings("first"));
    RunSettings second = settings("second");
    if (checkpoint) {
        SafetensorsFile file { test::demoNetwork().parameters(), {} };
        file.tensors["fc.bias"] = file.tensors["fc.bias"] + 1;
        second.weights = m_folder->path("other.safetensors").string();
        writeSafetensors(second.weights, file);
    } else {
        second.evaluationImages = 49;
    }
    QVERIFY(!go(second).told);
    QVERIFY(go([&] {
        second.outputFolder = m_folder->path("third").string();
        return second;
    }())
                .told);
}

void FullPrecisionMemoryTest::whateverChangesTheAccuracyChangesTheKey()
{
    const Network network = test::demoNetwork();
    const std::vector<int64_t> all { 0, 1, 2, 3 };
    const ImagePreparation usual { { 0.5 }, { 0.5 } };
    ImagePreparation bicubic = usual;
    bicubic.bicubic = true;
    ImagePreparation larger = usual;
    larger.resizeSize = 300;
    const auto images = byteImages(1, 1);
    const std::set<std::string> keys { accuracyKey("net", network, *images, all, usual, "cpu"),
        accuracyKey("other", network, *images, all, usual, "cpu"),
        accuracyKey("net", network, *images, { 0, 1, 2 }, usual, "cpu"),
        accuracyKey("net", network, *images, all, bicubic, "cpu"),
        accuracyKey("net", network, *images, all, larger, "cpu"),
        accuracyKey("net", network, *images, all, usual, "cuda:0"),
        accuracyKey("net", network, *byteImages(2, 1), all, usual, "cpu"),
        accuracyKey("net", network, *byteImages(1, 2), all, usual, "cpu") };
    QCOMPARE(keys.size(), size_t(8));
    QVERIFY(keys.contains(accuracyKey("net", test::demoNetwork(), *byteImages(1, 1), all, usual, "cpu")));
}

void FullPrecisionMemoryTest::filesAreToldApartByNameSizeTimeAndLabel()
{
    const fs::path file = m_folder->path("a.png");
    writeFileAtomically(file, "12345");
    const auto time = fs::last_write_time(file);
    writeFileAtomically(m_folder->path("b.png"), "12345");
    fs::last_write_time(m_folder->path("b.png"), time);
    const auto fingerprint = [&](const char* name, int64_t label) {
        return makeFolderDataset(m_folder->path(), { { name }, { label }, {} }, { { 0, 0, 0 }, { 1, 1, 1 } })
            ->fingerprint({ 0 });
    };
    std::set<std::string> seen { fingerprint("a.png", 0), fingerprint("a.png", 1), fingerprint("b.png", 0) };
    QVERIFY(seen.contains(fingerprint("a.png", 0)));
    fs::last_write_time(file, time + std::chrono::seconds(1));
    seen.insert(fingerprint("a.png", 0));
    writeFileAtomically(file, "123456");
    fs::last_write_time(file, time);
    seen.insert(fingerprint("a.png", 0));
    QCOMPARE(seen.size(), size_t(5));
}

QTEST_GUILESS_MAIN(FullPrecisionMemoryTest)
#include "tst_full_precision_memory.moc"
