// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/run_settings.h"

#include <QtTest/QtTest>

using namespace latticeq;

class RunSettingsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void defaultsAreThePublishedOnes();
    void limitsAreNamed_data();
    void limitsAreNamed();
    void statisticsHaveOneSource();
    void threadsAndFoldersDoNotChangeTheResult();
    void bitsAreChosenByOneRule();
};

void RunSettingsTest::defaultsAreThePublishedOnes()
{
    const RunSettings s;
    QVERIFY(s.model == "resnet18" && s.weightBits == 8 && s.activationBits == 32 && !s.quantizeActivations);
    QVERIFY(!s.biasCorrection && !s.quantizeBasis && s.basisBits == 8 && s.steps == 80 && s.restarts == 5 && s.seed == 1);
    QVERIFY(s.calibrationImages == 512 && s.aggregation == 2 && !s.perLayer);
    checkSettings(s);
}

void RunSettingsTest::limitsAreNamed_data()
{
    QTest::addColumn<QString>("setting");
    QTest::addColumn<int>("value");
    QTest::addColumn<QString>("complaint");
    for (const int value : { 0, 9, -1 })
        QTest::addRow("%d weight bits", value) << "weightBits" << value << QString("--bitsW is %1, expected 1 to 8").arg(value);
    for (const int value : { 1, 17 }) {
        QTest::addRow("%d basis bits", value) << "basisBits" << value << QString("--bitsB is %1, expected 2 to 16").arg(value);
        QTest::addRow("%d activation bits", value) << "activationBits" << value << QString("--bitsA is %1, expected 2 to 16 or 32").arg(value);
    }
    QTest::newRow("no steps") << "steps" << 0 << "--steps is 0, expected 1 to 1000000";
    QTest::newRow("too many restarts") << "restarts" << 1000 << "--nb_restarts is 1000, expected 1 to 100";
    QTest::newRow("layer bits") << "layer" << 12 << "--layer x is 12, expected 1 to 8 or 32";
}

void RunSettingsTest::limitsAreNamed()
{
    QFETCH(QString, setting);
    QFETCH(int, value);
    QFETCH(QString, complaint);
    RunSettings s;
    if (setting == "weightBits")
        s.weightBits = value;
    else if (setting == "basisBits")
        s.basisBits = value;
    else if (setting == "activationBits")
        s.activationBits = value;
    else if (setting == "steps")
        s.steps = value;
    else if (setting == "restarts")
        s.restarts = value;
    else
        s.layerBits["x"] = value;
    try {
        checkSettings(s);
        QFAIL("the value was accepted");
    } catch (const std::invalid_argument& error) {
        QCOMPARE(QString(error.what()), complaint);
    }
}

void RunSettingsTest::statisticsHaveOneSource()
{
    RunSettings s;
    s.updateBatchNorm = true;
    s.reestimateBatchNorm = true;
    QVERIFY_EXCEPTION_THROWN(checkSettings(s), std::invalid_argument);
    s.updateBatchNorm = false;
    checkSettings(s);
}

void RunSettingsTest::threadsAndFoldersDoNotChangeTheResult()
{
    RunSettings a;
    RunSettings b;
    b.threads = 7;
    b.outputFolder = "elsewhere";
    b.repeats = 3;
    QVERIFY(sameResult(a, b));
    b.steps = 81;
    QVERIFY(!sameResult(a, b));
}

void RunSettingsTest::bitsAreChosenByOneRule()
{
    RunSettings s;
    QVERIFY(!choosesBits(s));
    s.maxBytes = 100'000;
    checkSettings(s);
    QVERIFY(choosesBits(s));
    QCOMPARE(settingsTitle(s), std::string("Wx"));
    s.maxLoss = 1;
    QVERIFY_EXCEPTION_THROWN(checkSettings(s), std::invalid_argument);
    s.maxBytes = 0;
    checkSettings(s);
    s.allocateWeightBits = true;
    QVERIFY_EXCEPTION_THROWN(checkSettings(s), std::invalid_argument);
    s.allocateWeightBits = false;
    s.maxLoss = 0;
    s.minTop1 = 101;
    QVERIFY_EXCEPTION_THROWN(checkSettings(s), std::invalid_argument);
}

QTEST_GUILESS_MAIN(RunSettingsTest)
#include "tst_run_settings.moc"
