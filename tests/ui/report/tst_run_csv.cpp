// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/run_csv.h"

#include "tests/ui/bits/sample_choice.h"

#include <QtTest>

using namespace latticeq::ui;

namespace {

QList<QByteArray> linesOf(const QByteArray& csv)
{
    QList<QByteArray> lines = csv.split('\n');
    lines.removeLast();
    return lines;
}

} // namespace

class TestRunCsv : public QObject
{
    Q_OBJECT

private slots:
    void aRunHasARowForEveryLayer()
    {
        const QList<QByteArray> lines = linesOf(layersCsvOf(*test::sampleRun("a", 8)));
        QCOMPARE(lines.size(), 1 + 8);
        QVERIFY(lines[0].startsWith("layer,type,shape,"));
        QVERIFY(lines[1].startsWith("conv1,conv,16x1x3x3,"));
    }

    void aPlannedLayerHasNoRow()
    {
        RunDocument run(test::sampleSettings());
        run.plan(test::sampleModel());
        QCOMPARE(linesOf(layersCsvOf(run)).size(), 1);
    }

    void convergenceHoldsEveryPoint()
    {
        const RunDocumentPtr run = test::sampleRun("a");
        qsizetype points = 0;
        for (const LayerState& layer : run->layers())
            points += static_cast<qsizetype>(layer.convergence.size());
        QCOMPARE(linesOf(convergenceCsvOf(*run)).size(), 1 + points);
    }

    void severalRunsShareOneHeaderAndNameThemselves()
    {
        const RunDocumentPtr a = test::sampleRun("a", 6, 1);
        const RunDocumentPtr b = test::sampleRun("b", 7, 2);
        b->name = "with \"quotes\", and a comma";
        const QList<QByteArray> lines = linesOf(layersCsvOf({ a, b }));
        QCOMPARE(lines.size(), 1 + 6 + 7);
        QVERIFY(lines[0].startsWith("run,layer,type,"));
        QVERIFY(lines[1].startsWith("\"Run a\",conv1,"));
        QVERIFY(lines[7].startsWith("\"with \"\"quotes\"\", and a comma\",conv1,"));
        QCOMPARE(lines[1].mid(lines[1].indexOf(',') + 1), linesOf(layersCsvOf(*a))[1]);
        QVERIFY(linesOf(convergenceCsvOf({ a, b }))[0].startsWith("run,layer,restart,"));
    }

    void aChoiceOfBitsIsWrittenAsInItsFolder()
    {
        const auto run = test::choosingRun("a");
        QCOMPARE(linesOf(sensitivityCsvOf(*run)).size(), 3);
        QVERIFY(linesOf(sensitivityCsvOf(*run))[2].startsWith("layer1.0.conv1,2,") && linesOf(sensitivityCsvOf(*run))[2].endsWith(",1"));
        QCOMPARE(linesOf(tradeOffCsvOf(*run)).size(), 7);
        QCOMPARE(linesOf(tradeOffCsvOf({ run, run })).size(), 13);
        QCOMPARE(linesOf(tradeOffCsvOf(*test::sampleRun("b"))).size(), 1);
    }

    void aLineBreakBetweenQuotesStartsNoRecord()
    {
        latticeq::RunResult result = test::sampleResult();
        result.layers[1].name = "odd\nname";
        const auto run = std::make_shared<RunDocument>(test::sampleSettings());
        run->open(result);
        QCOMPARE(layersCsvOf({ run }).count("\n\"W4A8B8\","), 6);
    }
};

QTEST_MAIN(TestRunCsv)
#include "tst_run_csv.moc"
