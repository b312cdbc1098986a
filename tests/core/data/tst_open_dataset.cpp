// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/open_dataset.h"
#include "core/data/data_kind.h"
#include "core/data/read_images.h"
#include "core/io/atomic_file.h"
#include "tests/support/temporary_folder.h"

#include <QtTest/QtTest>
#include <ATen/ATen.h>

using namespace latticeq;
namespace fs = std::filesystem;

namespace {

const ImagePreparation kSmall { { 0, 0, 0 }, { 1, 1, 1 }, 20, 16 };

void copyPicture(const test::TemporaryFolder& folder, const std::string& picture, const std::string& name)
{
    fs::create_directories(folder.path(name).parent_path());
    fs::copy_file(fs::path(LATTICEQ_GOLDEN_DIR) / "images" / "pictures" / picture, folder.path(name));
}

QString complaintOf(const std::function<void()>& action)
{
    try {
        action();
    } catch (const std::invalid_argument& error) {
        return error.what();
    }
    return {};
}

} // namespace

class OpenDatasetTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void foldersAreKnownByTheirFiles_data();
    void foldersAreKnownByTheirFiles();
    void classFoldersAreImagesWithLabels();
    void aLabelFileNamesTheLabels();
    void imagesWithoutLabelsCanOnlyCalibrate();
    void anImageThatCannotBeReadIsMarkedAndNamed();
    void nothingReadableIsRefused();
};

void OpenDatasetTest::foldersAreKnownByTheirFiles_data()
{
    QTest::addColumn<QStringList>("files");
    QTest::addColumn<int>("kind"); // -1: none
    QTest::newRow("IDX") << QStringList { "t10k-images-idx3-ubyte.gz" } << int(DataKind::IdxSet);
    QTest::newRow("CIFAR-10") << QStringList { "data_batch_1.bin" } << int(DataKind::CifarSet);
    QTest::newRow("CIFAR-100") << QStringList { "test.bin" } << int(DataKind::CifarSet);
    QTest::newRow("class folders") << QStringList { "a/1.png", "b/c/2.JPG" } << int(DataKind::ClassFolders);
    QTest::newRow("a label file") << QStringList { "1.png", "labels.csv" } << int(DataKind::LabelledFolder);
    QTest::newRow("images alone") << QStringList { "1.png" } << int(DataKind::UnlabelledFolder);
    QTest::newRow("nothing") << QStringList {} << -1;
    QTest::newRow("other files") << QStringList { "a.txt", "b/c.txt" } << -1;
}

void OpenDatasetTest::foldersAreKnownByTheirFiles()
{
    QFETCH(QStringList, files);
    QFETCH(int, kind);
    const test::TemporaryFolder folder;
    for (const QString& file : files) {
        fs::create_directories(folder.path(file.toStdString()).parent_path());
        writeFileAtomically(folder.path(file.toStdString()), "x");
    }
    if (kind >= 0)
        QCOMPARE(int(dataKind(folder.path())), kind);
    else
        QVERIFY(complaintOf([&] { dataKind(folder.path()); }).startsWith("No images in "));
}

void OpenDatasetTest::classFoldersAreImagesWithLabels()
{
    const test::TemporaryFolder folder;
    copyPicture(folder, "photograph.png", "cups/1.png");
    copyPicture(folder, "upright.jpg", "turned/1.jpg");
    const auto data = openDataset(folder.path().string(), DataSplit::Test, kSmall);
    QCOMPARE(data->size(), 2);
    QCOMPARE(data->classNames(), (std::vector<std::string> { "cups", "turned" }));
    const ImageBatch batch = data->batch({ 1, 0 });
    QCOMPARE(batch.images.sizes(), at::IntArrayRef({ 2, 3, 16, 16 }));
    QVERIFY(at::equal(batch.labels, at::tensor({ 1, 0 }, at::kLong)));
    // One picture is the other mirrored at its diagonal, but for JPEG's losses.
    QVERIFY((batch.images[0] - batch.images[1].transpose(1, 2)).abs().mean().item<double>() < 0.05);
    QVERIFY(batch.images[1].std().item<double>() > 0.1);
}

void OpenDatasetTest::aLabelFileNamesTheLabels()
{
    const test::TemporaryFolder folder;
    copyPicture(folder, "grey.png", "a.png");
    copyPicture(folder, "palette.png", "b.png");
    writeFileAtomically(folder.path("labels.txt"), "b.png 7\na.png 3\n");
    const auto data = openDataset(folder.path().string(), DataSplit::Test, kSmall);
    QCOMPARE(data->imageName(0), std::string("b.png"));
    QVERIFY(at::equal(data->batch({ 0, 1 }).labels, at::tensor({ 7, 3 }, at::kLong)));
}

void OpenDatasetTest::imagesWithoutLabelsCanOnlyCalibrate()
{
    const test::TemporaryFolder folder;
    copyPicture(folder, "grey.png", "a.png");
    QCOMPARE(openDataset(folder.path().string(), DataSplit::Training, kSmall)->size(), 1);
    QVERIFY(complaintOf([&] { openDataset(folder.path().string(), DataSplit::Test, kSmall); }).contains("have no labels"));
}

void OpenDatasetTest::anImageThatCannotBeReadIsMarkedAndNamed()
{
    const test::TemporaryFolder folder;
    copyPicture(folder, "grey.png", "a/1.png");
    copyPicture(folder, "grey.png", "b/3.png");
    writeFileAtomically(folder.path("b/2.png"), "no image");
    const auto data = openDataset(folder.path().string(), DataSplit::Test, kSmall);
    QVERIFY(at::equal(data->batch({ 0, 1, 2 }).labels, at::tensor({ 0, int(kUnreadable), 1 }, at::kLong)));
    const ReadImages images = readImages(*data, { 0, 1, 2 }, 2);
    QCOMPARE(images.unreadable, std::vector<std::string> { "b/2.png" });
    QCOMPARE(images.positions, (std::vector<int64_t> { 0, 2 }));
    QVERIFY(at::equal(images.batch.labels, at::tensor({ 0, 1 }, at::kLong)));
    QVERIFY(at::equal(images.batch.images[0], images.batch.images[1]));
}

void OpenDatasetTest::nothingReadableIsRefused()
{
    const test::TemporaryFolder folder;
    writeFileAtomically(folder.path("1.png"), "no image");
    const auto data = openDataset(folder.path().string(), DataSplit::Training, kSmall);
    QVERIFY(complaintOf([&] { readImages(*data, { 0 }, 1); }).contains("1.png"));
}

QTEST_GUILESS_MAIN(OpenDatasetTest)
#include "tst_open_dataset.moc"
