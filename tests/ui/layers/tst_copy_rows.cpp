// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/layers/copy_rows.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QStandardItemModel>
#include <QTableView>
#include <QTest>

using namespace latticeq::ui;

namespace {

struct Fixture
{
    QStandardItemModel model { 3, 4 };
    QTableView table;
    Fixture()
    {
        model.setHorizontalHeaderLabels({ "#", "Layer", "Search", "Error ×10⁻⁶" });
        for (int row = 0; row < 3; ++row) {
            model.setItem(row, 0, new QStandardItem(QString::number(row + 1)));
            model.setItem(row, 1, new QStandardItem(QStringLiteral("layer%1").arg(row)));
            model.setItem(row, 3, new QStandardItem(QStringLiteral("%1.5").arg(row)));
        }
        table.setModel(&model);
        table.setSelectionBehavior(QAbstractItemView::SelectRows);
        table.setSelectionMode(QAbstractItemView::MultiSelection);
    }
};

} // namespace

class TestCopyRows : public QObject
{
    Q_OBJECT
private slots:
    void rowsComeInTheirOrderUnderTheTitles();
    void onlyShownColumnsInTheOrderShown();
    void tabsInsideACellShiftNothing();
    void nothingSelectedIsNoText();
    void theActionFillsTheClipboard();
};

void TestCopyRows::rowsComeInTheirOrderUnderTheTitles()
{
    Fixture f;
    f.table.selectRow(2);
    f.table.selectRow(0);
    QCOMPARE(rowsAsText(f.table), QString("#\tLayer\tError ×10⁻⁶\n1\tlayer0\t0.5\n3\tlayer2\t2.5\n"));
}

void TestCopyRows::onlyShownColumnsInTheOrderShown()
{
    Fixture f;
    f.table.selectRow(1);
    f.table.setColumnHidden(0, true);
    f.table.horizontalHeader()->moveSection(3, 0);
    QCOMPARE(rowsAsText(f.table), QString("Error ×10⁻⁶\tLayer\n1.5\tlayer1\n"));
}

void TestCopyRows::tabsInsideACellShiftNothing()
{
    Fixture f;
    f.model.item(1, 1)->setText("two\twords\nand a line");
    f.table.selectRow(1);
    QCOMPARE(rowsAsText(f.table).split('\n').at(1), QString("2\ttwo words and a line\t1.5"));
}

void TestCopyRows::nothingSelectedIsNoText()
{
    const Fixture f;
    QVERIFY(rowsAsText(f.table).isEmpty());
}

void TestCopyRows::theActionFillsTheClipboard()
{
    Fixture f;
    QAction* action = addCopyAction(f.table);
    QGuiApplication::clipboard()->setText("before");
    action->trigger(); // nothing selected: the clipboard is left alone
    QCOMPARE(QGuiApplication::clipboard()->text(), QString("before"));
    f.table.selectRow(1);
    f.table.show();
    f.table.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&f.table)); // shortcuts need it
    f.table.setFocus();
    QTest::keyClick(&f.table, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), rowsAsText(f.table));
    QCOMPARE(f.table.contextMenuPolicy(), Qt::ActionsContextMenu);
    QVERIFY(f.table.actions().contains(action));
}

QTEST_MAIN(TestCopyRows)
#include "tst_copy_rows.moc"
