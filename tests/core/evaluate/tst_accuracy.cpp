// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluate/accuracy.h"
#include "core/run/run_control.h"
#include "core/support/worker_threads.h"

#include <QtTest/QtTest>

using namespace latticeq;

namespace {

/** Images of one pixel that holds the image's number; the label is its last digit. */
class NumberedImages : public Dataset
{
public:
    explicit NumberedImages(int64_t size)
        : m_size(size)
    {
    }
    int64_t size() const override { return m_size; }
    std::vector<int64_t> imageShape() const override { return { 1, 1, 1 }; }
    int64_t largestLabel() const override { return 9; }
    ImageBatch batch(const std::vector<int64_t>& positions) const override
    {
        const at::Tensor numbers = at::tensor(positions, at::kLong);
        return { numbers.to(at::kFloat).reshape({ -1, 1, 1, 1 }), numbers % 10 };
    }

private:
    int64_t m_size;
};

} // namespace

class AccuracyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsFirstAndFirstFive();
    void stoppingKeepsWhatWasCounted();
};

void AccuracyTest::countsFirstAndFirstFive()
{
    const NumberedImages data(250);
    WorkerThreads workers(3);
    RunControl control;
    int64_t last = 0;
    const Accuracy accuracy = measureAccuracy(
        [](const at::Tensor& images) { // right for even images, second best for odd ones
            const at::Tensor number = images.flatten().to(at::kLong);
            at::Tensor logits = at::zeros({ number.numel(), 10 });
            logits.scatter_(1, (number % 10).unsqueeze(1), 1.0);
            return at::where((number % 2 == 1).unsqueeze(1), logits + at::one_hot((number + 1) % 10, 10) * 2, logits);
        },
        data, evaluationPositions(250, 0), workers, control, [&](const Accuracy& a) { last = a.total; });
    QCOMPARE(accuracy.total, 250);
    QCOMPARE(accuracy.correct, 125);
    QCOMPARE(accuracy.correctTop5, 250);
    QCOMPARE(last, 250);
    QVERIFY(accuracy.correctImages[0] && !accuracy.correctImages[1]);
    QCOMPARE(accuracy.top1(), 50.0);
}

void AccuracyTest::stoppingKeepsWhatWasCounted()
{
    const NumberedImages data(1000);
    WorkerThreads workers(1);
    RunControl control;
    const Accuracy accuracy = measureAccuracy([](const at::Tensor& images) { return at::zeros({ images.size(0), 3 }); }, data,
        evaluationPositions(1000, 0), workers, control, [&](const Accuracy&) { control.requestStop(); });
    QVERIFY(accuracy.stopped);
    QCOMPARE(accuracy.total, evaluationBatch({ 1, 1, 1 }));
}

QTEST_GUILESS_MAIN(AccuracyTest)
#include "tst_accuracy.moc"
