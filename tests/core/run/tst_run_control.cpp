// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/run_control.h"

#include <QtTest/QtTest>

#include <thread>

using namespace latticeq;

class RunControlTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPauseEndsOnResumeAndOnStop();
};

void RunControlTest::aPauseEndsOnResumeAndOnStop()
{
    RunControl control;
    QVERIFY(control.waitWhilePaused());
    control.pause();
    std::jthread resumer([&] { control.resume(); });
    QVERIFY(control.waitWhilePaused());
    resumer.join();
    control.pause();
    std::jthread stopper([&] { control.requestStop(); });
    QVERIFY(!control.waitWhilePaused());
    QVERIFY(control.stopRequested() && control.stopFlag());
    QVERIFY(control.pausedTime().count() > 0);
}

QTEST_GUILESS_MAIN(RunControlTest)
#include "tst_run_control.moc"
