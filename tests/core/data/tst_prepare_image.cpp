// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/prepare_image.h"
#include "core/data/image_decoder.h"
#include "core/io/atomic_file.h"
#include "core/io/safetensors.h"

#include <ATen/ATen.h>
#include <QtTest/QtTest>

using namespace latticeq;

namespace {

const std::filesystem::path kImages = std::filesystem::path(LATTICEQ_GOLDEN_DIR) / "images";

ImagePreparation imageNet(int64_t resizeSize, int64_t cropSize, bool bicubic)
{
    return { { 0.485, 0.456, 0.406 }, { 0.229, 0.224, 0.225 }, resizeSize, cropSize, bicubic };
}

} // namespace

/** Against torchvision's transforms; tests/support/make_images.py made its answers. */
class PrepareImageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void imagesArePreparedAsTorchvisionDoes_data();
    void imagesArePreparedAsTorchvisionDoes();
    void oneChannelIsPillowsGrey();
    void anImageOfTheRightSizeKeepsItsPixels();
    void aMereLineIsRefused();
};

void PrepareImageTest::imagesArePreparedAsTorchvisionDoes_data()
{
    QTest::addColumn<QString>("answer");
    QTest::addColumn<QString>("picture");
    QTest::addColumn<int>("resizeSize");
    QTest::addColumn<int>("cropSize");
    QTest::addColumn<bool>("bicubic");
    QTest::newRow("made smaller") << "smaller" << "photograph.png" << 37 << 32 << false;
    QTest::newRow("made larger") << "larger" << "photograph.png" << 64 << 48 << false;
    QTest::newRow("only cropped") << "as_large" << "photograph.png" << 50 << 45 << false;
    QTest::newRow("higher than wide") << "upright" << "upright.jpg" << 33 << 28 << false;
    QTest::newRow("bicubic") << "bicubic" << "photograph.png" << 37 << 32 << true;
}

void PrepareImageTest::imagesArePreparedAsTorchvisionDoes()
{
    QFETCH(QString, answer);
    QFETCH(QString, picture);
    QFETCH(int, resizeSize);
    QFETCH(int, cropSize);
    QFETCH(bool, bicubic);
    const ImagePreparation preparation = imageNet(resizeSize, cropSize, bicubic);
    const at::Tensor image = decodeImage(readFile(kImages / "pictures" / picture.toStdString()));
    const at::Tensor prepared = prepareImage(image, preparation);
    const at::Tensor expected = readSafetensors(kImages / "answers.safetensors").tensors[answer.toStdString()];
    QCOMPARE(prepared.sizes(), expected.sizes());
    const at::Tensor deviation = at::tensor(preparation.deviation, at::kFloat).reshape({ 3, 1, 1 });
    const at::Tensor difference = (prepared - expected).mul(deviation).mul(255).abs();
    QVERIFY2(difference.max().item<double>() < 2.01, qPrintable(QString::number(difference.max().item<double>())));
    QVERIFY2(difference.mean().item<double>() < 0.2, qPrintable(QString::number(difference.mean().item<double>())));
}

void PrepareImageTest::oneChannelIsPillowsGrey()
{
    const StateDict answers = readSafetensors(kImages / "answers.safetensors").tensors;
    const at::Tensor& colours = answers["decoded/photograph.png"];
    const at::Tensor prepared = prepareImage(colours, { { 0 }, { 1 }, 50, 50 });
    const at::Tensor grey = answers["decoded/grey.png"][0].narrow(1, 12, 50); // half of 25 is rounded to 12
    QCOMPARE(prepared.sizes(), at::IntArrayRef({ 1, 50, 50 }));
    QVERIFY(at::equal(prepared[0].mul(255).round(), grey.to(at::kFloat)));
}

void PrepareImageTest::anImageOfTheRightSizeKeepsItsPixels()
{
    const at::Tensor image = at::arange(3 * 4 * 4, at::kByte).reshape({ 3, 4, 4 });
    const at::Tensor prepared = prepareImage(image, { { 0, 0, 0 }, { 1, 1, 1 }, 4, 4 });
    QVERIFY(at::equal(prepared, image.to(at::kFloat).div(255)));
}

void PrepareImageTest::aMereLineIsRefused()
{
    const ImagePreparation preparation { { 0, 0, 0 }, { 1, 1, 1 }, 4, 4 };
    QCOMPARE(prepareImage(at::zeros({ 3, 1, 100 }, at::kByte), preparation).sizes(), at::IntArrayRef({ 3, 4, 4 }));
    QVERIFY_EXCEPTION_THROWN(prepareImage(at::zeros({ 3, 1, 101 }, at::kByte), preparation), std::invalid_argument);
}

QTEST_GUILESS_MAIN(PrepareImageTest)
#include "tst_prepare_image.moc"
