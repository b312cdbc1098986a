// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lattice/kernels/philox.h"

#include <QtTest/QtTest>

using namespace latticeq;

class PhiloxTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void matchesThePublishedVectors_data();
    void matchesThePublishedVectors();
};

void PhiloxTest::matchesThePublishedVectors_data()
{
    QTest::addColumn<QList<quint32>>("counter");
    QTest::addColumn<quint64>("key");
    QTest::addColumn<QList<quint32>>("expected");
    // Random123's known answers for philox4x32 with 10 rounds.
    QTest::newRow("all zeros") << QList<quint32> { 0, 0, 0, 0 } << quint64(0)
                               << QList<quint32> { 0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8 };
    QTest::newRow("all ones") << QList<quint32> { ~0U, ~0U, ~0U, ~0U } << ~quint64(0)
                              << QList<quint32> { 0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd };
    QTest::newRow("digits of pi") << QList<quint32> { 0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344 }
                                  << quint64(0x299f31d0a4093822)
                                  << QList<quint32> { 0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1 };
}

void PhiloxTest::matchesThePublishedVectors()
{
    QFETCH(QList<quint32>, counter);
    QFETCH(quint64, key);
    QFETCH(QList<quint32>, expected);
    const PhiloxWords words = philox({ { counter[0], counter[1], counter[2], counter[3] } }, key);
    QCOMPARE(QList<quint32>(words.w, words.w + 4), expected);
}

QTEST_GUILESS_MAIN(PhiloxTest)
#include "tst_philox.moc"
