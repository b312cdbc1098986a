// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/model_catalog.h"

#include <QtTest/QtTest>

using namespace latticeq;

class ModelCatalogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anUnknownNameSuggestsTheNearest();
    void everyEntryIsComplete();
    void imagesArePreparedAsInTorchvision_data();
    void imagesArePreparedAsInTorchvision();
};

void ModelCatalogTest::anUnknownNameSuggestsTheNearest()
{
    try {
        findModel("resnet8");
        QFAIL("resnet8 was found");
    } catch (const std::invalid_argument& error) {
        QVERIFY2(QString(error.what()).contains("'resnet18'"), error.what());
    }
}

void ModelCatalogTest::everyEntryIsComplete()
{
    for (const ModelInfo& info : modelCatalog()) {
        QCOMPARE(&findModel(info.name), &info);
        QCOMPARE(info.mean.size(), static_cast<size_t>(info.inputChannels));
        QCOMPARE(info.deviation.size(), info.mean.size());
        QVERIFY(!info.weightsFile.empty());
        QVERIFY(info.resizeSize >= info.inputSize);
    }
}

void ModelCatalogTest::imagesArePreparedAsInTorchvision_data()
{
    QTest::addColumn<QString>("model");
    QTest::addColumn<qint64>("resized");
    QTest::addColumn<qint64>("cropped");
    QTest::addColumn<bool>("bicubic");
    QTest::addColumn<double>("red");
    QTest::newRow("the usual 256 and 224") << "vgg16" << qint64(256) << qint64(224) << false << 0.485;
    QTest::newRow("a newer recipe's resizing") << "mobilenet_v2" << qint64(232) << qint64(224) << false << 0.485;
    QTest::newRow("a larger image, bicubic") << "efficientnet_b3" << qint64(320) << qint64(300) << true << 0.485;
    QTest::newRow("another mean") << "efficientnet_v2_l" << qint64(480) << qint64(480) << true << 0.5;
    QTest::newRow("Inception's size and mean") << "inception_v3" << qint64(342) << qint64(299) << false << 0.5;
    QTest::newRow("the largest RegNet") << "regnet_y_128gf" << qint64(384) << qint64(384) << true << 0.485;
}

void ModelCatalogTest::imagesArePreparedAsInTorchvision()
{
    QFETCH(QString, model);
    const ModelInfo& info = findModel(model.toStdString());
    QTEST(qint64(info.resizeSize), "resized");
    QTEST(qint64(info.inputSize), "cropped");
    QTEST(info.interpolation == Interpolation::Bicubic, "bicubic");
    QTEST(info.mean[0], "red");
}

QTEST_GUILESS_MAIN(ModelCatalogTest)
#include "tst_model_catalog.moc"
