// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mixed_precision/smallest_within_floor.h"

#include <QtTest/QtTest>

using namespace latticeq;

namespace {

/** `count` points whose network keeps 50, 51, … percent. */
std::vector<TradeOffPoint> risingCurve(int count)
{
    std::vector<TradeOffPoint> curve;
    for (int i = 0; i < count; ++i)
        curve.push_back({ 100 + i, 1, 1.0 / (i + 1), std::nullopt, {} });
    return curve;
}

bool keepsItsPlace(TradeOffPoint& point)
{
    point.top1 = static_cast<double>(point.bytes) - 50;
    return true;
}

} // namespace

class SmallestWithinFloorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSmallestThatKeepsTheFloorIsFoundInFewTries_data();
    void theSmallestThatKeepsTheFloorIsFoundInFewTries();
    void knownPointsAreNotTriedAgain();
    void stoppingGivesNothing();
};

void SmallestWithinFloorTest::theSmallestThatKeepsTheFloorIsFoundInFewTries_data()
{
    QTest::addColumn<double>("floor");
    QTest::addColumn<int>("index");
    for (const int index : { 0, 1, 20, 46, 47 })
        QTest::addRow("point %d", index) << 49.5 + index << index;
    QTest::newRow("none keeps it: the largest") << 99.0 << 47;
}

void SmallestWithinFloorTest::theSmallestThatKeepsTheFloorIsFoundInFewTries()
{
    QFETCH(double, floor);
    QFETCH(int, index);
    auto curve = risingCurve(48);
    int tries = 0;
    const auto found = smallestWithinFloor(curve, floor, [&](TradeOffPoint& point) {
        ++tries;
        return keepsItsPlace(point);
    });
    QCOMPARE(found->bytes, 100 + index);
    QVERIFY(tries <= 6);
}

void SmallestWithinFloorTest::knownPointsAreNotTriedAgain()
{
    auto curve = risingCurve(48);
    smallestWithinFloor(curve, 60, keepsItsPlace);
    const auto again = smallestWithinFloor(curve, 60, [](TradeOffPoint&) { return false; });
    QCOMPARE(again->bytes, 110);
}

void SmallestWithinFloorTest::stoppingGivesNothing()
{
    auto curve = risingCurve(48);
    QVERIFY(!smallestWithinFloor(curve, 60, [](TradeOffPoint&) { return false; }));
}

QTEST_GUILESS_MAIN(SmallestWithinFloorTest)
#include "tst_smallest_within_floor.moc"
