// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/accuracy_plot.h"

#include "tests/ui/sample_runs.h"

#include <QTest>

using namespace latticeq;
using namespace latticeq::ui;

class TestAccuracyPlot : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        m_workspace = std::make_unique<Workspace>();
        m_plot = std::make_unique<AccuracyPlot>(*m_workspace);
        m_plot->setPalette(Theme::light().palette());
        m_plot->resize(400, 320);
    }
    void cleanup() { m_plot.reset(); }

    void beforeARunItSaysWhatWillStandHere()
    {
        m_plot->refresh();
        QVERIFY(m_plot->emptyText().contains(QStringLiteral("95 %")));
    }

    void whileMeasuringItDrawsTheRunningValueAndItsBand()
    {
        const RunDocumentPtr run = startedRun();
        m_plot->refresh();
        const QCPGraph* curve = graph("quantized");
        QCOMPARE(curve->dataCount(), static_cast<int>(run->quantized().points.size()));
        for (int i = 0; i < curve->dataCount(); ++i) {
            const EvaluationAdvanced& point = run->quantized().points[static_cast<size_t>(i)];
            const Interval interval = wilsonInterval(point.correct, point.seen);
            QCOMPARE(curve->dataMainKey(i), static_cast<double>(point.seen));
            QCOMPARE(
                curve->dataMainValue(i), 100.0 * static_cast<double>(point.correct) / static_cast<double>(point.seen));
            QCOMPARE(graph("low")->dataMainValue(i), interval.low);
            QCOMPARE(graph("high")->dataMainValue(i), interval.high);
        }
        QCOMPARE(curve->pen().widthF(), 2.0);
        QCOMPARE(graph("full precision")->pen().style(), Qt::DashLine);
        QCOMPARE(graph("full precision")->pen().color(), Theme::light().text);
        QCOMPARE(m_plot->legend().size(), 2);
        QVERIFY(m_plot->legend()[1].contains(QRegularExpression(QStringLiteral("\\d+\\.\\d\\d %"))));
    }

    void noLinePassesBehindTheLegend_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("at the dock's smallest size") << QSize(280, 150);
        QTest::newRow("in a large dock") << QSize(600, 500);
    }
    void noLinePassesBehindTheLegend()
    {
        QFETCH(const QSize, size);
        startedRun();
        m_plot->resize(size);
        m_plot->show();
        m_plot->refresh();
        QCPLegend& legend = *m_plot->plot().legend;
        QCOMPARE(legend.itemCount(), 2);
        for (int i = 0; i < legend.itemCount(); ++i) {
            QVERIFY(m_plot->plot().viewport().contains(legend.item(i)->outerRect()));
            QVERIFY(legend.item(i)->outerRect().bottom() < m_plot->plot().axisRect()->top());
        }
        QVERIFY(m_plot->plot().axisRect()->height() > 20);
    }

    void aYoungMeasurementBesideAnOldOneIsInSight()
    {
        auto run = std::make_shared<RunDocument>(test::sampleSettings());
        run->setState(RunDocument::State::Running);
        m_workspace->setCurrent(run);
        run->apply({ EvaluationAdvanced { Phase::MeasuringFullPrecision, 1876, 0, 2000, 2000 },
            EvaluationAdvanced { Phase::MeasuringAccuracy, 180, 0, 200, 2000 } });
        m_plot->refresh();
        QVERIFY(m_plot->plot().yAxis->range().contains(90));
        QVERIFY(m_plot->plot().yAxis->range().contains(93.8));
    }

    void theRangeIsFittedFromImage500On()
    {
        auto run = std::make_shared<RunDocument>(test::sampleSettings());
        run->setState(RunDocument::State::Running);
        m_workspace->setCurrent(run);
        run->apply({ EvaluationAdvanced { Phase::MeasuringAccuracy, 0, 0, 10, 10000 },
            EvaluationAdvanced { Phase::MeasuringAccuracy, 460, 0, 500, 10000 },
            EvaluationAdvanced { Phase::MeasuringAccuracy, 920, 0, 1000, 10000 } });
        m_plot->refresh();
        QVERIFY(m_plot->plot().yAxis->range().lower > 80);
        QVERIFY(m_plot->plot().yAxis->range().upper < 100);
        QCOMPARE(m_plot->plot().xAxis->range().upper, 10000.0);
    }

    void afterwardsEveryRunIsADotWithItsInterval()
    {
        const RunDocumentPtr a = test::sampleRun(QStringLiteral("a"), 6, 2);
        const RunDocumentPtr b = test::sampleRun(QStringLiteral("b"), 6, 3);
        m_workspace->setCurrent(a);
        m_workspace->setPinned({ a, b });
        m_plot->refresh();
        const auto dots = m_plot->plot().findChildren<QCPGraph*>(QStringLiteral("dot"));
        QCOMPARE(dots.size(), 3); // full precision, shared by both, and the runs
        QCOMPARE(dots[0]->dataMainKey(0), a->fullPrecision().report->top1);
        QCOMPARE(dots[1]->dataMainKey(0), a->quantized().report->top1);
        QCOMPARE(dots[2]->dataMainKey(0), b->quantized().report->top1);
        QCOMPARE(m_plot->plot().findChildren<QCPErrorBars*>().size(), 3);
        const QCPRange range = m_plot->plot().xAxis->range();
        for (const RunDocumentPtr& run : { a, b }) {
            QVERIFY(range.contains(run->quantized().report->interval.low));
            QVERIFY(range.contains(run->quantized().report->interval.high));
        }
        QVERIFY(m_plot->words().contains(QStringLiteral("Run b against Run a")));
        QVERIFY(m_plot->legend().isEmpty());
    }

    void theLastRowStandsClearOfTheAxis()
    {
        m_workspace->setPinned({ test::sampleRun(QStringLiteral("a")), test::sampleRun(QStringLiteral("b"), 6, 2) });
        m_plot->show();
        m_plot->refresh();
        const auto dots = m_plot->plot().findChildren<QCPGraph*>(QStringLiteral("dot"));
        const double lowest = m_plot->plot().yAxis->coordToPixel(dots.last()->dataMainValue(0));
        QVERIFY(m_plot->plot().axisRect()->bottom() - lowest > 10);
    }

    void itsPartsDoNotOverlapInASmallDock()
    {
        m_workspace->setPinned({ test::sampleRun(QStringLiteral("a")), test::sampleRun(QStringLiteral("b"), 6, 2) });
        m_plot->resize(280, 150);
        m_plot->show();
        m_plot->refresh();
        QVERIFY(!m_plot->words().isEmpty());
        const QWidget* info = m_plot->findChild<QWidget*>(QStringLiteral("info"));
        const QWidget* words = m_plot->findChild<QWidget*>(QStringLiteral("words"))->parentWidget()->parentWidget();
        QTRY_VERIFY(words->isVisible() && words->geometry().bottom() < m_plot->height());
        QVERIFY(m_plot->plot().geometry().bottom() < info->geometry().top());
        QVERIFY(info->geometry().bottom() < words->geometry().top());
    }

    void aRunningRunComesFirst()
    {
        m_workspace->setPinned({ test::sampleRun(QStringLiteral("pinned")) });
        startedRun();
        m_plot->refresh();
        QVERIFY(graph("quantized"));
        QVERIFY(m_plot->words().isEmpty());
    }

    void theThemeChangesThePens()
    {
        startedRun();
        m_plot->setPalette(Theme::darkTheme().palette());
        m_plot->refresh();
        QCOMPARE(graph("quantized")->pen().color(), Theme::darkTheme().runs[0]);
        QCOMPARE(graph("full precision")->pen().color(), Theme::darkTheme().text);
    }

private:
    RunDocumentPtr startedRun()
    {
        auto run = std::make_shared<RunDocument>(test::sampleSettings());
        run->id = QStringLiteral("running");
        run->plan(test::sampleModel());
        run->setState(RunDocument::State::Running);
        run->apply(test::sampleEvents());
        m_workspace->setCurrent(run);
        return run;
    }
    QCPGraph* graph(const char* name) const { return m_plot->plot().findChild<QCPGraph*>(QString::fromLatin1(name)); }

    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<AccuracyPlot> m_plot;
};

QTEST_MAIN(TestAccuracyPlot)
#include "tst_accuracy_plot.moc"
