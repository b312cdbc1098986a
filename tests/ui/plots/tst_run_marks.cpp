// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/run_marks.h"

#include "tests/ui/sample_runs.h"

#include <QTest>

using namespace latticeq::ui;

class TestRunMarks : public QObject
{
    Q_OBJECT
private slots:
    void thePrimaryRunIsTheCurrentOneWhereItIsShown()
    {
        Workspace workspace;
        const RunDocumentPtr pinned = test::sampleRun(QStringLiteral("pinned"));
        workspace.setPinned({ pinned });
        QCOMPARE(primaryRun(workspace), pinned);
        const RunDocumentPtr current = test::sampleRun(QStringLiteral("current"));
        workspace.setCurrent(current);
        QCOMPARE(primaryRun(workspace), current);
    }

    void aRunKeepsItsHueInEveryMark()
    {
        RunDocument run(test::sampleSettings());
        run.colorSlot = 5;
        const Theme& theme = Theme::light();
        QCOMPARE(runPen(theme, run, 2).color(), theme.runs[1]);
        QCOMPARE(runPen(theme, run, 2).style(), Qt::DashLine);
        QCOMPARE(runScatter(theme, run, 7).pen().color(), theme.runs[1]);
        QCOMPARE(runScatter(theme, run, 7).shape(), QCPScatterStyle::ssTriangle);
        QVERIFY(runTitle(theme, run).startsWith(u'△'));
        QVERIFY(runTitle(theme, run).endsWith(run.name));
    }

    void clearingKeepsWhatItIsTold()
    {
        QCustomPlot plot;
        QCPGraph* kept = plot.addGraph();
        plot.addGraph();
        new QCPItemLine(&plot);
        clearDrawing(plot, { kept });
        QCOMPARE(plot.plottableCount(), 1);
        QCOMPARE(plot.plottable(0), kept);
        QCOMPARE(plot.itemCount(), 0);
    }

    void faintChangesOpacityAlone()
    {
        const QColor color = faint(Qt::red, 0.5);
        QCOMPARE(color.red(), 255);
        QVERIFY(qAbs(color.alphaF() - 0.5F) < 0.01F);
    }
};

QTEST_MAIN(TestRunMarks)
#include "tst_run_marks.moc"
