// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lattices/lattice_choices.h"

#include "tests/ui/lattices/sample_lattices.h"
#include "tests/ui/sample_runs.h"
#include "ui/lattices/lattice_plot.h"
#include "ui/lattices/lattice_view.h"

#include <QSettings>
#include <QTest>
#include <QToolButton>

using namespace latticeq::ui;

class TestLatticeChoices : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void aFirstStartHasTheDefaults();
    void comesBackAsStored();
    void nonsenseIsAsInAFirstStart();
    void aViewTakesOverWhatAnotherWasLeftWith();
    void residualsFollowTheWeightsUntilChosen();
};

void TestLatticeChoices::init()
{
    QSettings().clear();
}

void TestLatticeChoices::aFirstStartHasTheDefaults()
{
    QVERIFY(loadLatticeChoices() == LatticeChoices());
}

void TestLatticeChoices::comesBackAsStored()
{
    for (size_t mark = 0; mark < kMarks; ++mark) {
        LatticeChoices choices;
        choices.mode = mark % 2 == 0 ? LatticeMode::Planes : LatticeMode::Sheets;
        choices.marks.shown[mark] = false;
        choices.marks.cells = mark % 2 == 0 ? CellKind::Voronoi : CellKind::NearestPlane;
        choices.residualsChosen = mark % 3 == 0;
        choices.linked = mark % 3 != 0;
        storeLatticeChoices(choices);
        QVERIFY(loadLatticeChoices() == choices);
    }
}

void TestLatticeChoices::nonsenseIsAsInAFirstStart()
{
    QSettings().setValue(QStringLiteral("lattices/mode"), QStringLiteral("spiral"));
    QSettings().setValue(QStringLiteral("lattices/cellKind"), 17);
    QVERIFY(loadLatticeChoices() == LatticeChoices());
}

void TestLatticeChoices::aViewTakesOverWhatAnotherWasLeftWith()
{
    Workspace workspace;
    LatticeChoices left;
    {
        LatticeView view(workspace);
        QVERIFY(view.choices() == LatticeChoices());
        view.findChild<QToolButton*>(QStringLiteral("planesMode"))->click();
        view.findChild<QToolButton*>(QStringLiteral("ghostSwitch"))->toggle();
        view.findChild<QToolButton*>(QStringLiteral("linkPanels"))->click();
        left = view.choices();
        storeLatticeChoices(left);
    }
    LatticeView view(workspace);
    view.restoreChoices(loadLatticeChoices());
    QVERIFY(view.choices() == left);
    QVERIFY(view.latticePlot().mode() == LatticeMode::Planes);
    QVERIFY(!view.latticePlot().isLinked());
    QVERIFY(view.findChild<QToolButton*>(QStringLiteral("planesMode"))->isChecked());
    QVERIFY(!view.findChild<QToolButton*>(QStringLiteral("ghostSwitch"))->isChecked());
    QVERIFY(!view.findChild<QToolButton*>(QStringLiteral("linkPanels"))->isChecked());
}

void TestLatticeChoices::residualsFollowTheWeightsUntilChosen()
{
    Workspace workspace;
    const RunDocumentPtr run = latticeq::ui::test::sampleRun(QStringLiteral("a"));
    run->setLattices(std::make_shared<latticeq::ui::test::SampleLayers>());
    workspace.setCurrent(run);
    workspace.selection().set(QStringLiteral("fc"));
    for (const bool chosen : { false, true }) {
        LatticeView view(workspace);
        LatticeChoices choices;
        choices.marks.shown[static_cast<size_t>(Mark::Residuals)] = false;
        choices.residualsChosen = chosen;
        view.restoreChoices(choices);
        view.show();
        QTRY_VERIFY(view.latticePlot().content(1).picture); // few weights
        QCOMPARE(view.choices().marks.has(Mark::Residuals), !chosen);
    }
}

QTEST_MAIN(TestLatticeChoices)
#include "tst_lattice_choices.moc"
