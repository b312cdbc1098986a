// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/csv_reports.h"
#include "core/io/run_files.h"
#include "core/io/run_json.h"
#include "tests/ui/sample_runs.h"
#include "ui/runs/run_files.h"
#include "ui/runs/run_records.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace latticeq;
using namespace latticeq::ui;

namespace {

void writeFile(const QString& path, const std::string& text)
{
    QVERIFY(QDir().mkpath(QFileInfo(path).path()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray::fromStdString(text));
}

/** What the command line leaves of a finished run, as far as it is read again. */
void writeRunFolder(const QString& folder, const RunResult& result)
{
    const QDir dir(folder);
    writeFile(dir.filePath(QLatin1String(kSummaryFile)), resultToJson(result).dump());
    writeFile(dir.filePath(QLatin1String(kSettingsFile)), settingsToJson(result.settings).dump());
    writeFile(dir.filePath(QLatin1String(kConvergenceFile)), convergenceCsv(result.layers, result.convergence));
    writeFile(dir.filePath(QLatin1String(kLayersFile)), layersCsv(result.layers));
    writeFile(dir.filePath(QLatin1String(kImagesFile)), "image,fp32,quantized\n0,1,1\n1,1,0\n");
}

/** As a run leaves it that has not finished. */
void writeJournal(const QString& folder, const RunSettings& settings)
{
    writeFile(QDir(folder).filePath(QStringLiteral("%1/%2").arg(QLatin1String(kJournal), QLatin1String(kSettingsFile))),
        settingsToJson(settings).dump());
}

} // namespace

class TestRunRecords : public QObject
{
    Q_OBJECT
private slots:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }
    void recordsWhatAFinishedRunReached();
    void recordsARunThatGoesOn();
    void recordsHowARunEnded();
    void opensARunOfTheCommandLine();
    void opensARememberedRunUnderItsOwnName();
    void opensAStoppedRunWithoutResults();
    void offersToResumeExactlyWhatTheEngineCan_data();
    void offersToResumeExactlyWhatTheEngineCan();
    void resumesWhatWasToReplaceAFinishedRun();
    void saysWhatIsWrongWithAFolder();
    void deletesOnlyWhatARunWrote();

private:
    std::unique_ptr<QTemporaryDir> m_dir;
};

void TestRunRecords::recordsWhatAFinishedRunReached()
{
    const RunDocumentPtr run = test::sampleRun(QStringLiteral("a"));
    const RunRecord record = recordOf(*run);
    QCOMPARE(record.id, QStringLiteral("a"));
    QCOMPARE(record.name, run->name);
    QCOMPARE(record.state, RunRecord::State::Finished);
    QCOMPARE(record.top1, std::optional(run->result()->quantized->top1));
    QCOMPARE(record.fp32Top1, std::optional(run->result()->fp32->top1));
    QVERIFY(*record.top1Low < *record.top1 && *record.top1 < *record.top1High);
    QCOMPARE(record.packedBytes, qint64(run->result()->packedBytes));
    QCOMPARE(record.seconds, 14.0);
    QCOMPARE(record.modelTitle, QStringLiteral("ResNet-20 (Fashion-MNIST)"));
    QVERIFY(record.settings == run->settings());
    QCOMPARE(settingsSummary(record.settings), QStringLiteral("W4A8B8 80×3"));
}

void TestRunRecords::recordsARunThatGoesOn()
{
    RunDocument run(test::sampleSettings());
    run.setState(RunDocument::State::Paused);
    const RunRecord record = recordOf(run);
    QCOMPARE(record.state, RunRecord::State::Running);
    QVERIFY(!record.top1);
    QCOMPARE(record.packedBytes, qint64(0));
}

void TestRunRecords::recordsHowARunEnded()
{
    RunDocument run(test::sampleSettings());
    run.fail(QStringLiteral("No images."));
    QCOMPARE(recordOf(run).state, RunRecord::State::Failed);
    RunResult result = test::sampleResult();
    result.stopped = true;
    RunDocument stopped(test::sampleSettings());
    stopped.finish(result);
    QCOMPARE(recordOf(stopped).state, RunRecord::State::Stopped);
}

void TestRunRecords::opensARunOfTheCommandLine()
{
    const QString folder = m_dir->filePath(QStringLiteral("é run"));
    const RunResult written = test::sampleResult();
    writeRunFolder(folder, written);
    const RunDocumentPtr run = openRunFolder(folder);
    QVERIFY(!run->id.isEmpty());
    QCOMPARE(run->state(), RunDocument::State::Finished);
    QCOMPARE(run->layers().size(), written.layers.size());
    QCOMPARE(run->quantized().report->correct, written.quantized->correct);
    QCOMPARE(run->result()->quantizedCorrect, std::vector<bool>({ true, false }));
    QCOMPARE(recordOf(*run).folder, recordedFolder(folder));
    QVERIFY(run->started.secsTo(QDateTime::currentDateTime()) >= 14);
    QVERIFY(openRunFolder(folder)->id != run->id);
}

void TestRunRecords::opensARememberedRunUnderItsOwnName()
{
    const QString folder = m_dir->filePath(QStringLiteral("run"));
    writeRunFolder(folder, test::sampleResult());
    RunRecord record = recordOf(*openRunFolder(folder));
    record.name = QStringLiteral("mine");
    record.colorSlot = 5;
    record.started = QDateTime(QDate(2026, 1, 2), QTime(3, 4), Qt::UTC);
    const RunDocumentPtr run = openRecord(record);
    QCOMPARE(run->id, record.id);
    QCOMPARE(run->name, QStringLiteral("mine"));
    QCOMPARE(run->colorSlot, 5);
    QCOMPARE(run->started, record.started);
}

void TestRunRecords::opensAStoppedRunWithoutResults()
{
    const QString folder = m_dir->filePath(QStringLiteral("run"));
    writeJournal(folder, test::sampleSettings(7));
    const RunDocumentPtr run = openRunFolder(folder);
    QCOMPARE(run->state(), RunDocument::State::Stopped);
    QCOMPARE(run->settings().seed, uint64_t(7));
    QCOMPARE(QString::fromStdString(run->settings().outputFolder), recordedFolder(folder));
    QVERIFY(!run->result());
}

void TestRunRecords::offersToResumeExactlyWhatTheEngineCan_data()
{
    using State = RunRecord::State;
    QTest::addColumn<RunRecord::State>("state");
    QTest::addColumn<bool>("journal");
    QTest::addColumn<bool>("resumable");
    QTest::newRow("a stopped run with its journal") << State::Stopped << true << true;
    QTest::newRow("a failed run with its journal") << State::Failed << true << true;
    QTest::newRow("a stopped run whose journal is gone") << State::Stopped << false << false;
    QTest::newRow("a failed run that kept nothing") << State::Failed << false << false;
    QTest::newRow("a run that still goes on") << State::Running << true << false;
    QTest::newRow("a finished run") << State::Finished << false << false;
}

void TestRunRecords::offersToResumeExactlyWhatTheEngineCan()
{
    QFETCH(RunRecord::State, state);
    QFETCH(bool, journal);
    RunRecord record;
    record.state = state;
    record.folder = m_dir->filePath(QStringLiteral("run"));
    QVERIFY(QDir().mkpath(record.folder));
    if (journal)
        writeJournal(record.folder, test::sampleSettings());
    QTEST(canResume(record), "resumable");
    record.folder.clear();
    QVERIFY(!canResume(record));
}

void TestRunRecords::resumesWhatWasToReplaceAFinishedRun()
{
    const QString folder = m_dir->filePath(QStringLiteral("run"));
    writeRunFolder(folder, test::sampleResult());
    writeJournal(folder, test::sampleSettings(7));
    RunRecord record = recordOf(*openRunFolder(folder));
    QCOMPARE(openRecord(record)->state(), RunDocument::State::Finished);
    record.state = RunRecord::State::Failed;
    QCOMPARE(openRecord(record)->state(), RunDocument::State::Stopped);
    QCOMPARE(openRecord(record)->settings().seed, uint64_t(7));
}

void TestRunRecords::saysWhatIsWrongWithAFolder()
{
    const QString folder = m_dir->filePath(QStringLiteral("run"));
    RunRecord record = recordOf(*test::sampleRun(QStringLiteral("a")));
    record.folder = folder;
    QVERIFY_EXCEPTION_THROWN(openRecord(record), std::invalid_argument);
    QVERIFY(QDir().mkpath(folder));
    QVERIFY_EXCEPTION_THROWN(openRunFolder(folder), std::invalid_argument);
    writeFile(QDir(folder).filePath(QLatin1String(kSummaryFile)), "{ broken");
    try {
        openRunFolder(folder);
        QFAIL("a damaged summary was read");
    } catch (const std::invalid_argument& error) {
        QVERIFY(QByteArray(error.what()).contains("summary.json"));
    }
}

void TestRunRecords::deletesOnlyWhatARunWrote()
{
    const QString clean = m_dir->filePath(QStringLiteral("clean"));
    writeRunFolder(clean, test::sampleResult());
    writeFile(QDir(clean).filePath(QStringLiteral("latticeq-journal/0.safetensors")), "x");
    QCOMPARE(deleteRunFiles(clean), QString());
    QVERIFY(!QFileInfo::exists(clean));

    const QString shared = m_dir->filePath(QStringLiteral("shared"));
    writeRunFolder(shared, test::sampleResult());
    writeFile(QDir(shared).filePath(QStringLiteral("thesis.tex")), "x");
    QCOMPARE(deleteRunFiles(shared), QString());
    QCOMPARE(
        QDir(shared).entryList(QDir::AllEntries | QDir::NoDotAndDotDot), QStringList(QStringLiteral("thesis.tex")));
    QCOMPARE(deleteRunFiles(QString()), QString());
}

QTEST_MAIN(TestRunRecords)
#include "tst_run_records.moc"
