// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/run_data.h"

#include <QtTest/QtTest>

using namespace latticeq;

class RunDataTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void imagesThatDoNotFitAreNamed();
    void withoutDataWeightsCanStillBeQuantized();
    void calibrationTakesTheFirstTrainingImages();
};

void RunDataTest::imagesThatDoNotFitAreNamed()
{
    RunSettings settings;
    settings.data = "fashion-mnist";
    QVERIFY_EXCEPTION_THROWN(openRunData(settings, findModel("resnet18"), [](const RunEvent&) {}), std::invalid_argument);
}

void RunDataTest::withoutDataWeightsCanStillBeQuantized()
{
    int warnings = 0;
    const auto count = [&](const RunEvent&) { ++warnings; };
    RunSettings settings;
    const RunData data = openRunData(settings, findModel("resnet18"), count);
    QVERIFY(!data.evaluation && !data.calibrationImages.defined());
    QCOMPARE(warnings, 1);
    settings.quantizeActivations = true;
    QVERIFY_EXCEPTION_THROWN(openRunData(settings, findModel("resnet18"), count), std::invalid_argument);
}

void RunDataTest::calibrationTakesTheFirstTrainingImages()
{
    RunSettings settings;
    settings.calibrationImages = 20;
    settings.evaluationImages = 30;
    const RunData data = openRunData(settings, findModel(kDemoModel), [](const RunEvent&) {});
    QCOMPARE(data.calibrationImages.size(0), 20);
    QCOMPARE(data.positions.size(), size_t(30));
}

QTEST_GUILESS_MAIN(RunDataTest)
#include "tst_run_data.moc"
