// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/sample_runs.h"

#include <QSet>
#include <QSignalSpy>
#include <QTest>

using namespace latticeq;
using namespace latticeq::ui;

class TestWorkspace : public QObject
{
    Q_OBJECT
private slots:
    void startsWithARun();
    void showsTheCurrentRunAlone();
    void aPlannedRunIsNotOverlaidOnPinnedOnes();
    void theReferenceStaysBehindAPinnedCurrentRun();
    void passesOnWhatShownRunsTell();
    void forgetsRunsThatAreNoLongerShown();
    void everyShownRunHasItsOwnSlot();
    void whatIsShownKeepsItsSlot();
    void pinsAreLimited();
    void findsRunsById();
};

void TestWorkspace::startsWithARun()
{
    const Workspace workspace;
    QVERIFY(workspace.current());
    QCOMPARE(workspace.shown().size(), 1);
    QVERIFY(workspace.pinned().isEmpty());
}

void TestWorkspace::showsTheCurrentRunAlone()
{
    Workspace workspace;
    QSignalSpy current(&workspace, &Workspace::currentChanged);
    const auto run = test::sampleRun("a");
    workspace.setCurrent(run);
    workspace.setCurrent(run);
    QCOMPARE(current.count(), 1);
    QCOMPARE(workspace.shown(), QList<RunDocumentPtr> { run });
}

void TestWorkspace::aPlannedRunIsNotOverlaidOnPinnedOnes()
{
    Workspace workspace;
    const auto pinned = test::sampleRun("a");
    const auto planned = std::make_shared<RunDocument>(test::sampleSettings());
    planned->plan(test::sampleModel());
    workspace.setCurrent(planned);
    workspace.setPinned({ pinned });
    QCOMPARE(workspace.shown(), QList<RunDocumentPtr> { pinned });
    QSignalSpy shown(&workspace, &Workspace::shownChanged);
    planned->setState(RunDocument::State::Running);
    QCOMPARE(shown.count(), 1);
    QCOMPARE(workspace.shown(), (QList<RunDocumentPtr> { planned, pinned }));
}

void TestWorkspace::theReferenceStaysBehindAPinnedCurrentRun()
{
    Workspace workspace;
    const auto a = test::sampleRun("a");
    const auto b = test::sampleRun("b");
    workspace.setCurrent(b);
    workspace.setPinned({ a, b });
    QCOMPARE(workspace.shown(), (QList<RunDocumentPtr> { a, b }));
}

void TestWorkspace::passesOnWhatShownRunsTell()
{
    Workspace workspace;
    const auto current = test::sampleRun("a");
    const auto pinned = test::sampleRun("b");
    workspace.setCurrent(current);
    workspace.setPinned({ pinned, current });
    QSignalSpy layers(&workspace, &Workspace::layersChanged);
    QSignalSpy convergence(&workspace, &Workspace::convergenceChanged);
    QSignalSpy accuracy(&workspace, &Workspace::accuracyChanged);
    current->apply({ ConvergenceReached { 2, { { -1, 1, 1.0 } } } });
    QCOMPARE(layers.count(), 1); // once, though it is current and pinned
    QCOMPARE(layers.first().at(0).value<RunDocument*>(), current.get());
    QCOMPARE(layers.first().at(1).toInt(), 2);
    QCOMPARE(convergence.count(), 1);
    pinned->apply({ EvaluationAdvanced { Phase::MeasuringAccuracy, 1, 1, 1, 2 } });
    QCOMPARE(accuracy.count(), 1);
    QCOMPARE(accuracy.first().at(0).value<RunDocument*>(), pinned.get());
}

void TestWorkspace::forgetsRunsThatAreNoLongerShown()
{
    Workspace workspace;
    const auto a = test::sampleRun("a");
    const auto b = test::sampleRun("b");
    workspace.setCurrent(a);
    workspace.setPinned({ b });
    workspace.setPinned({});
    workspace.setCurrent(test::sampleRun("c"));
    QSignalSpy layers(&workspace, &Workspace::layersChanged);
    for (const auto& run : { a, b })
        run->apply({ ConvergenceReached { 1, { { -1, 1, 1.0 } } } });
    QCOMPARE(layers.count(), 0);
}

void TestWorkspace::everyShownRunHasItsOwnSlot()
{
    Workspace workspace;
    QList<RunDocumentPtr> runs;
    for (int i = 0; i < Workspace::kMostPinned; ++i) {
        runs.append(test::sampleRun(QString::number(i)));
        runs.last()->colorSlot = i % 2;
    }
    workspace.setCurrent(runs.first());
    workspace.setPinned(runs);
    QSet<int> slotNumbers;
    for (const auto& run : workspace.shown())
        slotNumbers.insert(run->colorSlot);
    QCOMPARE(slotNumbers.size(), Workspace::kMostPinned);
}

void TestWorkspace::whatIsShownKeepsItsSlot()
{
    Workspace workspace;
    const auto shown = test::sampleRun("shown");
    shown->colorSlot = 1;
    workspace.setPinned({ shown });
    const auto first = test::sampleRun("first");
    const auto second = test::sampleRun("second");
    first->colorSlot = 1;
    second->colorSlot = 1;
    workspace.setCurrent(first);
    workspace.setPinned({ second, shown });
    QCOMPARE(shown->colorSlot, 1);
    QVERIFY(first->colorSlot != 1 && second->colorSlot != 1 && first->colorSlot != second->colorSlot);
}

void TestWorkspace::pinsAreLimited()
{
    Workspace workspace;
    QList<RunDocumentPtr> runs;
    for (int i = 0; i < 10; ++i)
        runs.append(std::make_shared<RunDocument>(RunSettings {}));
    workspace.setPinned(runs);
    QCOMPARE(workspace.pinned(), runs.mid(0, Workspace::kMostPinned));
}

void TestWorkspace::findsRunsById()
{
    Workspace workspace;
    const auto a = test::sampleRun("a");
    const auto b = test::sampleRun("b");
    workspace.setCurrent(a);
    workspace.setPinned({ b });
    QCOMPARE(workspace.find("a"), a);
    QCOMPARE(workspace.find("b"), b);
    QVERIFY(!workspace.find("c"));
}

QTEST_MAIN(TestWorkspace)
#include "tst_workspace.moc"
