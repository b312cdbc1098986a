// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/layers/log_view.h"

#include "tests/ui/sample_runs.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QScrollBar>
#include <QTableView>
#include <QTest>

using namespace latticeq;
using namespace latticeq::ui;

namespace {

std::vector<RunEvent> lines(int count, LogLevel level = LogLevel::Info)
{
    std::vector<RunEvent> events;
    for (int i = 0; i < count; ++i)
        events.emplace_back(LogLine { level, "line " + std::to_string(i) });
    return events;
}

struct Fixture
{
    Workspace workspace;
    LogView view { workspace };
    QTableView& table = view.table();
    QScrollBar& bar = *table.verticalScrollBar();
    QComboBox& levels = *view.findChild<QComboBox*>("logLevels");
    QLabel& message = *view.findChild<QLabel*>("logMessage");
    Fixture()
    {
        view.resize(500, 200);
        view.show();
        view.activateWindow();
        static_cast<void>(QTest::qWaitForWindowActive(&view)); // shortcuts need it
        table.setFocus();
    }
    QString count() const { return view.findChild<QLabel*>("logCount")->text(); }
};

} // namespace

class TestLogView : public QObject
{
    Q_OBJECT
private slots:
    void anEmptyLogSaysWhatComes();
    void followsTheEnd();
    void staysWhereAPersonScrolledTo();
    void warningsAlone();
    void copiesRows();
    void controlsAreNamed();
};

void TestLogView::anEmptyLogSaysWhatComes()
{
    Fixture f;
    QVERIFY(!f.message.isHidden());
    QVERIFY(!f.message.text().isEmpty());
    f.workspace.current()->apply(lines(1));
    QVERIFY(f.message.isHidden());
    QCOMPARE(f.count(), QString("1 line"));
}

void TestLogView::followsTheEnd()
{
    Fixture f;
    for (int batch = 0; batch < 5; ++batch) {
        f.workspace.current()->apply(lines(30));
        QTRY_VERIFY(f.bar.maximum() > 0);
        QTRY_COMPARE(f.bar.value(), f.bar.maximum());
    }
}

void TestLogView::staysWhereAPersonScrolledTo()
{
    Fixture f;
    f.workspace.current()->apply(lines(60));
    QTRY_COMPARE(f.bar.value(), f.bar.maximum());
    f.bar.setValue(3);
    const int before = f.bar.maximum();
    f.workspace.current()->apply(lines(10));
    QTRY_VERIFY(f.bar.maximum() > before);
    QCOMPARE(f.bar.value(), 3);
    f.bar.setValue(f.bar.maximum()); // back at the end it follows again
    f.workspace.current()->apply(lines(10));
    QTRY_COMPARE(f.bar.value(), f.bar.maximum());
}

void TestLogView::warningsAlone()
{
    Fixture f;
    f.workspace.current()->apply(lines(3));
    f.levels.setCurrentIndex(1);
    QCOMPARE(f.table.model()->rowCount(), 0);
    QVERIFY(f.message.text().startsWith("No warnings. "));
    f.workspace.current()->apply(lines(2, LogLevel::Warning));
    QCOMPARE(f.table.model()->rowCount(), 2);
    QVERIFY(f.message.isHidden());
    QCOMPARE(f.count(), QString("5 lines, 2 warnings"));
    emit f.message.linkActivated("#all");
    QCOMPARE(f.table.model()->rowCount(), 5);
}

void TestLogView::copiesRows()
{
    Fixture f;
    f.workspace.current()->apply(lines(3, LogLevel::Warning));
    f.table.selectRow(1);
    QTest::keyClick(&f.table, Qt::Key_C, Qt::ControlModifier);
    const QStringList copied = QGuiApplication::clipboard()->text().split('\n');
    QCOMPARE(copied.at(0), QString("Time\tLevel\tMessage"));
    QVERIFY(copied.at(1).endsWith("\tWarning\tline 1"));
}

void TestLogView::controlsAreNamed()
{
    const Fixture f;
    QVERIFY(!f.levels.accessibleName().isEmpty() && !f.levels.toolTip().isEmpty());
    QVERIFY(!f.table.accessibleName().isEmpty());
}

QTEST_MAIN(TestLogView)
#include "tst_log_view.moc"
