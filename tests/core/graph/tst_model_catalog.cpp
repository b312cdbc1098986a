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
    }
}

QTEST_GUILESS_MAIN(ModelCatalogTest)
#include "tst_model_catalog.moc"
