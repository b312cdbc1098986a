// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/layers/log_model.h"

#include "tests/ui/sample_runs.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace latticeq;
using namespace latticeq::ui;

class TestLogModel : public QObject
{
    Q_OBJECT
private slots:
    void linesArrive();
    void levelsAreTexts();
    void followsTheCurrentRun();
    void countsWarnings();
};

void TestLogModel::linesArrive()
{
    Workspace workspace;
    LogModel model(workspace);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    workspace.current()->apply({ LogLine { LogLevel::Info, "one" }, LogLine { LogLevel::Info, "two" } });
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(inserted.count(), 1);
    workspace.current()->apply({ LogLine { LogLevel::Warning, "three" } });
    QCOMPARE(inserted.count(), 2);
    QCOMPARE(model.index(2, LogModel::TextColumn).data().toString(), QString("three"));
    QVERIFY(QTime::fromString(model.index(2, LogModel::TimeColumn).data().toString(), "HH:mm:ss").isValid());
}

void TestLogModel::levelsAreTexts()
{
    Workspace workspace;
    workspace.current()->apply({ LogLine { LogLevel::Info, "one" }, LogLine { LogLevel::Warning, "<two>" } });
    const LogModel model(workspace);
    QCOMPARE(model.index(0, LogModel::LevelColumn).data().toString(), QString("Info"));
    QCOMPARE(model.index(1, LogModel::LevelColumn).data().toString(), QString("Warning"));
    QCOMPARE(model.index(1, 0).data(LogModel::LevelRole).toString(), QString("warning"));
    QVERIFY(!model.index(1, LogModel::LevelColumn).data(Qt::DecorationRole).isNull());
    QCOMPARE(model.index(1, LogModel::TextColumn).data(Qt::ToolTipRole).toString(), QString("&lt;two&gt;"));
}

void TestLogModel::followsTheCurrentRun()
{
    Workspace workspace;
    LogModel model(workspace);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const auto before = workspace.current();
    before->apply({ LogLine { LogLevel::Info, "before" } });
    workspace.setCurrent(test::sampleRun("a"));
    QCOMPARE(model.rowCount(), 2);
    before->apply({ LogLine { LogLevel::Info, "late" } });
    QCOMPARE(model.rowCount(), 2);
    workspace.setCurrent(before);
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.index(1, LogModel::TextColumn).data().toString(), QString("late"));
    QVERIFY(!model.index(1, LogModel::TimeColumn).data().toString().isEmpty()); // it came while another was shown
}

void TestLogModel::countsWarnings()
{
    Workspace workspace;
    LogModel model(workspace);
    QCOMPARE(model.warnings(), 0);
    workspace.setCurrent(test::sampleRun("a"));
    QCOMPARE(model.warnings(), 1);
}

QTEST_MAIN(TestLogModel)
#include "tst_log_model.moc"
