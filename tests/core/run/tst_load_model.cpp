// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/load_model.h"
#include "tests/support/temporary_folder.h"

#include <QtTest/QtTest>

using namespace latticeq;

class LoadModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void missingWeightsAreNamedWithTheirPlace();
    void theDemoLoadsItsBundledWeights();
};

void LoadModelTest::missingWeightsAreNamedWithTheirPlace()
{
    const test::TemporaryFolder folder;
    qputenv("TORCH_HOME", QByteArray::fromStdString(folder.path().string()));
    try {
        loadNetwork(findModel("resnet18"), {});
        QFAIL("weights came from nowhere");
    } catch (const std::invalid_argument& error) {
        QVERIFY2(QString(error.what()).contains("hub/checkpoints/resnet18-f37072fd.pth"), error.what());
    }
    qunsetenv("TORCH_HOME");
}

void LoadModelTest::theDemoLoadsItsBundledWeights()
{
    QCOMPARE(loadNetwork(findModel(kDemoModel), {}).parameters()["conv1.weight"].sizes(), at::IntArrayRef({ 16, 1, 3, 3 }));
}

QTEST_GUILESS_MAIN(LoadModelTest)
#include "tst_load_model.moc"
