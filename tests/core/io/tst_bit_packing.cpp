// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/bit_packing.h"

#include <QtTest/QtTest>

#include <random>

using namespace latticeq;

class BitPackingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void numbersOfAnyWidthComeBack();
};

void BitPackingTest::numbersOfAnyWidthComeBack()
{
    std::mt19937 generator(1);
    std::vector<std::pair<uint32_t, int>> numbers;
    BitWriter writer;
    int bits = 0;
    for (int i = 0; i < 2000; ++i) {
        const int width = static_cast<int>(generator() % 33);
        const uint32_t value = width == 0 ? 0 : generator() >> (32 - width);
        numbers.emplace_back(value, width);
        writer.write(value, width);
        bits += width;
    }
    QCOMPARE(writer.bytes().size(), static_cast<size_t>((bits + 7) / 8));
    BitReader reader(writer.bytes().data(), writer.bytes().size());
    for (const auto& [value, width] : numbers)
        QCOMPARE(reader.read(width), value);
    QVERIFY_EXCEPTION_THROWN(reader.read(32), std::out_of_range);
}

QTEST_GUILESS_MAIN(BitPackingTest)
#include "tst_bit_packing.moc"
