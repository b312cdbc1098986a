// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/support/thread_count.h"

#include <QtTest/QtTest>

#include <ATen/Parallel.h>

using namespace latticeq;

class ThreadCountTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theCountIsSetForAScopeOnly();
};

void ThreadCountTest::theCountIsSetForAScopeOnly()
{
    const int before = at::get_num_threads();
    {
        const ThreadCount three(3);
        QCOMPARE(at::get_num_threads(), 3);
    }
    QCOMPARE(at::get_num_threads(), before);
}

QTEST_GUILESS_MAIN(ThreadCountTest)
#include "tst_thread_count.moc"
