// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/run_folder.h"
#include "core/io/atomic_file.h"
#include "core/run/run_control.h"
#include "core/support/worker_threads.h"
#include "tests/support/sample_files.h"
#include "tests/support/temporary_folder.h"

#include <QtTest/QtTest>

using namespace latticeq;

class RunFolderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anotherRunsFolderIsNotTaken();
    void anEmptyFolderIsTaken();
    void nothingIsLeftWhereNothingWasFinished();
    void aFileInTheWayIsNamed();
    void theJournalReturnsALayerAsItWas();
};

void RunFolderTest::anotherRunsFolderIsNotTaken()
{
    const test::TemporaryFolder folder;
    RunSettings settings = test::quickSettings(folder.path("run"));
    {
        RunFolder run(settings);
        run.writeReports(RunResult {});
        run.finish();
    }
    QVERIFY(!hasStoppedRun(folder.path("run")));
    QVERIFY_EXCEPTION_THROWN(RunFolder { settings }, std::invalid_argument);
    settings.overwrite = true;
    { const RunFolder failed(settings); } // the older run stays until the new one is complete
    QVERIFY(std::filesystem::exists(folder.path("run/summary.json")));
    QVERIFY(std::filesystem::exists(folder.path("run/settings.json")));
}

void RunFolderTest::anEmptyFolderIsTaken()
{
    const test::TemporaryFolder folder;
    { const RunFolder taken(test::quickSettings(folder.path())); }
    QVERIFY(std::filesystem::exists(folder.path()));
}

void RunFolderTest::nothingIsLeftWhereNothingWasFinished()
{
    const test::TemporaryFolder folder;
    { const RunFolder run(test::quickSettings(folder.path("runs/deep/one"))); }
    QCOMPARE(folder.entries(), QStringList {});
    { const RunFolder run(test::quickSettings(folder.path())); }
    QCOMPARE(folder.entries(), QStringList {});
}

void RunFolderTest::aFileInTheWayIsNamed()
{
    const test::TemporaryFolder folder;
    writeFileAtomically(folder.path("file"), "x");
    QVERIFY_EXCEPTION_THROWN(RunFolder { test::quickSettings(folder.path("file")) }, std::invalid_argument);
    QVERIFY_EXCEPTION_THROWN(RunFolder { test::quickSettings(folder.path("file/run")) }, std::invalid_argument);
}

void RunFolderTest::theJournalReturnsALayerAsItWas()
{
    const test::TemporaryFolder folder;
    LayerPlan plan;
    plan.layer = { "layer", false, { 4, 2, 3, 3 } };
    plan.bits = 3;
    plan.n = 3;
    plan.basisBits = 8;
    plan.biasCorrection = true;
    plan.stepsPerPhase = 5;
    const at::Tensor weight = test::randomTensor({ 4, 2, 3, 3 }, 1);
    RunControl control;
    WorkerThreads workers(1);
    const JournalEntry entry { quantizeLayer(plan, weight, 1, 0, ProcessorSearcher(workers), control, {}), 1.25 };
    RunFolder run(test::quickSettings(folder.path("run")));
    QVERIFY(!run.readLayer(3, "layer", weight));
    run.writeLayer(3, "layer", weight, entry);
    const auto read = run.readLayer(3, "layer", weight);
    QVERIFY(read);
    QCOMPARE(read->seconds, 1.25);
    QCOMPARE(read->quantization.cubicError, entry.quantization.cubicError);
    QCOMPARE(read->quantization.scalarCubicError, entry.quantization.scalarCubicError);
    QCOMPARE(read->quantization.convergence.size(), entry.quantization.convergence.size());
    QVERIFY(at::equal(dequantize(read->quantization.weight), dequantize(entry.quantization.weight)));
    QVERIFY_EXCEPTION_THROWN(run.readLayer(3, "layer", weight * 2), std::invalid_argument);
    const auto looked = readJournalLayer(folder.path("run"), test::quickSettings({}), 3, "layer", weight);
    QVERIFY(looked && at::equal(dequantize(looked->quantization.weight), dequantize(entry.quantization.weight)));
    QVERIFY(!readJournalLayer(folder.path("run"), test::quickSettings({}), 4, "other", weight));
    QVERIFY(hasStoppedRun(folder.path("run")));
    QVERIFY(!run.readLayer(3, "layer", weight, JournalStage::Rounded));
    JournalEntry rounded = entry;
    rounded.seconds = 2.5;
    run.writeLayer(3, "layer", weight, rounded, JournalStage::Rounded);
    QCOMPARE(run.readLayer(3, "layer", weight)->seconds, 1.25);
    QCOMPARE(run.readLayer(3, "layer", weight, JournalStage::Rounded)->seconds, 2.5);
    QCOMPARE(readJournalLayer(folder.path("run"), test::quickSettings({}), 3, "layer", weight)->seconds, 2.5);

    RunSettings other = test::quickSettings(folder.path("run"));
    other.steps = 4;
    other.resume = true;
    RunFolder resumed(other);
    QVERIFY_EXCEPTION_THROWN(resumed.readLayer(3, "layer", weight), std::invalid_argument);
    const auto file = folder.path("run/latticeq-journal/3.safetensors");
    std::string bytes = readFile(file);
    bytes[bytes.size() - 3] ^= 1;
    writeFileAtomically(file, bytes);
    QVERIFY_EXCEPTION_THROWN(run.readLayer(3, "layer", weight), std::invalid_argument);
}

QTEST_GUILESS_MAIN(RunFolderTest)
#include "tst_run_folder.moc"
