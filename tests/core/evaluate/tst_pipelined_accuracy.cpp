// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluate/pipelined_accuracy.h"
#include "core/data/idx_dataset.h"
#include "core/graph/model_catalog.h"
#include "core/io/resources.h"
#include "core/quantize/quantized_model.h"
#include "core/run/devices.h"
#include "core/run/run_control.h"
#include "core/selftest/golden_checks.h"
#include "core/support/worker_threads.h"
#include "tests/core/evaluate/numbered_images.h"
#include "tests/support/sample_files.h"

#include <QtTest/QtTest>

#include <c10/util/Exception.h>

using namespace latticeq;

namespace {

const c10::Device kProcessor(c10::kCPU);

void ignore(const std::string&) { }

/** Images of which one cannot be read. */
class TornImages : public test::NumberedImages
{
public:
    using NumberedImages::NumberedImages;
    ImageBatch batch(const std::vector<int64_t>& positions) const override
    {
        if (positions.front() >= 500)
            throw std::runtime_error("image 500 is torn");
        return NumberedImages::batch(positions);
    }
};

/** A classifier with the memory of a card that takes `most` images. */
Classifier limitedTo(int64_t most)
{
    return [most](const at::Tensor& images) {
        TORCH_CHECK_WITH(OutOfMemoryError, images.size(0) <= most, "CUDA out of memory");
        return test::classifyNumbers(images);
    };
}

std::unique_ptr<Dataset> testImages(const ModelInfo& info, int64_t limit)
{
    return readIdxDataset(dataFolder("fashion-mnist"), DataSplit::Test, { info.mean, info.deviation }, limit);
}

/** Skips the test, with the reason, where no card can be used. */
#define REQUIRE_CARD(device)                                                                                           \
    const DeviceChoice choice = explainDevice("auto");                                                                 \
    if (choice.device == "cpu")                                                                                        \
        QSKIP(qPrintable(QString::fromStdString("needs a card: " + choice.why)));                                      \
    const c10::Device device(choice.device)

} // namespace

class PipelinedAccuracyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsTheSameAsThreads_data();
    void countsTheSameAsThreads();
    void aNetworkGetsTheSameAnswers();
    void stoppingKeepsWhatWasCounted();
    void aPausedEvaluationGoesOn();
    void smallerBatchesGoOnWhereMemoryEnded();
    void aSingleImageThatDoesNotFitIsAnError();
    void anImageThatCannotBeReadIsAnError();
    void aCardAgreesWithTheProcessor();
    void aCardRepeatsItself();
};

void PipelinedAccuracyTest::countsTheSameAsThreads_data()
{
    QTest::addColumn<int>("images");
    QTest::addColumn<int>("batch");
    QTest::addColumn<int>("threads");
    QTest::newRow("one batch that is not full") << 30 << 100 << 1;
    QTest::newRow("batches and a rest") << 1234 << 100 << 3;
    QTest::newRow("batches larger than a worker's slice") << 2500 << 1000 << 2;
    QTest::newRow("single images") << 40 << 1 << 2;
    QTest::newRow("no image") << 0 << 100 << 2;
}

void PipelinedAccuracyTest::countsTheSameAsThreads()
{
    QFETCH(int, images);
    QFETCH(int, batch);
    QFETCH(int, threads);
    const test::NumberedImages data(images);
    const std::vector<int64_t> positions = evaluationPositions(images, images / 2 + 1);
    WorkerThreads workers(threads);
    RunControl control;
    int64_t last = 0;
    const Accuracy expected = measureAccuracy(test::classifyNumbers, data, positions, workers, control);
    const Accuracy accuracy = measurePipelined(kProcessor, test::classifyNumbers, data, positions, batch, workers, control,
        [&](const Accuracy& soFar) {
            QVERIFY(soFar.total > last);
            last = soFar.total;
        },
        ignore);
    QCOMPARE(accuracy.correct, expected.correct);
    QCOMPARE(accuracy.correctTop5, expected.correctTop5);
    QCOMPARE(accuracy.total, expected.total);
    QCOMPARE(accuracy.correctImages, expected.correctImages);
    QCOMPARE(last, expected.total);
    QVERIFY(!accuracy.stopped);
}

void PipelinedAccuracyTest::aNetworkGetsTheSameAnswers()
{
    const QuantizedNetwork network(goldenNetwork(resourcePath("golden") / "network_w4a8b8_s80.safetensors"));
    const Classifier classify = [&](const at::Tensor& images) { return network.forward(images); };
    const auto data = testImages(findModel(kDemoModel), 350);
    const std::vector<int64_t> positions = evaluationPositions(350, 0);
    WorkerThreads workers(2);
    RunControl control;
    const Accuracy threaded = measureAccuracy(classify, *data, positions, workers, control);
    const int64_t batch = evaluationBatch(data->imageShape()); // equal batches: equal bits
    const Accuracy pipelined = measurePipelined(kProcessor, classify, *data, positions, batch, workers, control, {}, ignore);
    QVERIFY(threaded.correct > 300);
    QCOMPARE(pipelined.correctImages, threaded.correctImages);
    QCOMPARE(pipelined.correctTop5, threaded.correctTop5);
}

void PipelinedAccuracyTest::stoppingKeepsWhatWasCounted()
{
    const test::NumberedImages data(1000);
    WorkerThreads workers(2);
    RunControl control;
    const Accuracy accuracy = measurePipelined(kProcessor, test::classifyNumbers, data, evaluationPositions(1000, 0), 100,
        workers, control, [&](const Accuracy&) { control.requestStop(); }, ignore);
    QVERIFY(accuracy.stopped);
    QCOMPARE(accuracy.total, 200); // the batch that was counted, and the one that was on its way
    QCOMPARE(std::count(accuracy.correctImages.begin(), accuracy.correctImages.end(), true), accuracy.correct);
}

void PipelinedAccuracyTest::aPausedEvaluationGoesOn()
{
    const test::NumberedImages data(500);
    WorkerThreads workers(2);
    RunControl control;
    control.pause();
    std::atomic<bool> done = false;
    Accuracy accuracy;
    std::atomic<int> computed = 0;
    std::jthread evaluation([&] {
        accuracy = measurePipelined(kProcessor,
            [&](const at::Tensor& images) {
                ++computed;
                return test::classifyNumbers(images);
            },
            data, evaluationPositions(500, 0), 100, workers, control, {}, ignore);
        done = true;
    });
    QVERIFY(!QTest::qWaitFor([&] { return computed.load() > 0; }, 50));
    control.resume();
    QTRY_VERIFY(done);
    QCOMPARE(accuracy.total, 500);
}

void PipelinedAccuracyTest::smallerBatchesGoOnWhereMemoryEnded()
{
    const test::NumberedImages data(1000);
    const std::vector<int64_t> positions = evaluationPositions(1000, 0);
    WorkerThreads workers(2);
    RunControl control;
    QStringList warnings;
    const Accuracy accuracy = measurePipelined(kProcessor, limitedTo(60), data, positions, 400, workers, control, {},
        [&](const std::string& text) { warnings << QString::fromStdString(text); });
    const Accuracy expected = measureAccuracy(test::classifyNumbers, data, positions, workers, control);
    QCOMPARE(accuracy.correctImages, expected.correctImages);
    QCOMPARE(accuracy.correctTop5, expected.correctTop5);
    QCOMPARE(warnings.size(), 3); // 400, 200, 100: what was learned stays for later batches
    QCOMPARE(warnings[0], QString("the card ran out of memory at 400 images a batch; going on with 200"));
}

void PipelinedAccuracyTest::aSingleImageThatDoesNotFitIsAnError()
{
    const test::NumberedImages data(10);
    WorkerThreads workers(2);
    RunControl control;
    QVERIFY_EXCEPTION_THROWN(
        measurePipelined(kProcessor, limitedTo(0), data, evaluationPositions(10, 0), 4, workers, control, {}, ignore),
        c10::OutOfMemoryError);
}

void PipelinedAccuracyTest::anImageThatCannotBeReadIsAnError()
{
    const TornImages data(1000);
    WorkerThreads workers(2);
    RunControl control;
    int64_t counted = 0;
    QVERIFY_EXCEPTION_THROWN(measurePipelined(kProcessor, test::classifyNumbers, data, evaluationPositions(1000, 0), 100,
                                 workers, control, [&](const Accuracy& soFar) { counted = soFar.total; }, ignore),
        std::runtime_error);
    QCOMPARE(counted, 400); // those before it but for the batch on its way
}

void PipelinedAccuracyTest::aCardAgreesWithTheProcessor()
{
    REQUIRE_CARD(device);
    const auto data = testImages(findModel(kDemoModel), 0);
    const std::vector<int64_t> positions = evaluationPositions(data->size(), 0);
    const QuantizedModel model = goldenNetwork(resourcePath("golden") / "network_w4a8b8_s80.safetensors");
    WorkerThreads workers(2);
    RunControl control;
    const auto accuracyOn = [&](c10::Device where) {
        const QuantizedNetwork network(model, where);
        return measureAccuracyOn(where, [&](const at::Tensor& images) { return network.forward(images); }, *data, positions,
            workers, control, {}, ignore);
    };
    QVERIFY(std::abs(accuracyOn(device).top1() - accuracyOn(kProcessor).top1()) <= 0.05);
}

void PipelinedAccuracyTest::aCardRepeatsItself()
{
    REQUIRE_CARD(device);
    const QuantizedModel model = goldenNetwork(resourcePath("golden") / "network_w4a4b4_s80.safetensors");
    const at::Tensor images = test::randomTensor({ 300, 1, 28, 28 }, 1).to(device);
    const at::Tensor first = QuantizedNetwork(model, device).forward(images);
    for (int again = 0; again < 5; ++again)
        QVERIFY(at::equal(QuantizedNetwork(model, device).forward(images), first));
}

QTEST_GUILESS_MAIN(PipelinedAccuracyTest)
#include "tst_pipelined_accuracy.moc"
