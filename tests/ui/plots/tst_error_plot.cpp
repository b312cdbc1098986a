// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/error_plot.h"

#include "tests/ui/sample_runs.h"

#include <QSignalSpy>
#include <QTest>

using namespace latticeq;
using namespace latticeq::ui;

class TestErrorPlot : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        m_workspace = std::make_unique<Workspace>();
        m_plot = std::make_unique<ErrorPlot>(*m_workspace);
        m_plot->resize(900, 500);
    }
    void cleanup()
    {
        m_plot.reset();
        m_workspace.reset();
    }

    void aPlannedRunShowsItsLayersAndHowToStart()
    {
        auto run = std::make_shared<RunDocument>(test::sampleSettings());
        run->plan(test::sampleModel(22));
        m_workspace->setCurrent(run);
        m_plot->refresh();
        QVERIFY(m_plot->emptyText().contains(QStringLiteral("Ctrl+R")));
        QCOMPARE(m_plot->plot().xAxis->range().upper, 22.5);
        QVERIFY(worst()->isHidden());
    }

    void barsAppearAsLayersFinish()
    {
        auto run = std::make_shared<RunDocument>(test::sampleSettings());
        run->plan(test::sampleModel(6));
        run->setState(RunDocument::State::Running);
        m_workspace->setCurrent(run);
        int finished = 0;
        for (const RunEvent& event : test::sampleEvents(6)) {
            run->apply({ event });
            const bool searched = std::holds_alternative<ConvergenceReached>(event);
            finished += std::holds_alternative<LayerFinished>(event) ? 1 : 0;
            m_plot->refresh();
            QCOMPARE(bars("lattice")->dataCount(), finished);
            if (searched)
                QCOMPARE(bars("searching")->dataCount(), 1);
        }
        QCOMPARE(finished, 6);
        QCOMPARE(bars("lattice")->dataMainValue(3), run->layers()[3].report.mce);
        QVERIFY(m_plot->emptyText().isEmpty());
    }

    void clicksSelectLayers()
    {
        show(test::sampleRun(QStringLiteral("a"), 22));
        click(4);
        QCOMPARE(selection().current(), layer(4));
        QCOMPARE(selection().selected().size(), 1);
        QVERIFY(!selection().following());
        click(7, Qt::ControlModifier);
        QCOMPARE(selection().current(), layer(7));
        QCOMPARE(selection().selected().size(), 2);
    }

    void aDragAlongTheStripSelectsARange()
    {
        show(test::sampleRun(QStringLiteral("a"), 22));
        QCustomPlot& plot = m_plot->plot();
        const int y = plot.axisRect()->bottom() + 20;
        const QCPRange before = plot.xAxis->range();
        QTest::mousePress(&plot, Qt::LeftButton, {}, { x(3), y });
        QTest::mouseMove(&plot, { x(9), y });
        QTest::mouseRelease(&plot, Qt::LeftButton, {}, { x(9), y });
        QCOMPARE(selection().selected().size(), 7);
        QVERIFY(selection().isSelected(layer(3)));
        QCOMPARE(selection().current(), layer(9));
        QCOMPARE(plot.xAxis->range(), before);
    }

    void theSelectionOfOthersIsShown()
    {
        show(test::sampleRun(QStringLiteral("a"), 22));
        selection().set(layer(11));
        m_plot->refresh();
        QVERIFY(m_plot->info().startsWith(QStringLiteral("12 ") + layer(11)));
    }

    void doubleClickAsksForTheLattice()
    {
        show(test::sampleRun(QStringLiteral("a"), 22));
        QSignalSpy asked(&selection(), &LayerSelection::latticeAsked);
        click(4);
        QTest::mouseDClick(&m_plot->plot(), Qt::LeftButton, {}, { x(4), m_plot->plot().axisRect()->center().y() });
        QCOMPARE(asked.size(), 1);
    }

    void theWorstLayersLinkSelectsIt()
    {
        const RunDocumentPtr run = test::sampleRun(QStringLiteral("a"), 22);
        show(run);
        QVERIFY(worst()->text().contains(run->worstLayer()));
        emit worst()->linkActivated(QStringLiteral("show"));
        QCOMPARE(selection().current(), run->worstLayer());
    }

    void keyLTogglesTheScale()
    {
        show(test::sampleRun(QStringLiteral("a"), 22));
        QCOMPARE(m_plot->plot().yAxis->scaleType(), QCPAxis::stLinear);
        QTest::keyClick(&m_plot->plot(), Qt::Key_L);
        m_plot->refresh();
        QCOMPARE(m_plot->plot().yAxis->scaleType(), QCPAxis::stLogarithmic);
        QVERIFY(m_plot->plot().yAxis->range().lower > 0);
        QTest::keyClick(&m_plot->plot(), Qt::Key_L);
        m_plot->refresh();
        QCOMPARE(m_plot->plot().yAxis->scaleType(), QCPAxis::stLinear);
    }

    void signalToNoiseIsAlwaysLinearAndSaysWhy()
    {
        show(test::sampleRun(QStringLiteral("a"), 22));
        m_plot->setScale(ScaleChoice::Log);
        m_plot->setMetric(ErrorMetric::SignalToNoise);
        m_plot->refresh();
        QCOMPARE(m_plot->plot().yAxis->scaleType(), QCPAxis::stLinear);
        const auto* scale = m_plot->findChild<QComboBox*>(QStringLiteral("scale"));
        QVERIFY(!scale->isEnabled());
        QVERIFY(scale->toolTip().contains(QStringLiteral("already logarithmic")));
        QCOMPARE(bars("lattice")->dataMainValue(5), m_workspace->current()->layers()[5].report.sqnrDb);
    }

    void twoHundredLayersAreStepsAndZoomToTwelve()
    {
        show(test::sampleRun(QStringLiteral("a"), 200));
        QVERIFY(m_plot->plot().findChild<QCPGraph*>(QStringLiteral("lattice steps"))->visible());
        QVERIFY(!bars("lattice")->visible());
        m_plot->plot().xAxis->setRange(100, 101);
        QCOMPARE(m_plot->plot().xAxis->range().size(), 12.0);
        m_plot->refresh();
        QVERIFY(bars("lattice")->visible());
        selection().set(layer(180));
        QVERIFY2(m_plot->plot().xAxis->range().contains(181), "the current layer scrolls into view");
        m_plot->fit();
        m_plot->refresh();
        QCOMPARE(m_plot->plot().xAxis->range().size(), 200.0);
    }

    void theThemeChangesWhatIsDrawn()
    {
        show(test::sampleRun(QStringLiteral("a"), 22));
        m_plot->setPalette(Theme::light().palette());
        m_plot->refresh();
        QCOMPARE(bars("lattice")->brush().color(), Theme::light().runs[0]);
        m_plot->setPalette(Theme::darkTheme().palette());
        m_plot->refresh();
        QCOMPARE(bars("lattice")->brush().color(), Theme::darkTheme().runs[0]);
        QVERIFY(!worst()->text().isEmpty());
    }

    void pinnedRunsAreOverlaid()
    {
        show(test::sampleRun(QStringLiteral("a"), 22));
        m_workspace->setPinned({ test::sampleRun(QStringLiteral("b"), 22, 2) });
        m_plot->refresh();
        QCOMPARE(bars("other bars")->dataCount(), 22);
        QVERIFY(bars("other bars")->brush().color() != bars("lattice")->brush().color());
    }

private:
    void show(const RunDocumentPtr& run)
    {
        m_workspace->setCurrent(run);
        m_plot->show();
        m_plot->refresh();
    }
    LayerSelection& selection() const { return m_workspace->selection(); }
    QString layer(int index) const { return m_workspace->current()->layers()[static_cast<size_t>(index)].name(); }
    int x(int index) const { return qRound(m_plot->plot().xAxis->coordToPixel(index + 1)); }
    void click(int index, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::mouseClick(
            &m_plot->plot(), Qt::LeftButton, modifiers, { x(index), m_plot->plot().axisRect()->center().y() });
    }
    QCPBars* bars(const char* name) const { return m_plot->plot().findChild<QCPBars*>(QString::fromLatin1(name)); }
    QLabel* worst() const { return m_plot->findChild<QLabel*>(QStringLiteral("worst")); }

    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<ErrorPlot> m_plot;
};

QTEST_MAIN(TestErrorPlot)
#include "tst_error_plot.moc"
