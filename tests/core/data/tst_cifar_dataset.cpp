// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/cifar_dataset.h"
#include "core/io/atomic_file.h"
#include "tests/support/temporary_folder.h"

#include <QtTest/QtTest>
#include <ATen/ATen.h>

using namespace latticeq;

namespace {

const ImagePreparation kPlain { { 0, 0, 0 }, { 1, 1, 1 } };

/** Records with the labels before an image of one value: red 1, green 2, blue 3 times that value. */
std::string records(const std::vector<std::string>& labels, int first)
{
    std::string bytes;
    for (const std::string& label : labels) {
        bytes += label;
        for (int colour = 1; colour <= 3; ++colour)
            bytes += std::string(1024, static_cast<char>(colour * first));
        ++first;
    }
    return bytes;
}

} // namespace

class CifarDatasetTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void batchesOfTheTenAreReadInTheirOrder();
    void theHundredHaveFineLabels();
    void damagedAndMissingFilesAreNamed();
};

void CifarDatasetTest::batchesOfTheTenAreReadInTheirOrder()
{
    const test::TemporaryFolder folder;
    writeFileAtomically(folder.path("data_batch_2.bin"), records({ "\x05", "\x06" }, 30));
    writeFileAtomically(folder.path("data_batch_1.bin"), records({ "\x03", "\x04" }, 10));
    writeFileAtomically(folder.path("test_batch.bin"), records({ "\x09" }, 50));
    const auto training = readCifarDataset(folder.path(), DataSplit::Training, kPlain, 3);
    QCOMPARE(training->size(), 3);
    QCOMPARE(training->imageShape(), (std::vector<int64_t> { 3, 32, 32 }));
    const ImageBatch batch = training->batch({ 0, 2 });
    QVERIFY(at::equal(batch.labels, at::tensor({ 3, 5 }, at::kLong)));
    QVERIFY(std::abs(batch.images[1][2][31][31].item<float>() - 90.0F / 255) < 1e-6F);
    const auto test = readCifarDataset(folder.path(), DataSplit::Test, kPlain);
    QCOMPARE(test->size(), 1);
    QCOMPARE(test->largestLabel(), 9);
}

void CifarDatasetTest::theHundredHaveFineLabels()
{
    const test::TemporaryFolder folder;
    writeFileAtomically(folder.path("test.bin"), records({ "\x01\x63", "\x02\x07" }, 1));
    const auto test = readCifarDataset(folder.path(), DataSplit::Test, kPlain);
    QVERIFY(at::equal(test->batch({ 0, 1 }).labels, at::tensor({ 99, 7 }, at::kLong)));
}

void CifarDatasetTest::damagedAndMissingFilesAreNamed()
{
    const test::TemporaryFolder folder;
    writeFileAtomically(folder.path("test_batch.bin"), records({ "\x09" }, 50) + "x");
    const auto complaint = [&](DataSplit split, const ImagePreparation& preparation) {
        try {
            readCifarDataset(folder.path(), split, preparation);
        } catch (const std::invalid_argument& error) {
            return QString(error.what());
        }
        return QString();
    };
    QVERIFY(complaint(DataSplit::Test, kPlain).contains("has 3074 bytes, expected a multiple of 3073"));
    QVERIFY(complaint(DataSplit::Training, kPlain).contains("no data_batch_1.bin or train.bin"));
    QVERIFY(complaint(DataSplit::Test, { { 0 }, { 1 } }).contains("have 3 channels, the network expects 1"));
}

QTEST_GUILESS_MAIN(CifarDatasetTest)
#include "tst_cifar_dataset.moc"
