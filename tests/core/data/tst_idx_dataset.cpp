// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/idx_dataset.h"
#include "core/io/atomic_file.h"
#include "tests/support/temporary_folder.h"

#include <QtTest/QtTest>

using namespace latticeq;

namespace {

std::string bigEndian(uint32_t value)
{
    return { static_cast<char>(value >> 24), static_cast<char>(value >> 16), static_cast<char>(value >> 8), static_cast<char>(value) };
}

/** A training set of 2 × 2 images with the pixels 0, 1, 2 …; a negative number of images is claimed but cut. */
void writeSet(const test::TemporaryFolder& folder, int images, int labels)
{
    const auto claimed = static_cast<uint32_t>(std::abs(images));
    std::string pixels = bigEndian(0x803) + bigEndian(claimed) + bigEndian(2) + bigEndian(2);
    for (uint32_t i = 0; i < 4 * claimed - (images < 0 ? 1 : 0); ++i)
        pixels += static_cast<char>(i);
    writeFileAtomically(folder.path("train-images-idx3-ubyte"), pixels);
    writeFileAtomically(folder.path("train-labels-idx1-ubyte"),
        bigEndian(0x801) + bigEndian(static_cast<uint32_t>(labels)) + std::string(static_cast<size_t>(labels), '\1'));
}

} // namespace

class IdxDatasetTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fashionMnistIsRead();
    void pixelsAreScaledAndNormalised();
    void damagedSetsAreNamed_data();
    void damagedSetsAreNamed();
    void emptyFoldersAndOtherFilesAreNamed();
};

void IdxDatasetTest::fashionMnistIsRead()
{
    const auto data = readIdxDataset(dataFolder("fashion-mnist"), DataSplit::Test, { { 0.2860 }, { 0.3530 } });
    QCOMPARE(data->size(), 10'000);
    QCOMPARE(data->imageShape(), (std::vector<int64_t> { 1, 28, 28 }));
    QCOMPARE(data->largestLabel(), 9);
    QCOMPARE(data->batch({ 0, 1, 2 }).labels[0].item<int64_t>(), 9);
}

void IdxDatasetTest::pixelsAreScaledAndNormalised()
{
    const test::TemporaryFolder folder;
    writeSet(folder, 3, 3);
    const auto data = readIdxDataset(folder.path(), DataSplit::Training, { { 0.5 }, { 0.25 } }, 2);
    QCOMPARE(data->size(), 2);
    const ImageBatch batch = data->batch({ 1 });
    QCOMPARE(batch.images.sizes(), at::IntArrayRef({ 1, 1, 2, 2 }));
    QVERIFY(std::abs(batch.images[0][0][1][1].item<float>() - (7.0F / 255 - 0.5F) / 0.25F) < 1e-6F);
}

void IdxDatasetTest::damagedSetsAreNamed_data()
{
    QTest::addColumn<int>("images");
    QTest::addColumn<int>("labels");
    QTest::addColumn<QString>("complaint");
    QTest::newRow("images are cut") << -3 << 3 << "damaged";
    QTest::newRow("another number of labels") << 3 << 2 << "3 images and 2 labels";
}

void IdxDatasetTest::damagedSetsAreNamed()
{
    QFETCH(int, images);
    QFETCH(int, labels);
    QFETCH(QString, complaint);
    const test::TemporaryFolder folder;
    writeSet(folder, images, labels);
    try {
        readIdxDataset(folder.path(), DataSplit::Training, { { 0.5 }, { 0.25 } });
        QFAIL("the set was accepted");
    } catch (const std::invalid_argument& error) {
        QVERIFY2(QString(error.what()).contains(complaint), error.what());
    }
}

void IdxDatasetTest::emptyFoldersAndOtherFilesAreNamed()
{
    const test::TemporaryFolder folder;
    QVERIFY_EXCEPTION_THROWN(readIdxDataset(folder.path(), DataSplit::Test, { { 0.5 }, { 0.25 } }), std::invalid_argument);
    writeFileAtomically(folder.path("t10k-images-idx3-ubyte"), "not an IDX file");
    QVERIFY_EXCEPTION_THROWN(readIdxDataset(folder.path(), DataSplit::Test, { { 0.5 }, { 0.25 } }), std::invalid_argument);
    QVERIFY_EXCEPTION_THROWN(dataFolder(folder.path("nothing").string()), std::invalid_argument);
}

QTEST_GUILESS_MAIN(IdxDatasetTest)
#include "tst_idx_dataset.moc"
