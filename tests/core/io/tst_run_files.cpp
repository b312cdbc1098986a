// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/run_files.h"
#include "core/io/atomic_file.h"
#include "core/io/run_folder.h"
#include "tests/support/sample_files.h"
#include "tests/support/temporary_folder.h"

#include <QtTest/QtTest>

using namespace latticeq;

class RunFilesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void settingsComeBack();
    void aStoppedRunHidesNoFinishedOne();
};

void RunFilesTest::settingsComeBack()
{
    const test::TemporaryFolder folder;
    RunSettings settings = test::quickSettings(folder.path("run"));
    settings.layerBits = { { "a", 3 }, { "b", 32 } };
    settings.seed = ~uint64_t(0);
    {
        RunFolder run(settings);
        QVERIFY(hasStoppedRun(folder.path("run")));
        QVERIFY(sameResult(readRunSettings(folder.path("run")), settings));
        run.finish();
    }
    QVERIFY(!hasStoppedRun(folder.path("run")));
    QVERIFY(sameResult(readRunSettings(folder.path("run")), settings));
    QVERIFY(sameResult(readFinishedSettings(folder.path("run")), settings));
    writeFileAtomically(folder.path("run/settings.json"), "{}");
    QVERIFY_EXCEPTION_THROWN(readRunSettings(folder.path("run")), std::invalid_argument);
    writeFileAtomically(folder.path("run/settings.json"), "{");
    QVERIFY_EXCEPTION_THROWN(readRunSettings(folder.path("run")), std::invalid_argument);
}

void RunFilesTest::aStoppedRunHidesNoFinishedOne()
{
    const test::TemporaryFolder folder;
    RunSettings finished = test::quickSettings(folder.path("run"));
    RunFolder(finished).finish();
    RunSettings stopped = finished;
    stopped.overwrite = true;
    stopped.weightBits = 3;
    const RunFolder replacing(stopped);
    QCOMPARE(readRunSettings(folder.path("run")).weightBits, 3);
    QCOMPARE(readFinishedSettings(folder.path("run")).weightBits, finished.weightBits);
}

QTEST_GUILESS_MAIN(RunFilesTest)
#include "tst_run_files.moc"
