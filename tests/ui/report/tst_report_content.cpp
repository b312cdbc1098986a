// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/report_content.h"

#include "tests/ui/sample_runs.h"
#include "ui/support/number_format.h"

#include <QtTest>

using namespace latticeq::ui;

namespace {

QString valueOf(const QList<ReportFact>& facts, const QString& label)
{
    for (const ReportFact& fact : facts) {
        if (fact.label == label)
            return fact.value + u'|' + fact.note;
    }
    return {};
}

} // namespace

class TestReportContent : public QObject
{
    Q_OBJECT

private slots:
    void theHeadlinesAreTheResults()
    {
        const RunDocumentPtr run = test::sampleRun("a");
        const ReportContent content = reportContent(*run, "latticeq quantize");
        const latticeq::RunResult& result = *run->result();
        const QString accuracy = valueOf(content.results, "Top-1 accuracy, quantized");
        QVERIFY(accuracy.startsWith(formatPercent(result.quantized->top1)));
        QVERIFY(accuracy.contains(formatPercent(result.quantized->interval.low)));
        const QString difference = valueOf(content.results, "Difference in top-1 accuracy");
        QVERIFY(difference.startsWith(formatPoints(result.difference->points)));
        QVERIFY(difference.contains(formatPoints(result.difference->interval.high)));
        QVERIFY(valueOf(content.results, "Packed size").startsWith(formatSize(result.packedBytes)));
        QVERIFY(valueOf(content.results, "Effective bits per weight").startsWith(formatBits(result.effectiveBits)));
        QCOMPARE(content.command, QString("latticeq quantize"));
    }

    void theOriginNamesTheDevice()
    {
        latticeq::RunResult result = test::sampleResult();
        result.device = "cuda:0 NVIDIA H100";
        latticeq::ui::RunDocument run(result.settings);
        run.open(result);
        QCOMPARE(valueOf(reportContent(run, {}).origin, "Device"), QString("cuda:0 NVIDIA H100|"));
    }

    void theTableHasEveryLayerAndNoRaggedRow()
    {
        const RunDocumentPtr run = test::sampleRun("a", 9);
        const ReportTable table = reportContent(*run, {}).layers;
        QCOMPARE(table.rows.size(), 9);
        for (const QStringList& row : table.rows)
            QCOMPARE(row.size(), table.header.size());
        QCOMPARE(table.rows[0][1], QString("conv1"));
        QCOMPARE(
            table.rows[3][table.header.indexOf("Cubic error per weight")], formatError(run->layers()[3].report.mce));
        QVERIFY(table.narrow.size() < table.header.size());
    }

    void theSettingsAreInWords()
    {
        latticeq::RunSettings settings = test::sampleSettings();
        settings.layerBits = { { "layer1.0.conv1", 2 }, { "fc", latticeq::kFullPrecisionBits } };
        settings.weightBits = 3;
        settings.seed = 42;
        const ReportContent content = reportContent(RunDocument(settings), {});
        QVERIFY(valueOf(content.settings, "Weights").contains("3"));
        const QString own = valueOf(content.settings, "Layers with bits of their own");
        QVERIFY(own.contains("layer1.0.conv1") && own.contains("fc: left alone"));
        QVERIFY(valueOf(content.origin, "Seed").startsWith("42"));
    }

    void whatIsNotKnownYetIsADash()
    {
        RunDocument run(test::sampleSettings());
        run.plan(test::sampleModel());
        const ReportContent content = reportContent(run, {});
        QCOMPARE(valueOf(content.results, "Top-1 accuracy, quantized"), QString("–|"));
        QCOMPARE(content.layers.rows[1][content.layers.header.indexOf("Cubic error per weight")], QString("–"));
        QVERIFY(content.subtitle.contains("0 of 6"));
    }

    void aFailedRunSaysWhy()
    {
        RunDocument run(test::sampleSettings());
        run.fail("The disk is full.");
        QVERIFY(reportContent(run, {}).subtitle.contains("The disk is full."));
    }
};

QTEST_MAIN(TestReportContent)
#include "tst_report_content.moc"
