// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/dataset.h"

#include <QtTest/QtTest>

#include <set>

using namespace latticeq;

class DatasetTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aShareIsFixedSortedAndWithoutRepeats();
    void smallerSharesLieInLargerOnes();
    void allImagesAreAllImages();
};

void DatasetTest::aShareIsFixedSortedAndWithoutRepeats()
{
    const std::vector<int64_t> share = evaluationPositions(10'000, 300);
    QCOMPARE(share, evaluationPositions(10'000, 300));
    QCOMPARE(std::set<int64_t>(share.begin(), share.end()).size(), size_t(300));
    QVERIFY(std::is_sorted(share.begin(), share.end()));
    QVERIFY(share.front() < 200 && share.back() > 9'800);
}

void DatasetTest::smallerSharesLieInLargerOnes()
{
    const std::vector<int64_t> large = evaluationPositions(1000, 500);
    for (const int64_t position : evaluationPositions(1000, 100))
        QVERIFY(std::binary_search(large.begin(), large.end(), position));
}

void DatasetTest::allImagesAreAllImages()
{
    QCOMPARE(evaluationPositions(5, 0), (std::vector<int64_t> { 0, 1, 2, 3, 4 }));
    QCOMPARE(evaluationPositions(5, 9).size(), size_t(5));
}

QTEST_GUILESS_MAIN(DatasetTest)
#include "tst_dataset.moc"
