// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lattices/lattice_switches.h"

#include <QMenu>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace latticeq::ui;

class TestLatticeSwitches : public QObject
{
    Q_OBJECT
private slots:
    void aClickSwitchesItsMark();
    void aMarkThatMakesNoSenseSaysWhy();
    void choosingACellKindShowsCells();
    void wordsGiveWayWhereThereIsNoRoom();
    void everySwitchHasANameAndATooltip();
};

void TestLatticeSwitches::aClickSwitchesItsMark()
{
    LatticeSwitches switches;
    QSignalSpy changed(&switches, &LatticeSwitches::marksChanged);
    QSignalSpy switched(&switches, &LatticeSwitches::switched);
    switches.button(Mark::Ghost).click();
    QVERIFY(!switches.marks().has(Mark::Ghost));
    QVERIFY(switches.marks().has(Mark::Basis));
    QCOMPARE(changed.count(), 1);
    switches.setShown(Mark::Residuals, false);
    QCOMPARE(changed.count(), 2);
    QCOMPARE(switched.count(), 1);
}

void TestLatticeSwitches::aMarkThatMakesNoSenseSaysWhy()
{
    LatticeSwitches switches;
    const QString usual = switches.button(Mark::Cells).toolTip();
    switches.setReason(Mark::Cells, QStringLiteral("Choose Sheets."));
    QVERIFY(!switches.button(Mark::Cells).isEnabled());
    QCOMPARE(switches.button(Mark::Cells).toolTip(), QStringLiteral("Choose Sheets."));
    switches.setReason(Mark::Cells, {});
    QVERIFY(switches.button(Mark::Cells).isEnabled());
    QCOMPARE(switches.button(Mark::Cells).toolTip(), usual);
}

void TestLatticeSwitches::choosingACellKindShowsCells()
{
    LatticeSwitches switches;
    switches.setShown(Mark::Cells, false);
    switches.button(Mark::Cells).menu()->actions()[1]->trigger();
    QVERIFY(switches.marks().has(Mark::Cells));
    QCOMPARE(switches.marks().cells, CellKind::Voronoi);
}

void TestLatticeSwitches::wordsGiveWayWhereThereIsNoRoom()
{
    LatticeSwitches switches;
    switches.resize(2000, 28);
    switches.show();
    QCOMPARE(switches.button(Mark::Basis).toolButtonStyle(), Qt::ToolButtonTextBesideIcon);
    switches.resize(500, 28);
    QTRY_COMPARE(switches.button(Mark::Basis).toolButtonStyle(), Qt::ToolButtonIconOnly);
    const QToolButton& last = switches.button(Mark::Ghost);
    QTRY_VERIFY(last.geometry().right() < switches.width());
}

void TestLatticeSwitches::everySwitchHasANameAndATooltip()
{
    LatticeSwitches switches;
    for (int i = 0; i < kMarks; ++i) {
        QVERIFY(!switches.button(static_cast<Mark>(i)).accessibleName().isEmpty());
        QVERIFY(switches.button(static_cast<Mark>(i)).toolTip().endsWith(u'.'));
    }
}

QTEST_MAIN(TestLatticeSwitches)
#include "tst_lattice_switches.moc"
