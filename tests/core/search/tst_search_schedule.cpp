// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/search_schedule.h"

#include <QtTest/QtTest>

using namespace latticeq;

class SearchScheduleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void latticeChainsTryNineNoiseLevels();
    void scalarChainsTryFour();
    void chainsStartAtAMultipleOfTheIdentity();
    void checkpointsAreFewAscendingAndReachTheEnd_data();
    void checkpointsAreFewAscendingAndReachTheEnd();
};

void SearchScheduleTest::latticeChainsTryNineNoiseLevels()
{
    const SearchSchedule schedule = publishedSchedule(3, 4, 80);
    const double divisors[] = { 1e4, 1, 2, 3, 5, 7, 9, 15, 30 };
    QCOMPARE(schedule.phases.size(), size_t(9));
    QCOMPARE(schedule.candidates(), 720);
    for (size_t i = 0; i < 9; ++i) {
        QCOMPARE(schedule.phases[i].firstCandidate, int64_t(80 * i));
        QCOMPARE(schedule.phases[i].deviation, static_cast<float>(1.0 / 15 / divisors[i] / 2));
    }
}

void SearchScheduleTest::scalarChainsTryFour()
{
    const SearchSchedule schedule = publishedSchedule(1, 8, kScalarSteps);
    QCOMPARE(schedule.phases.size(), size_t(4));
    QCOMPARE(schedule.candidates(), 400);
    QCOMPARE(schedule.phases[3].deviation, static_cast<float>(1.0 / 255 / 9 / 2));
}

void SearchScheduleTest::chainsStartAtAMultipleOfTheIdentity()
{
    QCOMPARE(publishedStart(2, 4, false), (std::vector<float> { 1e-4F / 8, 0, 0, 1e-4F / 8 }));
    QCOMPARE(publishedStart(2, 4, true), (std::vector<float> { 1.0F / 7, 0, 0, 1.0F / 7 }));
    QCOMPARE(publishedStart(1, 1, true), (std::vector<float> { 1 }));
}

void SearchScheduleTest::checkpointsAreFewAscendingAndReachTheEnd_data()
{
    QTest::addColumn<qint64>("candidates");
    QTest::addColumn<qint64>("limit");
    for (const qint64 candidates : { 1, 2, 15, 16, 17, 400, 720, 14400 }) {
        for (const qint64 limit : { 1, 2, 83, 250 })
            QTest::addRow("%lld candidates, %lld points", candidates, limit) << candidates << limit;
    }
}

void SearchScheduleTest::checkpointsAreFewAscendingAndReachTheEnd()
{
    QFETCH(qint64, candidates);
    QFETCH(qint64, limit);
    const std::vector<int64_t> points = convergenceCheckpoints(candidates, limit);
    QVERIFY(!points.empty() && points.size() <= static_cast<size_t>(limit));
    QCOMPARE(points.back(), candidates);
    for (size_t i = 1; i < points.size(); ++i)
        QVERIFY(points[i] > points[i - 1]);
    QVERIFY(limit == 1 || points.front() == 1);
}

QTEST_GUILESS_MAIN(SearchScheduleTest)
#include "tst_search_schedule.moc"
