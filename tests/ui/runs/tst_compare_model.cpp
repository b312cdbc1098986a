// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/sample_runs.h"
#include "ui/runs/compare_builder.h"
#include "ui/runs/compare_model.h"
#include "ui/support/number_format.h"

#include <QAbstractItemModelTester>
#include <QtTest>

using namespace latticeq;
using namespace latticeq::ui;

namespace {

RunDocumentPtr runFrom(const QString& id, const RunResult& result)
{
    auto run = std::make_shared<RunDocument>(result.settings);
    run->id = id;
    run->name = id;
    run->open(result);
    return run;
}

/** A run with 3-bit weights that is smaller, worse and slower than sampleResult(). */
RunResult smallerResult()
{
    RunResult result = test::sampleResult();
    result.settings.weightBits = 3;
    result.packedBytes = test::sampleResult().packedBytes * 78 / 100;
    result.effectiveBits -= 1;
    for (LayerReport& layer : result.layers)
        layer.mce *= 7.36;
    for (size_t i = 0; i < 14; ++i)
        result.quantizedCorrect[i] = false;
    result.quantized->correct = std::count(result.quantizedCorrect.begin(), result.quantizedCorrect.end(), true);
    result.quantized->top1 = 0.1 * static_cast<double>(result.quantized->correct);
    result.seconds = { { "Searching bases", 42.0 } };
    return result;
}

int rowOf(const CompareModel& model, const QString& name)
{
    for (int row = 0; row < model.rowCount(); ++row) {
        if (model.index(row, 0).data().toString() == name)
            return row;
    }
    return -1;
}

QString cell(const CompareModel& model, const QString& name, int column, int role = Qt::DisplayRole)
{
    return model.index(rowOf(model, name), column).data(role).toString();
}

} // namespace

class TestCompareModel : public QObject
{
    Q_OBJECT
private slots:
    void comparesTwoRuns_data();
    void comparesTwoRuns();
    void showsDifferencesOnlyUnlessAsked();
    void putsDifferencesUnderValuesFromThreeRunsOn();
    void namesTheReference();
    void givesThePairedInterval();
    void saysWhenImagesWereDifferent();
    void showsADashForWhatIsNotKnown();
    void distinguishesRunsByTheirOwnLayerBits();
    void staysConsistentWhileRunsComeAndGo();
    void copiesTheTable();
};

void TestCompareModel::comparesTwoRuns_data()
{
    QTest::addColumn<QString>("row");
    QTest::addColumn<QString>("difference");
    QTest::addColumn<QString>("otherWayRound");
    QTest::newRow("one bit less") << QStringLiteral("Weight bits") << QStringLiteral("−1") << QStringLiteral("+1");
    QTest::newRow("a smaller file in percent")
        << QStringLiteral("Packed size") << QStringLiteral("−22 %") << QStringLiteral("+28 %");
    QTest::newRow("fewer effective bits")
        << QStringLiteral("Effective bits/weight") << QStringLiteral("−1.00") << QStringLiteral("+1.00");
    QTest::newRow("a larger error as a factor")
        << QStringLiteral("Mean cubic error") << QStringLiteral("×7.36") << QStringLiteral("−86 %");
    QTest::newRow("a longer time as a factor")
        << QStringLiteral("Time") << QStringLiteral("×3.00") << QStringLiteral("−67 %");
}

void TestCompareModel::comparesTwoRuns()
{
    QFETCH(QString, row);
    CompareModel model;
    model.setRuns(
        { runFrom(QStringLiteral("a"), test::sampleResult()), runFrom(QStringLiteral("b"), smallerResult()) });
    QCOMPARE(model.columnCount(), 4);
    QTEST(cell(model, row, 3), "difference");
    model.setRuns(
        { runFrom(QStringLiteral("b"), smallerResult()), runFrom(QStringLiteral("a"), test::sampleResult()) });
    QTEST(cell(model, row, 3), "otherWayRound");
}

void TestCompareModel::showsDifferencesOnlyUnlessAsked()
{
    CompareModel model;
    model.setRuns(
        { runFrom(QStringLiteral("a"), test::sampleResult()), runFrom(QStringLiteral("b"), smallerResult()) });
    QCOMPARE(rowOf(model, QStringLiteral("Activation bits")), -1);
    for (int row = 0; row < model.rowCount(); ++row)
        QVERIFY(model.index(row, 1).data() != model.index(row, 2).data());
    const int few = model.rowCount();
    model.setDifferencesOnly(false);
    QVERIFY(model.rowCount() > few);
    QCOMPARE(cell(model, QStringLiteral("Activation bits"), 1), QStringLiteral("8"));
    QCOMPARE(cell(model, QStringLiteral("Search steps × restarts"), 2), QStringLiteral("80 × 3"));
    QCOMPARE(cell(model, QStringLiteral("Basis granularity"), 1), QStringLiteral("per channel"));
}

void TestCompareModel::putsDifferencesUnderValuesFromThreeRunsOn()
{
    CompareModel model;
    model.setRuns({ runFrom(QStringLiteral("a"), test::sampleResult()), runFrom(QStringLiteral("b"), smallerResult()),
        runFrom(QStringLiteral("c"), smallerResult()) });
    QCOMPARE(model.columnCount(), 4);
    QCOMPARE(cell(model, QStringLiteral("Weight bits"), 3), QStringLiteral("3"));
    QCOMPARE(cell(model, QStringLiteral("Weight bits"), 3, CompareModel::DifferenceRole), QStringLiteral("−1"));
    QCOMPARE(cell(model, QStringLiteral("Weight bits"), 1, CompareModel::DifferenceRole), QString());
}

void TestCompareModel::namesTheReference()
{
    CompareModel model;
    model.setRuns(
        { runFrom(QStringLiteral("first"), test::sampleResult()), runFrom(QStringLiteral("second"), smallerResult()) });
    const auto header = [&](int section) { return model.headerData(section, Qt::Horizontal, Qt::DisplayRole); };
    QCOMPARE(header(1).toString(), QStringLiteral("A first ★"));
    QCOMPARE(header(2).toString(), QStringLiteral("B second"));
    QCOMPARE(header(3).toString(), QStringLiteral("B against A"));
    QVERIFY(!model.headerData(2, Qt::Horizontal, Qt::DecorationRole).value<QIcon>().isNull());
}

void TestCompareModel::givesThePairedInterval()
{
    const RunDocumentPtr first = runFrom(QStringLiteral("a"), test::sampleResult());
    const RunDocumentPtr second = runFrom(QStringLiteral("b"), smallerResult());
    const auto paired = pairedAccuracy(*first, *second);
    QVERIFY(paired.has_value());
    QVERIFY(paired->points < 0 && paired->interval.low < paired->points && paired->points < paired->interval.high);
    CompareModel model;
    model.setRuns({ first, second });
    QCOMPARE(cell(model, QStringLiteral("Top-1"), 3), QStringLiteral("%1 ¹").arg(formatPoints(paired->points)));
    QVERIFY(model.footnote().contains(formatSigned(paired->interval.low, 2)));
    QVERIFY(model.footnote().contains(formatSigned(paired->interval.high, 2)));
}

void TestCompareModel::saysWhenImagesWereDifferent()
{
    RunResult other = smallerResult();
    other.evaluatedImages.front() = 5000;
    const RunDocumentPtr first = runFrom(QStringLiteral("a"), test::sampleResult());
    const RunDocumentPtr second = runFrom(QStringLiteral("b"), other);
    QVERIFY(!pairedAccuracy(*first, *second));
    CompareModel model;
    model.setRuns({ first, second });
    QVERIFY(model.footnote().contains(QStringLiteral("different images")));
}

void TestCompareModel::showsADashForWhatIsNotKnown()
{
    auto planned = std::make_shared<RunDocument>(test::sampleSettings());
    CompareModel model;
    model.setRuns({ runFrom(QStringLiteral("a"), test::sampleResult()), planned });
    for (const char* name : { "Top-1", "Packed size", "Mean cubic error", "Time" }) {
        QCOMPARE(cell(model, QLatin1String(name), 2), QStringLiteral("–"));
        QCOMPARE(cell(model, QLatin1String(name), 3), QString());
    }
    QVERIFY(model.footnote().isEmpty());
}

void TestCompareModel::distinguishesRunsByTheirOwnLayerBits()
{
    RunResult own = test::sampleResult();
    own.settings.layerBits = { { "layer1.0.conv1", 3 } };
    RunResult other = test::sampleResult();
    other.settings.layerBits = { { "layer1.0.conv2", 3 } };
    CompareModel model;
    model.setRuns({ runFrom(QStringLiteral("a"), own), runFrom(QStringLiteral("b"), other) });
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(cell(model, QStringLiteral("Layers with bits of their own"), 1), QStringLiteral("layer1.0.conv1=3"));
}

void TestCompareModel::staysConsistentWhileRunsComeAndGo()
{
    CompareModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QList<RunDocumentPtr> runs;
    for (int i = 0; i < 8; ++i) {
        runs += runFrom(QString::number(i), i % 2 == 0 ? test::sampleResult() : smallerResult());
        model.setRuns(runs);
        model.setDifferencesOnly(i % 3 == 0);
    }
    QCOMPARE(model.columnCount(), 9);
    QSignalSpy reset(&model, &CompareModel::modelReset);
    model.setRuns(runs);
    QCOMPARE(reset.count(), 0);
    model.setRuns({});
    QCOMPARE(model.rowCount(), 0);
}

void TestCompareModel::copiesTheTable()
{
    CompareModel model;
    model.setRuns(
        { runFrom(QStringLiteral("a"), test::sampleResult()), runFrom(QStringLiteral("b"), smallerResult()) });
    const QStringList lines = model.asText().split(u'\n');
    QCOMPARE(lines.size(), 1 + model.rowCount() + 1);
    QCOMPARE(lines.first(), QStringLiteral("Setting or result\tA a ★\tB b\tB against A"));
    QVERIFY(lines.contains(QStringLiteral("Weight bits\t4\t3\t−1")));
    QCOMPARE(lines.last(), model.footnote());
}

QTEST_MAIN(TestCompareModel)
#include "tst_compare_model.moc"
