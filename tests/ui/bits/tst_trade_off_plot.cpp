// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bits/trade_off_plot.h"

#include "tests/ui/bits/sample_choice.h"

#include <QTest>

using namespace latticeq;
using namespace latticeq::ui;

class TestTradeOffPlot : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        m_workspace = std::make_unique<Workspace>();
        m_view = std::make_unique<TradeOffPlot>(*m_workspace);
        m_view->setPalette(Theme::light().palette());
        m_view->resize(340, 260);
    }

    void withoutAChoiceItSaysHowToGetOne()
    {
        m_workspace->setCurrent(test::sampleRun(QStringLiteral("a")));
        m_view->refresh();
        QVERIFY(m_view->emptyText().contains("Layers' bits"));
    }
    void whileLayersAreMeasuredItCountsThem()
    {
        const auto run = std::make_shared<RunDocument>(test::sampleSettings());
        m_workspace->setCurrent(run);
        run->setState(RunDocument::State::Running);
        run->apply({ SensitivityMeasured { test::sampleChoice().sensitivities[0] } });
        m_view->refresh();
        QVERIFY(m_view->emptyText().contains("1"));
    }
    void theCurveTheTriedSizesAndTheChosenOneAreDrawn()
    {
        m_workspace->setCurrent(test::choosingRun(QStringLiteral("a")));
        m_view->refresh();
        QCOMPARE(m_view->emptyText(), QString());
        QCOMPARE(graph("curve")->dataCount(), 5);
        QCOMPARE(graph("tried")->dataCount(), 2);
        QCOMPARE(graph("chosen")->dataCount(), 1);
        QCOMPARE(graph("chosen")->data()->begin()->key, 0.105);
        QCOMPARE(graph("chosen")->data()->begin()->value, 0.004);
        QCOMPARE(m_view->triedLabels(), QStringList({ "92.50 %", "93.75 %", "93.50 %" }));
        QVERIFY(m_view->info().contains("105,000"));
        for (int i = 0; i < m_view->plot().graphCount(); ++i) {
            for (const QCPGraphData& point : *m_view->plot().graph(i)->data()) {
                QVERIFY(m_view->plot().xAxis->range().contains(point.key));
                QVERIFY(m_view->plot().yAxis->range().contains(point.value));
            }
        }
    }
    void anotherRunTakesItsPlace()
    {
        m_workspace->setCurrent(test::choosingRun(QStringLiteral("a")));
        m_view->refresh();
        m_workspace->setCurrent(test::sampleRun(QStringLiteral("b")));
        m_view->refresh();
        QCOMPARE(m_view->plot().graphCount(), 0);
        QVERIFY(!m_view->emptyText().isEmpty());
        QCOMPARE(m_view->info(), QString());
    }
    void aCurveThatReachesNoDivergenceIsStillDrawn()
    {
        BitsChoice choice = test::sampleChoice();
        choice.curve.back().divergence = 0;
        const auto run = std::make_shared<RunDocument>(test::sampleSettings());
        m_workspace->setCurrent(run);
        run->apply({ BitsChosen { choice.curve, std::nullopt } });
        m_view->refresh();
        QVERIFY(m_view->plot().yAxis->range().lower > 0);
        QCOMPARE(graph("curve")->dataCount(), 5);
        QVERIFY(!m_view->plot().findChild<QCPGraph*>("chosen"));
    }

private:
    QCPGraph* graph(const char* name) { return m_view->plot().findChild<QCPGraph*>(name); }

    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<TradeOffPlot> m_view;
};

QTEST_MAIN(TestTradeOffPlot)
#include "tst_trade_off_plot.moc"
