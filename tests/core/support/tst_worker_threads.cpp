// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/support/worker_threads.h"

#include <QtTest/QtTest>

#include <atomic>
#include <numeric>

using namespace latticeq;

class WorkerThreadsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyIndexIsVisitedOnce();
    void anExceptionReachesTheCallerAndTheNextLoopWorks();
};

void WorkerThreadsTest::everyIndexIsVisitedOnce()
{
    for (const int threads : { 1, 2, 5 }) {
        WorkerThreads workers(threads);
        QCOMPARE(workers.count(), threads);
        for (int loop = 0; loop < 200; ++loop) {
            std::vector<std::atomic<int>> visits(static_cast<size_t>(loop));
            workers.forEach(loop, [&](int64_t index) { ++visits[static_cast<size_t>(index)]; });
            for (const auto& count : visits)
                QCOMPARE(count.load(), 1);
        }
    }
}

void WorkerThreadsTest::anExceptionReachesTheCallerAndTheNextLoopWorks()
{
    WorkerThreads workers(3);
    QVERIFY_EXCEPTION_THROWN(workers.forEach(100, [](int64_t index) { if (index == 50) throw std::runtime_error("fifty"); }), std::runtime_error);
    std::atomic<int64_t> sum { 0 };
    workers.forEach(10, [&](int64_t index) { sum += index; });
    QCOMPARE(sum.load(), 45);
}

QTEST_GUILESS_MAIN(WorkerThreadsTest)
#include "tst_worker_threads.moc"
