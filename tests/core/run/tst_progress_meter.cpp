// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/progress_meter.h"

#include <QtTest/QtTest>

using namespace latticeq;

class ProgressMeterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFractionIsWeightedByCostAndNeverFalls();
};

void ProgressMeterTest::theFractionIsWeightedByCostAndNeverFalls()
{
    std::vector<ProgressMade> seen;
    const EventSink sink = [&](const RunEvent& event) { seen.push_back(std::get<ProgressMade>(event)); };
    const RunControl control;
    ProgressMeter meter(sink, control);
    meter.plan(Phase::SearchingBases, 30);
    meter.plan(Phase::MeasuringAccuracy, 10);
    meter.advance(Phase::SearchingBases, 0.5);
    meter.advance(Phase::SearchingBases, 0.2); // a share that falls is not believed
    meter.advance(Phase::SearchingBases, 1);
    meter.advance(Phase::MeasuringAccuracy, 1);
    QCOMPARE(seen.front().fraction, 0.375);
    QCOMPARE(seen.back().fraction, 1.0);
    QCOMPARE(*seen.back().remainingSeconds, 0.0);
    for (size_t i = 1; i < seen.size(); ++i)
        QVERIFY(seen[i].fraction >= seen[i - 1].fraction);
}

QTEST_GUILESS_MAIN(ProgressMeterTest)
#include "tst_progress_meter.moc"
