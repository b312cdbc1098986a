// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/sample_runs.h"
#include "ui/window/run_series.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace latticeq;
using namespace latticeq::ui;

class TestRunSeries : public QObject
{
    Q_OBJECT
private slots:
    void eachRunHasItsSeedAndItsFolder()
    {
        RunSeries series = sampleSeries();
        QCOMPARE(series.nextSettings().seed, uint64_t(1));
        QCOMPARE(series.nextSettings().repeats, 1);
        QCOMPARE(series.nextPlace(), QString("seed 1 of 2"));
        series.take(test::sampleRun("a", 6, 1));
        QCOMPARE(series.nextSettings().seed, uint64_t(2));
        QVERIFY(QString::fromStdString(series.nextSettings().outputFolder).endsWith("/seed-2"));
        QVERIFY(!series.isComplete());
        series.take(test::sampleRun("b", 6, 2));
        QVERIFY(series.isComplete());
    }
    void aRunThatDidNotFinishIsDoneAgain()
    {
        RunSeries series = sampleSeries();
        const auto stopped = std::make_shared<RunDocument>(test::sampleSettings());
        stopped->setState(RunDocument::State::Stopped);
        series.take(stopped);
        QCOMPARE(series.nextSettings().seed, uint64_t(1));
    }
    void theSentenceTellsMeanAndDeviation()
    {
        RunSeries series = sampleSeries();
        const RunDocumentPtr a = test::sampleRun("a", 6, 1);
        const RunDocumentPtr b = test::sampleRun("b", 6, 2);
        series.take(a);
        series.take(b);
        const double first = a->result()->quantized->top1;
        const double second = b->result()->quantized->top1;
        QVERIFY(first != second);
        QVERIFY2(series.sentence().contains(QString::number((first + second) / 2, 'f', 2)), qPrintable(series.sentence()));
        QVERIFY2(series.sentence().contains(QString::number(std::abs(first - second) / std::sqrt(2.0), 'f', 2)),
            qPrintable(series.sentence()));
    }
    void figuresAreWrittenBesideTheRuns()
    {
        RunSeries series = sampleSeries();
        series.take(test::sampleRun("a", 6, 1));
        series.take(test::sampleRun("b", 6, 2));
        QVERIFY2(series.write().contains("seeds.csv"), "there is no such folder");
        QVERIFY(QDir().mkpath(m_folder.filePath("series")));
        QCOMPARE(series.write(), QString());
        QFile file(m_folder.filePath("series/seeds.csv"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll().count('\n'), 5); // header, two runs, mean and deviation
    }

private:
    RunSeries sampleSeries() const
    {
        RunSettings settings = test::sampleSettings();
        settings.repeats = 2;
        settings.outputFolder = m_folder.filePath("series").toStdString();
        return RunSeries(settings);
    }

    QTemporaryDir m_folder;
};

QTEST_MAIN(TestRunSeries)
#include "tst_run_series.moc"
