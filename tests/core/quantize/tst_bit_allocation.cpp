// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quantize/bit_allocation.h"

#include <QtTest/QtTest>

#include <numeric>
#include <random>

using namespace latticeq;

class BitAllocationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theBudgetIsNeverExceededAndNearlySpent();
    void widerChannelsGetMoreBits();
    void equalChannelsGetTheBudget();
    void channelsWithoutSpreadGetNothingUnlessAllHaveNone();
};

void BitAllocationTest::theBudgetIsNeverExceededAndNearlySpent()
{
    std::mt19937 generator(1);
    std::uniform_real_distribution<float> uniform(0.01F, 1.0F);
    for (int bits = 1; bits <= 8; ++bits) {
        for (int trial = 0; trial < 50; ++trial) {
            std::vector<float> spreads(32);
            for (float& spread : spreads)
                spread = uniform(generator);
            const std::vector<int> allocated = allocateBits(spreads, bits);
            const int sum = std::accumulate(allocated.begin(), allocated.end(), 0);
            QVERIFY(sum <= 32 * bits && sum > 32 * bits - 4);
        }
    }
}

void BitAllocationTest::widerChannelsGetMoreBits()
{
    const std::vector<int> bits = allocateBits({ 0.01F, 0.1F, 1.0F, 10.0F }, 4);
    QVERIFY(bits[0] <= bits[1] && bits[1] <= bits[2] && bits[2] <= bits[3] && bits[0] < bits[3]);
}

void BitAllocationTest::equalChannelsGetTheBudget()
{
    QCOMPARE(allocateBits({ 0.5F, 0.5F, 0.5F }, 3), (std::vector<int> { 3, 3, 3 }));
}

void BitAllocationTest::channelsWithoutSpreadGetNothingUnlessAllHaveNone()
{
    QCOMPARE(allocateBits({ 0, 1 }, 2), (std::vector<int> { 0, 4 }));
    QCOMPARE(allocateBits({ 0, 0 }, 5), (std::vector<int> { 5, 5 }));
}

QTEST_GUILESS_MAIN(BitAllocationTest)
#include "tst_bit_allocation.moc"
