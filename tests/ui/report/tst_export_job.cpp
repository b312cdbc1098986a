// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/export_job.h"

#include <QSignalSpy>
#include <QThread>
#include <QtTest>

#include <stdexcept>

using namespace latticeq::ui;

class TestExportJob : public QObject
{
    Q_OBJECT

private slots:
    void tasksRunInOrderOnTheirThreads()
    {
        QList<QThread*> threads;
        const auto note = [&threads] {
            threads << QThread::currentThread();
            return QStringLiteral("path");
        };
        ExportJob job;
        QSignalSpy written(&job, &ExportJob::written);
        QSignalSpy finished(&job, &ExportJob::finished);
        job.start({ { false, note }, { true, note }, { false, note } });
        QVERIFY(job.isRunning());
        QVERIFY(finished.wait());
        QVERIFY(!job.isRunning());
        QCOMPARE(written.size(), 3);
        QCOMPARE(written[1][0].toInt(), 1);
        QCOMPARE(threads[0], QThread::currentThread());
        QVERIFY(threads[1] != QThread::currentThread());
    }

    void aFailureLetsTheNextOnesBeWritten()
    {
        const auto fail = []() -> QString { throw std::runtime_error("The disk is full."); };
        ExportJob job;
        QSignalSpy failed(&job, &ExportJob::failed);
        QSignalSpy written(&job, &ExportJob::written);
        QSignalSpy finished(&job, &ExportJob::finished);
        job.start({ { true, fail }, { false, fail }, { true, [] { return QStringLiteral("path"); } } });
        QVERIFY(finished.wait());
        QCOMPARE(failed.size(), 2);
        QCOMPARE(failed[0][1].toString(), QString("The disk is full."));
        QCOMPARE(written.size(), 1);
    }

    void cancelLeavesOutWhatHasNotBegun()
    {
        ExportJob job;
        QSignalSpy written(&job, &ExportJob::written);
        QSignalSpy finished(&job, &ExportJob::finished);
        const auto write = [] { return QStringLiteral("path"); };
        job.start({ { false, write }, { false, write } });
        job.cancel();
        QVERIFY(finished.wait());
        QCOMPARE(written.size(), 1);
    }
};

QTEST_MAIN(TestExportJob)
#include "tst_export_job.moc"
