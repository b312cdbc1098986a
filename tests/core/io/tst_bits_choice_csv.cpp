// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/bits_choice_csv.h"

#include <QtTest/QtTest>

using namespace latticeq;

namespace {

BitsChoice sampleChoice()
{
    BitsChoice choice;
    choice.sensitivities = { { 0, "a", { { 1, 10, 0.25, 1.0 / 3, 91.5, 98, true }, { 2, 20, 1e-7, 2e-9, {}, 100, false } } },
        { 1, "b, with a comma", { { 1, 5, 0.5, 0.125, 90, 97, true } } } };
    choice.curve = { { 100, 1, 0.5, std::nullopt, {} }, { 200, 1.5, 0.25, 93.5, {} }, { 300, 2, 0.1, std::nullopt, {} } };
    choice.chosen = { 210, 1.6, 0.2, 93.25, { { "a", 2 }, { "b, with a comma", 1 } } };
    return choice;
}

BitsChoice readBack(const BitsChoice& choice)
{
    return readBitsChoice(sensitivityCsv(choice.sensitivities, choice.chosen.layerBits),
        tradeOffCsv(choice.curve, choice.chosen), "folder");
}

} // namespace

class BitsChoiceCsvTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void allFiguresReadBack();
    void theChosenPointStandsInItsPlace_data();
    void theChosenPointStandsInItsPlace();
    void aChoiceThatIsStillOpenMarksNothing();
    void damageIsNamed();
};

void BitsChoiceCsvTest::allFiguresReadBack()
{
    const BitsChoice choice = sampleChoice();
    const BitsChoice read = readBack(choice);
    QCOMPARE(read.sensitivities.size(), size_t(2));
    QCOMPARE(read.sensitivities[1].layer, choice.sensitivities[1].layer);
    QCOMPARE(read.sensitivities[1].index, 1);
    const BitsOption& option = read.sensitivities[0].options[0];
    QVERIFY(option.divergence == 1.0 / 3 && option.top1 == 91.5 && option.kept == 98 && option.measured);
    QVERIFY(!read.sensitivities[0].options[1].top1 && !read.sensitivities[0].options[1].measured);
    QCOMPARE(read.chosen.layerBits, choice.chosen.layerBits);
    QCOMPARE(read.chosen.bytes, choice.chosen.bytes);
    QCOMPARE(*read.chosen.top1, 93.25);
    QCOMPARE(read.curve.size(), size_t(4));
    QCOMPARE(*read.curve[1].top1, 93.5);
}

void BitsChoiceCsvTest::theChosenPointStandsInItsPlace_data()
{
    QTest::addColumn<int64_t>("bytes");
    QTest::addColumn<int>("row");
    QTest::addColumn<int>("rows");
    QTest::newRow("before all others") << int64_t(50) << 0 << 4;
    QTest::newRow("between two") << int64_t(250) << 2 << 4;
    QTest::newRow("after all others") << int64_t(400) << 3 << 4;
    QTest::newRow("one of them") << int64_t(200) << 1 << 3;
}

void BitsChoiceCsvTest::theChosenPointStandsInItsPlace()
{
    QFETCH(int64_t, bytes);
    QFETCH(int, row);
    QFETCH(int, rows);
    BitsChoice choice = sampleChoice();
    choice.chosen.bytes = bytes;
    const QStringList lines = QString::fromStdString(tradeOffCsv(choice.curve, choice.chosen)).split('\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), rows + 1);
    QVERIFY(lines[row + 1].startsWith(QString::number(bytes)) && lines[row + 1].endsWith(",1"));
    QCOMPARE(lines.filter(QRegularExpression(",1$")).size(), 1);
}

void BitsChoiceCsvTest::aChoiceThatIsStillOpenMarksNothing()
{
    BitsChoice choice = sampleChoice();
    choice.chosen = {};
    const BitsChoice read = readBack(choice);
    QCOMPARE(read.curve.size(), size_t(3));
    QCOMPARE(read.chosen.bytes, 0);
    QVERIFY(read.chosen.layerBits.empty());
}

void BitsChoiceCsvTest::damageIsNamed()
{
    const std::string whole = sensitivityCsv(sampleChoice().sensitivities, {});
    try {
        readSensitivities(whole.substr(0, whole.size() - 9), "half.csv");
        QFAIL("half a line was read");
    } catch (const std::invalid_argument& error) {
        QVERIFY(QString(error.what()).startsWith("half.csv"));
    }
    QVERIFY_EXCEPTION_THROWN(readSensitivities("layer,bits\n", "x"), std::invalid_argument);
}

QTEST_GUILESS_MAIN(BitsChoiceCsvTest)
#include "tst_bits_choice_csv.moc"
