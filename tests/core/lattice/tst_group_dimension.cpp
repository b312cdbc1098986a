// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lattice/group_dimension.h"

#include <QtTest/QtTest>

using namespace latticeq;

class GroupDimensionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void followsTheRuleOfTheDesign_data();
    void followsTheRuleOfTheDesign();
};

void GroupDimensionTest::followsTheRuleOfTheDesign_data()
{
    QTest::addColumn<QList<qint64>>("shape");
    QTest::addColumn<int>("aggregation");
    QTest::addColumn<int>("expected");
    QTest::newRow("a kernel row of 3x3") << QList<qint64> { 8, 16, 3, 3 } << 2 << 3;
    QTest::newRow("depthwise 3x3") << QList<qint64> { 8, 1, 3, 3 } << 2 << 3;
    QTest::newRow("1x1 takes neighbouring inputs") << QList<qint64> { 8, 16, 1, 1 } << 2 << 2;
    QTest::newRow("linear takes neighbouring inputs") << QList<qint64> { 10, 64 } << 4 << 4;
    QTest::newRow("1x1 whose inputs 5 does not divide takes 4") << QList<qint64> { 8, 16, 1, 1 } << 5 << 4;
    QTest::newRow("odd inputs fall back to single weights") << QList<qint64> { 8, 7, 1, 1 } << 2 << 1;
    QTest::newRow("5x5 of even inputs takes pairs") << QList<qint64> { 8, 16, 5, 5 } << 2 << 2;
    QTest::newRow("5x5 of three inputs takes threes") << QList<qint64> { 8, 3, 5, 5 } << 2 << 3;
    QTest::newRow("5x5 depthwise stays scalar") << QList<qint64> { 8, 1, 5, 5 } << 2 << 1;
    QTest::newRow("1x3 takes its three") << QList<qint64> { 8, 5, 1, 3 } << 2 << 3;
    QTest::newRow("2x2 takes all four") << QList<qint64> { 8, 5, 2, 2 } << 2 << 4;
    QTest::newRow("1x7 of three inputs") << QList<qint64> { 8, 3, 1, 7 } << 2 << 3;
}

void GroupDimensionTest::followsTheRuleOfTheDesign()
{
    QFETCH(QList<qint64>, shape);
    QFETCH(int, aggregation);
    const int n = groupDimension({ shape.begin(), shape.end() }, aggregation);
    QTEST(n, "expected");
    QCOMPARE(weightsPerChannel({ shape.begin(), shape.end() }) % n, 0);
}

QTEST_GUILESS_MAIN(GroupDimensionTest)
#include "tst_group_dimension.moc"
