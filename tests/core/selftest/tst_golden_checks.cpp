// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/selftest/golden_checks.h"
#include "core/data/idx_dataset.h"
#include "core/evaluate/accuracy.h"
#include "core/graph/model_catalog.h"
#include "core/run/run_control.h"
#include "core/support/worker_threads.h"

#include <QtTest/QtTest>

using namespace latticeq;

class GoldenChecksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyGoldenVectorMatches();
    void goldenNetworksReachTheirAccuracy_data();
    void goldenNetworksReachTheirAccuracy();
};

void GoldenChecksTest::everyGoldenVectorMatches()
{
    int checks = 0;
    checkGoldenData(LATTICEQ_GOLDEN_DIR, "cpu", [&](const CheckResult& check) {
        ++checks;
        if (!check.passed)
            QWARN(qPrintable(QString::fromStdString(check.name + ": " + check.detail)));
        QVERIFY(check.passed);
    });
    QVERIFY2(checks > 150, qPrintable(QString::number(checks)));
}

void GoldenChecksTest::goldenNetworksReachTheirAccuracy_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<double>("top1");
    QTest::newRow("W4A8B8") << "network_w4a8b8_s80.safetensors" << 93.82;
    QTest::newRow("W4A4B4") << "network_w4a4b4_s80.safetensors" << 93.07;
}

void GoldenChecksTest::goldenNetworksReachTheirAccuracy()
{
    QFETCH(QString, file);
    QFETCH(double, top1);
    const QuantizedNetwork network(goldenNetwork(std::string(LATTICEQ_GOLDEN_DIR "/") + file.toStdString()));
    const ModelInfo& info = findModel(kDemoModel);
    const auto data = readIdxDataset(dataFolder("fashion-mnist"), DataSplit::Test, { info.mean, info.deviation });
    RunControl control;
    WorkerThreads workers(2);
    const Accuracy accuracy = measureAccuracy([&](const at::Tensor& images) { return network.forward(images); }, *data,
        evaluationPositions(data->size(), 0), workers, control);
    QVERIFY2(std::abs(accuracy.top1() - top1) <= 0.05, qPrintable(QString::number(accuracy.top1())));
}

QTEST_GUILESS_MAIN(GoldenChecksTest)
#include "tst_golden_checks.moc"
