// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluate/intervals.h"

#include <QtTest/QtTest>

#include <cmath>

using namespace latticeq;

class IntervalsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wilsonMatchesPublishedValues();
    void equalAnswersDifferByNothing();
    void theIntervalHoldsTheDifferenceAndItsSign();
};

void IntervalsTest::wilsonMatchesPublishedValues()
{
    // Newcombe (Statistics in Medicine 17, 1998), table I: 81 of 263 and 0 of 20.
    const Interval a = wilsonInterval(81, 263);
    QVERIFY(std::abs(a.low - 25.53) < 0.01 && std::abs(a.high - 36.62) < 0.01);
    const Interval b = wilsonInterval(0, 20);
    QVERIFY(b.low < 1e-9 && std::abs(b.high - 16.11) < 0.01);
    QCOMPARE(wilsonInterval(0, 0).high, 100.0);
}

void IntervalsTest::equalAnswersDifferByNothing()
{
    const std::vector<bool> answers(500, true);
    const PairedDifference d = pairedDifference(answers, answers);
    QCOMPARE(d.points, 0.0);
    QVERIFY(d.interval.low < 0 && d.interval.high > 0 && d.interval.high < 0.5);
}

void IntervalsTest::theIntervalHoldsTheDifferenceAndItsSign()
{
    std::vector<bool> first(1000, true);
    std::vector<bool> second(1000, true);
    for (size_t i = 0; i < 40; ++i)
        second[i] = false;
    for (size_t i = 40; i < 50; ++i)
        first[i] = false;
    const PairedDifference d = pairedDifference(first, second);
    QVERIFY(std::abs(d.points + 3.0) < 1e-9);
    QVERIFY(d.interval.low < -3 && d.interval.high > -3 && d.interval.high < 0);
    QVERIFY_EXCEPTION_THROWN(pairedDifference(first, {}), std::invalid_argument);
}

QTEST_GUILESS_MAIN(IntervalsTest)
#include "tst_intervals.moc"
