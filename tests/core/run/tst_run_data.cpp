// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/run_data.h"
#include "core/io/atomic_file.h"
#include "tests/support/temporary_folder.h"

#include <QtTest/QtTest>

using namespace latticeq;
namespace fs = std::filesystem;

namespace {

/** Two classes with five grey images each; the last of the second cannot be read. */
void writeFolder(const test::TemporaryFolder& folder)
{
    for (const char* name : { "a", "b" }) {
        fs::create_directory(folder.path(name));
        for (const char* image : { "1", "2", "3", "4", "5" }) {
            fs::copy_file(fs::path(LATTICEQ_GOLDEN_DIR) / "images" / "pictures" / "grey.png",
                folder.path(name) / (std::string(image) + ".png"));
        }
    }
    writeFileAtomically(folder.path("b/5.png"), "no image");
}

} // namespace

class RunDataTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void imagesThatDoNotFitAreNamed();
    void withoutDataWeightsCanStillBeQuantized();
    void calibrationTakesTheFirstTrainingImages();
    void aShareOfAnImageFolderCalibratesAndIsLeftOut();
    void thatShareIsLeftOutAgain();
    void anotherFolderCalibratesWithoutLabels();
    void unreadableImagesAreTakenOutOfTheEvaluation();
};

void RunDataTest::imagesThatDoNotFitAreNamed()
{
    RunSettings settings;
    settings.data = "fashion-mnist";
    QVERIFY_EXCEPTION_THROWN(openRunData(settings, findModel("resnet18"), [](const RunEvent&) {}), std::invalid_argument);
}

void RunDataTest::withoutDataWeightsCanStillBeQuantized()
{
    int warnings = 0;
    const auto count = [&](const RunEvent&) { ++warnings; };
    RunSettings settings;
    const RunData data = openRunData(settings, findModel("resnet18"), count);
    QVERIFY(!data.evaluation && !data.calibrationImages.defined());
    QCOMPARE(warnings, 1);
    settings.quantizeActivations = true;
    QVERIFY_EXCEPTION_THROWN(openRunData(settings, findModel("resnet18"), count), std::invalid_argument);
}

void RunDataTest::calibrationTakesTheFirstTrainingImages()
{
    RunSettings settings;
    settings.calibrationImages = 20;
    settings.evaluationImages = 30;
    const RunData data = openRunData(settings, findModel(kDemoModel), [](const RunEvent&) {});
    QCOMPARE(data.calibrationImages.size(0), 20);
    QCOMPARE(data.positions.size(), size_t(30));
}

void RunDataTest::aShareOfAnImageFolderCalibratesAndIsLeftOut()
{
    const test::TemporaryFolder folder;
    writeFolder(folder);
    QStringList lines;
    RunSettings settings;
    settings.data = folder.path().string();
    settings.calibrationImages = 4;
    const RunData data = openRunData(settings, findModel(kDemoModel),
        [&](const RunEvent& event) { lines << QString::fromStdString(std::get<LogLine>(event).text); });
    QVERIFY(data.calibrationLeftOut);
    QCOMPARE(data.positions.size(), size_t(6));
    QCOMPARE(data.calibrationImages.size(0) + std::ssize(data.unreadable), 4);
    QVERIFY2(lines.join(' ').contains("4 of the 10, the same in every run, calibrate and are left out"), qPrintable(lines.join('\n')));
    QVERIFY(lines.join(' ').contains("has 2 class folders, resnet20-fashion-mnist has 10 classes"));
    settings.calibrationData = settings.data;
    QVERIFY(openRunData(settings, findModel(kDemoModel), [](const RunEvent&) {}).calibrationLeftOut);
}

void RunDataTest::thatShareIsLeftOutAgain()
{
    const test::TemporaryFolder folder;
    writeFolder(folder);
    RunSettings settings;
    settings.data = folder.path().string();
    settings.calibrationImages = 4;
    for (const int64_t share : { 0, 3 }) {
        settings.evaluationImages = share;
        const RunData data = openRunData(settings, findModel(kDemoModel), [](const RunEvent&) {});
        const CalibrationShare calibrated = calibrationShareOf(*data.evaluation, 4);
        QCOMPARE(positionsBeside(calibrated, *data.evaluation, share), data.positions);
    }
    const auto images = openEvaluationData(settings.data, findModel(kDemoModel));
    const CalibrationShare calibrated = calibrationShareOf(*images, 4);
    QCOMPARE(positionsBeside(std::nullopt, *images, 0).size(), size_t(10));
    for (const char* image : { "a/1.png", "a/2.png", "a/3.png", "a/4.png", "a/5.png", "b/1.png", "b/2.png" })
        fs::rename(folder.path(image), folder.path(image).replace_extension(".jpg"));
    const auto others = openEvaluationData(settings.data, findModel(kDemoModel)); // as many, but not the same
    QCOMPARE(positionsBeside(calibrated, *others, 0).size(), size_t(10));
}

void RunDataTest::anotherFolderCalibratesWithoutLabels()
{
    const test::TemporaryFolder folder;
    const test::TemporaryFolder others;
    writeFolder(folder);
    writeFolder(others);
    RunSettings settings;
    settings.data = folder.path().string();
    settings.calibrationData = others.path("a").string();
    settings.calibrationImages = 3;
    const RunData data = openRunData(settings, findModel(kDemoModel), [](const RunEvent&) {});
    QVERIFY(!data.calibrationLeftOut);
    QCOMPARE(data.positions.size(), size_t(10));
    QCOMPARE(data.calibrationImages.size(0), 3);
}

void RunDataTest::unreadableImagesAreTakenOutOfTheEvaluation()
{
    const test::TemporaryFolder folder;
    writeFolder(folder);
    RunData data;
    data.evaluation = openEvaluationData(folder.path().string(), findModel(kDemoModel));
    data.positions = { 0, 4, 9 };
    QStringList lines;
    const EventSink sink = [&](const RunEvent& event) { lines << QString::fromStdString(std::get<LogLine>(event).text); };
    leaveOutUnreadable(data, { 2 }, sink);
    QCOMPARE(data.positions, (std::vector<int64_t> { 0, 4 }));
    QCOMPARE(data.unreadable, std::vector<std::string> { "b/5.png" });
    QCOMPARE(lines, QStringList { "1 image cannot be read and is left out: b/5.png" });
    QVERIFY_EXCEPTION_THROWN(leaveOutUnreadable(data, { 0, 1 }, sink), std::invalid_argument);
}

QTEST_GUILESS_MAIN(RunDataTest)
#include "tst_run_data.moc"
