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
    void calibrationAndEvaluationShareNoImage();
    void atMostHalfOfTheImagesCalibrate();
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

void DatasetTest::calibrationAndEvaluationShareNoImage()
{
    const DividedPositions divided = dividePositions(1000, 100, 0);
    QCOMPARE(divided.calibration.size(), size_t(100));
    std::set<int64_t> all(divided.calibration.begin(), divided.calibration.end());
    all.insert(divided.evaluation.begin(), divided.evaluation.end());
    QCOMPARE(all.size(), size_t(1000));
    QCOMPARE(divided.evaluation.size(), size_t(900));
    const DividedPositions fewer = dividePositions(1000, 100, 50);
    QCOMPARE(fewer.calibration, divided.calibration);
    QCOMPARE(fewer.evaluation.size(), size_t(50));
    for (const int64_t position : fewer.evaluation)
        QVERIFY(std::binary_search(divided.evaluation.begin(), divided.evaluation.end(), position));
}

void DatasetTest::atMostHalfOfTheImagesCalibrate()
{
    QCOMPARE(dividePositions(11, 512, 0).calibration.size(), size_t(5));
    QCOMPARE(dividePositions(11, 512, 0).evaluation.size(), size_t(6));
    QVERIFY(dividePositions(1, 512, 0).calibration.empty());
    QCOMPARE(dividePositions(1, 512, 0).evaluation, std::vector<int64_t> { 0 });
}

QTEST_GUILESS_MAIN(DatasetTest)
#include "tst_dataset.moc"
