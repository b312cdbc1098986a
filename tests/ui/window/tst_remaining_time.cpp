// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/remaining_time.h"

#include <QLocale>
#include <QTest>

using namespace latticeq::ui;

class TestRemainingTime : public QObject
{
    Q_OBJECT
private slots:
    void init() { QLocale::setDefault(QLocale::c()); }

    void nothingIsPromisedInTheFirstSeconds();
    void texts_data();
    void texts();
    void aPromiseNeverClimbs();
    void aBetterEstimateIsTaken();
    void aPromiseThatCannotBeKeptIsTakenBack();
    void theLastSecondsAreNoDelay();
    void anotherRunStartsAfresh();
};

void TestRemainingTime::nothingIsPromisedInTheFirstSeconds()
{
    RemainingTime remaining;
    QCOMPARE(remaining.text(0, 30.0), QString("estimating"));
    QCOMPARE(remaining.text(4.9, 30.0), QString("estimating"));
    QCOMPARE(remaining.text(20, {}), QString("estimating"));
    QCOMPARE(remaining.text(20, 17.0), QString("about 0:17 left"));
}

void TestRemainingTime::texts_data()
{
    QTest::addColumn<double>("seconds");
    QTest::addColumn<QString>("text");
    QTest::newRow("seconds") << 17.0 << "about 0:17 left";
    QTest::newRow("two minutes are told to the second") << 120.0 << "about 2:00 left";
    QTest::newRow("above two minutes whole minutes") << 130.0 << "about 2 min left";
    QTest::newRow("minutes are rounded") << 155.0 << "about 3 min left";
    QTest::newRow("a negative estimate is none left") << -5.0 << "about 0:00 left";
}

void TestRemainingTime::texts()
{
    QFETCH(double, seconds);
    QFETCH(QString, text);
    RemainingTime remaining;
    QCOMPARE(remaining.text(10, seconds), text);
}

void TestRemainingTime::aPromiseNeverClimbs()
{
    RemainingTime remaining;
    QCOMPARE(remaining.text(10, 20.0), QString("about 0:20 left"));
    QCOMPARE(remaining.text(15, 40.0), QString("about 0:15 left"));
    QCOMPARE(remaining.text(20, 90.0), QString("about 0:10 left"));
}

void TestRemainingTime::aBetterEstimateIsTaken()
{
    RemainingTime remaining;
    remaining.text(10, 60.0);
    QCOMPARE(remaining.text(12, 20.0), QString("about 0:20 left"));
    QCOMPARE(remaining.text(13, 50.0), QString("about 0:19 left"));
}

void TestRemainingTime::aPromiseThatCannotBeKeptIsTakenBack()
{
    RemainingTime remaining;
    remaining.text(10, 5.0);
    QCOMPARE(remaining.text(15, 20.0), QString("taking longer than expected"));
    QCOMPARE(remaining.text(25, 10.0), QString("taking longer than expected"));
}

void TestRemainingTime::theLastSecondsAreNoDelay()
{
    RemainingTime remaining;
    remaining.text(10, 5.0);
    QCOMPARE(remaining.text(14.9, 0.5), QString("about 0:00 left"));
    QCOMPARE(remaining.text(15, 2.0), QString("about 0:00 left"));
}

void TestRemainingTime::anotherRunStartsAfresh()
{
    RemainingTime remaining;
    remaining.text(10, 5.0);
    remaining.reset();
    QCOMPARE(remaining.text(10, 30.0), QString("about 0:30 left"));
}

QTEST_GUILESS_MAIN(TestRemainingTime)
#include "tst_remaining_time.moc"
