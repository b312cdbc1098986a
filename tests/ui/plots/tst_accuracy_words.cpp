// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/accuracy_words.h"

#include "tests/ui/sample_runs.h"

#include <QTest>

using namespace latticeq;
using namespace latticeq::ui;

class TestAccuracyWords : public QObject
{
    Q_OBJECT
private slots:
    void theDifferenceIsPairedImageByImage()
    {
        RunResult result = test::sampleResult(6, 2);
        const PairedDifference expected = pairedDifference(result.fp32Correct, result.quantizedCorrect);
        QCOMPARE(differenceToFullPrecision(result)->points, expected.points);
        RunResult reference = test::sampleResult(6, 3);
        QCOMPARE(differenceToReference(result, reference)->points,
            pairedDifference(reference.quantizedCorrect, result.quantizedCorrect).points);
    }

    void otherImagesAreNotCompared()
    {
        RunResult result = test::sampleResult(6, 2);
        RunResult reference = test::sampleResult(6, 3);
        reference.evaluatedImages[0] = 123456;
        QVERIFY(!differenceToReference(result, reference));
        reference = test::sampleResult(6, 3);
        reference.settings.data = "elsewhere";
        QVERIFY(!differenceToReference(result, reference));
    }

    void aSentenceForEachComparison()
    {
        const RunDocumentPtr a = test::sampleRun(QStringLiteral("a"), 6, 2);
        const RunDocumentPtr b = test::sampleRun(QStringLiteral("b"), 6, 3);
        const QStringList lines = accuracyWords({ a.get(), b.get() }, a.get()).split(u'\n');
        QCOMPARE(lines.size(), 3);
        QVERIFY(lines[0].startsWith(QStringLiteral("Run a against full precision:")));
        QVERIFY(lines[2].startsWith(QStringLiteral("Run b against Run a:")));
        QVERIFY(lines[2].contains(QStringLiteral("paired")));
    }

    void otherImagesAreSaidInWords()
    {
        const RunDocumentPtr a = test::sampleRun(QStringLiteral("a"), 6, 2);
        RunResult result = test::sampleResult(6, 3);
        result.evaluatedImages.pop_back();
        result.quantizedCorrect.pop_back();
        RunDocument b(result.settings);
        b.open(result);
        QVERIFY(accuracyWords({ a.get(), &b }, a.get()).contains(QStringLiteral("different images")));
    }

    void signsAreWrittenOut()
    {
        const QString text = differenceText({ -0.14, { -0.40, 0.12 } });
        QVERIFY(text.contains(QStringLiteral("−0.14")));
        QVERIFY(text.contains(QStringLiteral("−0.40")));
        QVERIFY(text.contains(QStringLiteral("+0.12")));
    }
};

QTEST_MAIN(TestAccuracyWords)
#include "tst_accuracy_words.moc"
