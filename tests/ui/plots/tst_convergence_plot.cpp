// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/convergence_plot.h"

#include "tests/ui/sample_runs.h"

#include <QTest>

using namespace latticeq;
using namespace latticeq::ui;

class TestConvergencePlot : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        m_workspace = std::make_unique<Workspace>();
        m_run = test::sampleRun(QStringLiteral("a"), 22);
        m_workspace->setCurrent(m_run);
        m_plot = std::make_unique<ConvergencePlot>(*m_workspace);
        m_plot->resize(400, 320);
    }
    void cleanup() { m_plot.reset(); }

    void withoutALayerItSaysWhatWillStandHere()
    {
        m_plot->refresh();
        QVERIFY(m_plot->emptyText().contains(QStringLiteral("candidates")));
    }

    void theBestIsTheLayersAndTheScalarItsLevel()
    {
        select({ 4 });
        QCOMPARE(lines("best").size(), 1);
        QCOMPARE(lines("restart").size(), 3);
        const LayerState& layer = m_run->layers()[4];
        const QCPGraph* best = lines("best").first();
        QCOMPARE(best->dataMainValue(best->dataCount() - 1), layer.convergence.back().bestError);
        QCOMPARE(best->pen().widthF(), 2.0);
        const auto* scalar = m_plot->plot().findChild<QCPItemStraightLine*>(QStringLiteral("scalar"));
        const double level = layer.report.scalarMce * static_cast<double>(layer.report.weights);
        QCOMPARE(scalar->point1->value(), level);
        QCOMPARE(scalar->pen().color(), Theme::light().axis);
        QVERIFY(m_plot->endLabels().contains(QStringLiteral("scalar")));
        QVERIFY(m_plot->emptyText().isEmpty());
    }

    void theRangeShowsTheEndAndHomeShowsAll()
    {
        select({ 4 });
        const LayerState& layer = m_run->layers()[4];
        const QCPAxis& y = *m_plot->plot().yAxis;
        const double best = layer.convergence.back().bestError;
        QCOMPARE(y.range().lower, best / 1.5);
        QCOMPARE(y.range().upper, 3 * layer.report.scalarMce * static_cast<double>(layer.report.weights));
        QCOMPARE(m_plot->plot().xAxis->range().lower, 1.0);
        m_plot->fit();
        m_plot->refresh();
        for (const ConvergencePoint& point : layer.convergence)
            QVERIFY(point.bestError <= y.range().upper);
    }

    void onlyThreeOtherSelectedLayersAreNamed()
    {
        select({ 4, 5, 6, 7, 8, 9 });
        QCOMPARE(lines("named").size(), 3);
        QCOMPARE(lines("unnamed").size(), 2);
        QCOMPARE(lines("restart").size(), 3);
        QCOMPARE(m_plot->info(), QStringLiteral("4 of 6 selected named"));
        QSet<Qt::PenStyle> dashes;
        for (const QCPGraph* line : lines("named")) {
            dashes.insert(line->pen().style());
            QCOMPARE(line->pen().color(), lines("best").first()->pen().color());
        }
        QCOMPARE(dashes.size(), 3);
    }

    void severalRunsShowTheCurrentLayerOfEach()
    {
        m_workspace->setPinned(
            { test::sampleRun(QStringLiteral("b"), 22, 2), test::sampleRun(QStringLiteral("c"), 22, 3) });
        select({ 4, 5 });
        QCOMPARE(lines("run").size(), 3);
        QCOMPARE(lines("restart").size(), 0);
        QCOMPARE(lines("named").size(), 0);
        QCOMPARE(m_plot->endLabels().size(), 4);
    }

    void aRunThatEndsFarAboveTheOthersIsStillInSight()
    {
        auto coarse = std::make_shared<RunDocument>(test::sampleSettings());
        coarse->id = QStringLiteral("coarse");
        coarse->plan(test::sampleModel(22));
        coarse->setState(RunDocument::State::Running);
        const double far = 100 * m_run->layers()[4].convergence.front().bestError;
        coarse->apply({ LayerStarted { 4, 22, m_run->layers()[4].name().toStdString() },
            ConvergenceReached { 4, { { -1, 1, 2 * far }, { -1, 9, far } } } });
        m_workspace->setPinned({ coarse });
        select({ 4 });
        QCOMPARE(lines("run").size(), 2);
        QVERIFY(m_plot->plot().yAxis->range().contains(far));
    }

    void theNamesStandBesideTheLines()
    {
        m_plot->show();
        select({ 4, 5, 6 });
        const auto room = [this] {
            const QCPGraph* best = lines("best").first();
            const double end = best->coordsToPixels(best->dataMainKey(best->dataCount() - 1), 1).x();
            return m_plot->plot().axisRect()->right() - end;
        };
        const int widest = m_plot->fontMetrics().horizontalAdvance(m_plot->endLabels()[2]) / 2;
        QTRY_VERIFY(room() > widest);
        m_plot->resize(280, 200);
        QTRY_VERIFY(m_plot->plot().axisRect()->width() < 280 && room() > widest);
    }

    void theCaptionOfAFlatPlotIsShorter()
    {
        m_plot->show();
        select({ 4 });
        const QString whole = m_plot->plot().yAxis->label();
        m_plot->resize(280, 150);
        QTRY_VERIFY(m_plot->plot().yAxis->label().size() < whole.size());
        m_plot->resize(400, 400);
        QTRY_COMPARE(m_plot->plot().yAxis->label(), whole);
    }

    void zeroErrorsStayOffTheLogAxes()
    {
        auto run = std::make_shared<RunDocument>(test::sampleSettings());
        run->plan(test::sampleModel(6));
        run->setState(RunDocument::State::Running);
        run->apply({ LayerStarted { 0, 6, "conv1" }, ConvergenceReached { 0, { { -1, 0, 2.0 }, { -1, 5, 0.0 } } } });
        m_workspace->setCurrent(run);
        m_workspace->selection().set(QStringLiteral("conv1"));
        m_plot->refresh();
        QCOMPARE(lines("best").first()->dataCount(), 1);
        QCOMPARE(lines("best").first()->dataMainKey(0), 1.0);
        QVERIFY(m_plot->plot().yAxis->range().lower > 0);
    }

    void itFollowsTheSearchLive()
    {
        auto run = std::make_shared<RunDocument>(test::sampleSettings());
        run->plan(test::sampleModel(6));
        run->setState(RunDocument::State::Running);
        m_workspace->setCurrent(run);
        m_workspace->selection().set(QStringLiteral("conv1"));
        m_plot->show();
        run->apply({ LayerStarted { 0, 6, "conv1" }, ConvergenceReached { 0, { { -1, 1, 2.0 } } } });
        QTRY_COMPARE(lines("best").size(), 1);
        run->apply({ ConvergenceReached { 0, { { -1, 9, 1.0 } } } });
        QTRY_COMPARE(lines("best").value(0)->dataCount(), 2);
    }

    void aClickOnALineMakesItsLayerCurrent()
    {
        select({ 4, 5 });
        m_plot->show();
        m_plot->refresh();
        const QCPGraph* line = lines("named").first();
        const int middle = line->dataCount() / 2;
        const QPoint position = line->coordsToPixels(line->dataMainKey(middle), line->dataMainValue(middle)).toPoint();
        QTest::mouseClick(&m_plot->plot(), Qt::LeftButton, {}, position);
        QCOMPARE(m_workspace->selection().current(), line->name());
        QCOMPARE(m_workspace->selection().selected().size(), 2);
    }

private:
    void select(std::initializer_list<size_t> layers)
    {
        QSet<QString> names;
        for (const size_t layer : layers)
            names.insert(m_run->layers()[layer].name());
        m_workspace->selection().set(m_run->layers()[*layers.begin()].name(), names);
        m_plot->setPalette(Theme::light().palette());
        m_plot->refresh();
    }
    QList<QCPGraph*> lines(const char* name) const
    {
        return m_plot->plot().findChildren<QCPGraph*>(QString::fromLatin1(name));
    }

    std::unique_ptr<Workspace> m_workspace;
    RunDocumentPtr m_run;
    std::unique_ptr<ConvergencePlot> m_plot;
};

QTEST_MAIN(TestConvergencePlot)
#include "tst_convergence_plot.moc"
