// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/run_reader.h"
#include "core/io/atomic_file.h"
#include "core/io/run_files.h"
#include "core/io/run_folder.h"
#include "core/io/run_json.h"
#include "core/run/run.h"
#include "tests/support/sample_files.h"
#include "tests/support/temporary_folder.h"

#include <QtTest/QtTest>

#include <cmath>

using namespace latticeq;

namespace {

QString complaintOf(const std::filesystem::path& folder)
{
    try {
        readRun(folder);
    } catch (const std::invalid_argument& error) {
        return error.what();
    }
    return {};
}

void verifyLayersEqual(const RunResult& a, const RunResult& b)
{
    QCOMPARE(a.layers.size(), b.layers.size());
    for (size_t i = 0; i < a.layers.size(); ++i) {
        QCOMPARE(a.layers[i].index, b.layers[i].index);
        QCOMPARE(a.layers[i].weights, b.layers[i].weights);
        QCOMPARE(std::isinf(a.layers[i].sqnrDb), std::isinf(b.layers[i].sqnrDb));
        QCOMPARE(a.convergence[i].size(), b.convergence[i].size());
        for (size_t k = 0; k < a.convergence[i].size(); ++k) {
            QCOMPARE(a.convergence[i][k].restart, b.convergence[i][k].restart);
            QCOMPARE(a.convergence[i][k].candidates, b.convergence[i][k].candidates);
            QCOMPARE(a.convergence[i][k].bestError, b.convergence[i][k].bestError);
        }
    }
}

/** A run folder without the work. */
void writeSmallRun(const std::filesystem::path& path)
{
    RunResult result;
    LayerReport layer;
    layer.name = "fc";
    layer.shape = { 10, 4 };
    result.layers = { layer };
    result.convergence = { { { -1, 16, 0.5 } } };
    result.evaluatedImages = { 7 };
    result.fp32Correct = result.quantizedCorrect = { true };
    RunFolder folder(test::quickSettings(path));
    folder.writeReports(result);
    folder.finish();
}

} // namespace

class RunReaderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRunComesBackAsItWas();
    void convergenceAndImagesMayBeMissing();
    void aStoppedRunIsToBeResumed();
    void aDamagedFileIsNamed_data();
    void aDamagedFileIsNamed();
};

void RunReaderTest::aRunComesBackAsItWas()
{
    const test::TemporaryFolder folder;
    RunSettings settings = test::quickSettings(folder.path("run"));
    settings.layerBits = { { "layer2.0.conv1", 32 } }; // loses nothing: its SQNR is infinite
    RunControl control;
    const RunResult result = run(settings, [](const RunEvent&) {}, control);
    const RunResult read = readRun(folder.path("run"));
    QCOMPARE(resultToJson(read).dump(1), resultToJson(result).dump(1));
    QVERIFY(sameResult(read.settings, result.settings));
    QCOMPARE(read.settings.outputFolder, folder.path("run").string());
    verifyLayersEqual(read, result);
    QCOMPARE(read.evaluatedImages, result.evaluatedImages);
    QCOMPARE(read.fp32Correct, result.fp32Correct);
    QCOMPARE(read.quantizedCorrect, result.quantizedCorrect);
}

void RunReaderTest::convergenceAndImagesMayBeMissing()
{
    const test::TemporaryFolder folder;
    writeSmallRun(folder.path("run"));
    QCOMPARE(readRun(folder.path("run")).fp32Correct, std::vector<bool> { true });
    std::filesystem::remove(folder.path("run") / kConvergenceFile);
    std::filesystem::remove(folder.path("run") / kImagesFile);
    const RunResult read = readRun(folder.path("run"));
    QCOMPARE(read.convergence.size(), size_t(1));
    QVERIFY(read.convergence[0].empty() && read.evaluatedImages.empty());
    QVERIFY(!read.fp32 && !read.difference);
}

void RunReaderTest::aStoppedRunIsToBeResumed()
{
    const test::TemporaryFolder folder;
    QVERIFY(complaintOf(folder.path()).contains("holds no finished run: expected summary.json"));
    const RunFolder stopped(test::quickSettings(folder.path("run")));
    QCOMPARE(complaintOf(folder.path("run")),
        QString::fromStdString(folder.path("run").string()) + " holds a run that was stopped; resume it");
}

void RunReaderTest::aDamagedFileIsNamed_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("complaint");
    QTest::newRow("a summary cut off") << "summary.json" << QByteArray("{ \"fp32\": ") << "not a JSON object";
    QTest::newRow("a summary without its fields") << "summary.json" << QByteArray("{}") << "key 'fp32' not found";
    QTest::newRow("convergence of an unknown layer")
        << "convergence.csv" << QByteArray("layer,restart,candidates,best_error\nconv9,,1,0.5\n") << "'conv9'";
    QTest::newRow("convergence that is no number")
        << "convergence.csv" << QByteArray("layer,restart,candidates,best_error\nfc,,1,half\n") << "'half'";
    QTest::newRow("images with other columns") << "images.csv" << QByteArray("image\n1\n") << "image,fp32,quantized";
    QTest::newRow("images of which some have no outcome")
        << "images.csv" << QByteArray("image,fp32,quantized\n1,1,1\n2,1,\n") << "lacks the outcome";
}

void RunReaderTest::aDamagedFileIsNamed()
{
    QFETCH(QString, file);
    QFETCH(QByteArray, content);
    QFETCH(QString, complaint);
    const test::TemporaryFolder folder;
    writeSmallRun(folder.path("run"));
    writeFileAtomically(folder.path("run") / file.toStdString(), content.toStdString());
    const QString told = complaintOf(folder.path("run"));
    QVERIFY2(told.contains(complaint) && told.contains(file), qPrintable(told));
    QVERIFY2(!told.contains("exception"), qPrintable(told));
}

QTEST_GUILESS_MAIN(RunReaderTest)
#include "tst_run_reader.moc"
