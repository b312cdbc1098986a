// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/presets.h"
#include "ui/settings/image_counts.h"

#include <QDir>
#include <QTemporaryDir>
#include <QtEndian>
#include <QtTest/QtTest>

using namespace latticeq;
using namespace latticeq::ui;

class ImageCountsTest : public QObject
{
    Q_OBJECT

private slots:
    void theDemoHasTenThousand();
    void aShareIsNoMoreThanAll();
    void headersAreRead();
    void withoutDataThereAreNone();
    void imageFilesAreCountedAndShared();
};

namespace {

void writeHeader(const QString& path, quint32 images)
{
    QByteArray header(16, '\0');
    qToBigEndian<quint32>(0x803, header.data());
    qToBigEndian(images, header.data() + 4);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(header);
}

} // namespace

void ImageCountsTest::theDemoHasTenThousand()
{
    const ImageCounts counts = expectedImages(findPreset("demo").settings);
    QCOMPARE(counts.evaluated, int64_t(10'000));
    QCOMPARE(counts.calibrated, int64_t(512));
}

void ImageCountsTest::aShareIsNoMoreThanAll()
{
    RunSettings settings = findPreset("demo").settings;
    settings.evaluationImages = 2000;
    QCOMPARE(expectedImages(settings).evaluated, int64_t(2000));
    settings.evaluationImages = 1'000'000;
    QCOMPARE(expectedImages(settings).evaluated, int64_t(10'000));
}

void ImageCountsTest::headersAreRead()
{
    QTemporaryDir folder;
    writeHeader(folder.filePath("t10k-images-idx3-ubyte"), 70'000);
    writeHeader(folder.filePath("train-images-idx3-ubyte"), 300);
    RunSettings settings = findPreset("demo").settings;
    settings.data = folder.path().toStdString();
    QCOMPARE(expectedImages(settings).evaluated, int64_t(70'000));
    QCOMPARE(expectedImages(settings).calibrated, int64_t(300));
}

void ImageCountsTest::withoutDataThereAreNone()
{
    RunSettings settings;
    QCOMPARE(expectedImages(settings).evaluated, int64_t(0));
    QCOMPARE(expectedImages(settings).calibrated, int64_t(0));
}

void ImageCountsTest::imageFilesAreCountedAndShared()
{
    QTemporaryDir folder;
    for (const char* name : { "a/1.png", "a/2.png", "b/1.JPG", "b/notes.txt", "b/2.jpg", "b/3.jpg" }) {
        QVERIFY(QFileInfo(folder.filePath(name)).absoluteDir().mkpath("."));
        QVERIFY(QFile(folder.filePath(name)).open(QIODevice::WriteOnly));
    }
    RunSettings settings = findPreset("demo").settings;
    settings.data = folder.path().toStdString();
    QCOMPARE(expectedImages(settings).calibrated, int64_t(2));
    QCOMPARE(expectedImages(settings).evaluated, int64_t(3));
    settings.calibrationData = folder.filePath("b").toStdString();
    QCOMPARE(expectedImages(settings).calibrated, int64_t(3));
    QCOMPARE(expectedImages(settings).evaluated, int64_t(5));
}

QTEST_GUILESS_MAIN(ImageCountsTest)
#include "tst_image_counts.moc"
