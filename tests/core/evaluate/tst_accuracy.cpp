// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluate/accuracy.h"
#include "core/run/run_control.h"
#include "core/support/worker_threads.h"
#include "tests/core/evaluate/numbered_images.h"

#include <QtTest/QtTest>

using namespace latticeq;

class AccuracyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsFirstAndFirstFive();
    void stoppingKeepsWhatWasCounted();
    void aCardGetsLargerBatches();
    void anUnreadableImageCountsNowhere();
};

/** Numbered images of which every tenth cannot be read. */
class DamagedImages : public test::NumberedImages
{
public:
    using test::NumberedImages::NumberedImages;
    ImageBatch batch(const std::vector<int64_t>& positions) const override
    {
        ImageBatch batch = test::NumberedImages::batch(positions);
        batch.labels.masked_fill_(batch.labels == 0, kUnreadable);
        return batch;
    }
};

void AccuracyTest::countsFirstAndFirstFive()
{
    const test::NumberedImages data(250);
    WorkerThreads workers(3);
    RunControl control;
    int64_t last = 0;
    const Accuracy accuracy = measureAccuracy(test::classifyNumbers, data, evaluationPositions(250, 0), workers, control,
        [&](const Accuracy& a) { last = a.total; });
    QCOMPARE(accuracy.total, 250);
    QCOMPARE(accuracy.correct, 125 - 18); // even, but no multiple of seven
    QCOMPARE(accuracy.correctTop5, 250 - 36);
    QCOMPARE(last, 250);
    QVERIFY(accuracy.correctImages[2] && !accuracy.correctImages[1] && !accuracy.correctImages[14]);
    QCOMPARE(accuracy.top1(), 42.8);
}

void AccuracyTest::stoppingKeepsWhatWasCounted()
{
    const test::NumberedImages data(1000);
    WorkerThreads workers(1);
    RunControl control;
    const Accuracy accuracy = measureAccuracy([](const at::Tensor& images) { return at::zeros({ images.size(0), 3 }); }, data,
        evaluationPositions(1000, 0), workers, control, [&](const Accuracy&) { control.requestStop(); });
    QVERIFY(accuracy.stopped);
    QCOMPARE(accuracy.total, evaluationBatch({ 1, 1, 1 }));
}

void AccuracyTest::aCardGetsLargerBatches()
{
    const c10::Device card(c10::kCUDA, 0);
    QCOMPARE(evaluationBatch({ 1, 28, 28 }), 100);
    QCOMPARE(evaluationBatch({ 1, 28, 28 }, card), 1000);
    QVERIFY(evaluationBatch({ 3, 224, 224 }, card) > 10 * evaluationBatch({ 3, 224, 224 }));
    QCOMPARE(evaluationBatch({ 3, 100'000, 100'000 }, card), 1);
}

void AccuracyTest::anUnreadableImageCountsNowhere()
{
    const DamagedImages data(250);
    WorkerThreads workers(2);
    RunControl control;
    const Accuracy accuracy = measureAccuracy(test::classifyNumbers, data, evaluationPositions(250, 0), workers, control);
    QCOMPARE(accuracy.total, 225);
    QCOMPARE(accuracy.correct, 107 - 21); // of the even ones that are no multiple of seven, those that end with 0 are gone
    QCOMPARE(accuracy.correctImages.size(), size_t(225));
    QCOMPARE(accuracy.unreadable.size(), size_t(25));
    QCOMPARE(accuracy.unreadable[2], size_t(20));
    QVERIFY(!accuracy.stopped);
    QVERIFY(accuracy.correctImages[1] && !accuracy.correctImages[0]); // of images 2 and 1
}

QTEST_GUILESS_MAIN(AccuracyTest)
#include "tst_accuracy.moc"
