// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/machine_speed.h"

#include <QSettings>
#include <QtTest/QtTest>

using namespace latticeq;
using namespace latticeq::ui;

class MachineSpeedTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void defaultsBeforeTheFirstRun();
    void theLastRunIsRemembered();
    void nonsenseIsNotBelieved();
};

void MachineSpeedTest::init()
{
    QCoreApplication::setOrganizationName("LatticeQ tests");
    QCoreApplication::setApplicationName("tst_machine_speed");
    QSettings().clear();
}

void MachineSpeedTest::defaultsBeforeTheFirstRun()
{
    QCOMPARE(rememberedSpeed().candidateWeightsPerSecond, MachineSpeed().candidateWeightsPerSecond);
    QCOMPARE(rememberedSpeed().multiplyAddsPerSecond, MachineSpeed().multiplyAddsPerSecond);
}

void MachineSpeedTest::theLastRunIsRemembered()
{
    rememberSpeed({ 1.5e9, 2.5e10 });
    QCOMPARE(rememberedSpeed().candidateWeightsPerSecond, 1.5e9);
    QCOMPARE(rememberedSpeed().multiplyAddsPerSecond, 2.5e10);
}

void MachineSpeedTest::nonsenseIsNotBelieved()
{
    rememberSpeed({ 0, -1 });
    QCOMPARE(rememberedSpeed().candidateWeightsPerSecond, MachineSpeed().candidateWeightsPerSecond);
    QCOMPARE(rememberedSpeed().multiplyAddsPerSecond, MachineSpeed().multiplyAddsPerSecond);
}

QTEST_GUILESS_MAIN(MachineSpeedTest)
#include "tst_machine_speed.moc"
