// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/image_decoder.h"
#include "core/io/atomic_file.h"
#include "core/io/safetensors.h"

#include <ATen/ATen.h>
#include <QtTest/QtTest>

using namespace latticeq;

namespace {

const std::filesystem::path kImages = std::filesystem::path(LATTICEQ_GOLDEN_DIR) / "images";

std::string picture(const std::string& name)
{
    return readFile(kImages / "pictures" / name);
}

} // namespace

/** Against what Pillow decodes; tests/support/make_images.py made the pictures and its answers. */
class ImageDecoderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void picturesAreDecodedAsPillowDoes_data();
    void picturesAreDecodedAsPillowDoes();
    void whatIsNoWholeImageIsUnreadable_data();
    void whatIsNoWholeImageIsUnreadable();
    void aFlippedBitNeverCrashes();
};

void ImageDecoderTest::picturesAreDecodedAsPillowDoes_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("tolerance"); // decoders of JPEG differ in roundings
    QTest::newRow("colours") << "photograph.png" << 0;
    QTest::newRow("JPEG") << "upright.jpg" << 2;
    QTest::newRow("the orientation that a file names is ignored") << "turned.jpg" << 2;
    QTest::newRow("CMYK") << "cmyk.jpg" << 2;
    QTest::newRow("grey") << "grey.png" << 0;
    QTest::newRow("a palette") << "palette.png" << 0;
    QTest::newRow("black and white") << "black_and_white.png" << 0;
    QTest::newRow("alpha in PNG is dropped") << "alpha.png" << 0;
    QTest::newRow("alpha in WebP is dropped") << "alpha.webp" << 0;
    QTest::newRow("BMP") << "plain.bmp" << 0;
    QTest::newRow("TIFF") << "packed.tiff" << 0;
    QTest::newRow("colours of 16 bits keep the upper 8") << "colours_16_bits.png" << 0;
    QTest::newRow("grey of 16 bits is cut at 255") << "grey_16_bits.png" << 0;
}

void ImageDecoderTest::picturesAreDecodedAsPillowDoes()
{
    QFETCH(QString, name);
    QFETCH(int, tolerance);
    const StateDict answers = readSafetensors(kImages / "answers.safetensors").tensors;
    const at::Tensor decoded = decodeImage(picture(name.toStdString()));
    QVERIFY(decoded.defined());
    const at::Tensor expected = answers["decoded/" + name.toStdString()];
    QCOMPARE(decoded.sizes(), expected.sizes());
    const int largest = (decoded.to(at::kInt) - expected.to(at::kInt)).abs().max().item<int>();
    QVERIFY2(largest <= tolerance, qPrintable(QString::number(largest)));
}

void ImageDecoderTest::whatIsNoWholeImageIsUnreadable_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const auto cut = [](const std::string& name) {
        const std::string bytes = picture(name);
        return QByteArray::fromStdString(bytes.substr(0, bytes.size() / 2));
    };
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("a text") << QByteArray("no image");
    QTest::newRow("half a PNG file") << cut("photograph.png");
    QTest::newRow("half a JPEG file") << cut("upright.jpg");
    QTest::newRow("half a BMP file") << cut("plain.bmp");
    QTest::newRow("half a WebP file") << cut("alpha.webp");
    QTest::newRow("the start of a JPEG file") << QByteArray("\xFF\xD8\xFF\xFF");
}

void ImageDecoderTest::whatIsNoWholeImageIsUnreadable()
{
    QFETCH(QByteArray, bytes);
    QVERIFY(!decodeImage(bytes.toStdString()).defined());
}

void ImageDecoderTest::aFlippedBitNeverCrashes()
{
    for (const char* name : { "photograph.png", "upright.jpg", "plain.bmp", "packed.tiff", "alpha.webp" }) {
        const std::string good = picture(name);
        for (size_t i = 16; i < good.size(); i += good.size() / 60) {
            std::string bad = good;
            bad[i] = static_cast<char>(bad[i] ^ (1 << (i % 8)));
            const at::Tensor decoded = decodeImage(bad);
            QVERIFY(!decoded.defined() || decoded.size(0) == 3);
        }
    }
}

QTEST_GUILESS_MAIN(ImageDecoderTest)
#include "tst_image_decoder.moc"
