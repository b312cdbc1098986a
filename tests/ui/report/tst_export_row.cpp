// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/export_row.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QLineEdit>
#include <QSignalSpy>
#include <QtTest>

using namespace latticeq::ui;

namespace {

ExportItem item(const QString& suffix = "csv")
{
    ExportItem item;
    item.kind = ExportKind::LayersCsv;
    item.title = "Table";
    item.suffix = suffix;
    item.fileName = "run-layers." + suffix;
    item.expectedBytes = 3000;
    return item;
}

/** A row in a widget of its own. */
struct Fixture
{
    QWidget widget;
    QGridLayout grid { &widget };
    ExportRow row { item(), grid, 0, &widget };
    QLineEdit* name = widget.findChild<QLineEdit*>("layersCsvName");

    void type(const QString& text)
    {
        name->selectAll();
        QTest::keyClicks(name, text);
    }
};

} // namespace

class TestExportRow : public QObject
{
    Q_OBJECT

private slots:
    void theSuggestedNameIsShownAndUsed()
    {
        Fixture f;
        QCOMPARE(f.name->text(), QString("run-layers.csv"));
        QCOMPARE(f.row.fileName(), QString("run-layers.csv"));
    }

    void aTypedNameGetsItsSuffix()
    {
        Fixture f;
        QSignalSpy changed(&f.row, &ExportRow::changed);
        f.type("mine");
        QCOMPARE(f.row.fileName(), QString("mine.csv"));
        QVERIFY(!changed.isEmpty());
        QTest::keyClick(f.name, Qt::Key_Return);
        QCOMPARE(f.name->text(), QString("mine.csv"));
    }

    void aNameCannotLeaveTheFolder()
    {
        Fixture f;
        f.type("../mine");
        QCOMPARE(f.row.fileName(), QString("..mine.csv"));
    }

    void anotherItemKeepsATypedName()
    {
        Fixture f;
        f.type("mine");
        f.row.setItem(item("svg"));
        QCOMPARE(f.row.fileName(), QString("mine.csv.svg").remove(".csv"));
    }

    void whatIsUnavailableCannotBeChosen()
    {
        Fixture f;
        f.row.setChosen(true);
        QVERIFY(f.row.isChosen());
        ExportItem missing = item();
        missing.unavailable = "No layer is finished.";
        f.row.setItem(missing);
        QVERIFY(!f.row.isChosen());
        const auto* choice = f.widget.findChild<QCheckBox*>("layersCsv");
        QVERIFY(!choice->isEnabled());
        QCOMPARE(choice->toolTip(), missing.unavailable);
    }

    void theStateStandsAtTheFile()
    {
        Fixture f;
        f.row.setState(ExportRow::State::Failed, "The disk is full.");
        QCOMPARE(f.row.stateText(), QString("The disk is full."));
        f.row.setState(ExportRow::State::Idle);
        QVERIFY(f.row.stateText().isEmpty());
    }
};

QTEST_MAIN(TestExportRow)
#include "tst_export_row.moc"
