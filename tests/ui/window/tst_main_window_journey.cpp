// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/window/window_driver.h"
#include "ui/lattices/lattice_panels.h"
#include "ui/lattices/lattice_plot.h"
#include "ui/lattices/lattice_view.h"
#include "ui/report/named_plot.h"
#include "ui/runs/compare_model.h"
#include "ui/runs/compare_view.h"
#include "ui/runs/runs_view.h"
#include "ui/window/main_window.h"
#include "ui/window/notice_bar.h"
#include "ui/window/run_controller.h"
#include "ui/window/stage.h"

#include <QComboBox>
#include <QLabel>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableView>
#include <QTest>

using namespace latticeq::ui;
using State = RunDocument::State;

/** One person's way through the window, from the first start to a comparison; every step builds on those before. */
class TestMainWindowJourney : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void cleanup() { QVERIFY2(!QTest::currentTestFailed() || !m_driver, "later steps build on this one"); }
    void cleanupTestCase() { m_driver.reset(); }

    void startsWithTheDemoReady();
    void takesASmallBudgetFromTheForm();
    void runsToTheEndAndTellsTheResult();
    void showsTheWorstLayersLatticeFromTheNotice();
    void aLayerChosenInTheTableIsShownEverywhere();
    void bothLatticePanelsChangeLayerChannelAndRun();
    void keysStepThroughLayersAndChannels();
    void aSecondRunWithFewerBitsIsSmaller();
    void pinnedRunsAreCompared();

private:
    LatticeView& lattices() { return m_driver->find<LatticeView>("latticeView"); }
    LatticePicturePtr picture(int panel) { return lattices().panels().content(panel).picture; }
    LayerSelection& selection() { return m_driver->window().workspace().selection(); }
    void pinByKey(const QString& id);

    std::unique_ptr<test::WindowDriver> m_driver;
    RunDocumentPtr m_first;
};

void TestMainWindowJourney::initTestCase()
{
    test::useOwnPreferences();
    m_driver = std::make_unique<test::WindowDriver>();
}

void TestMainWindowJourney::startsWithTheDemoReady()
{
    QVERIFY(m_driver->show());
    QCOMPARE(m_driver->current().state(), State::Planned);
    QCOMPARE(m_driver->current().layers().size(), size_t(22));
    QTRY_VERIFY(m_driver->find<QLabel>("phase").text().startsWith("Ready: "));
    QTRY_VERIFY2(m_driver->find<QLabel>("size").text().startsWith(u'≈'), "the size is not expected yet");
    QCOMPARE(m_driver->notice(), QString());
}

void TestMainWindowJourney::takesASmallBudgetFromTheForm()
{
    m_driver->typeTinyBudget();
    const latticeq::RunSettings& settings = m_driver->window().settings().settings();
    QCOMPARE(settings.steps, 2);
    QCOMPARE(settings.restarts, 1);
    QCOMPARE(settings.calibrationImages, 16);
    QCOMPARE(settings.evaluationImages, 100);
    m_driver->press("Ctrl+Z");
    QVERIFY(m_driver->window().settings().settings().evaluationImages != 100);
    m_driver->press("Ctrl+Shift+Z");
    QCOMPARE(m_driver->window().settings().settings().evaluationImages, 100);
}

void TestMainWindowJourney::runsToTheEndAndTellsTheResult()
{
    QSignalSpy started(&m_driver->window().controller(), &RunController::runStarted);
    QSignalSpy ended(&m_driver->window().controller(), &RunController::runEnded);
    QVERIFY(m_driver->runToEnd());
    QCOMPARE(started.size(), 1);
    QTRY_COMPARE(ended.size(), 1);
    m_first = m_driver->window().workspace().current();
    const latticeq::RunResult& result = *m_first->result();
    QCOMPARE(result.quantized->total, 100);
    QCOMPARE(m_first->finishedLayers(), 22);
    QVERIFY(m_driver->notice().startsWith("Done in "));
    QCOMPARE(m_driver->window().stage().notice().kind(), NoticeBar::Kind::Good);
    QVERIFY(m_driver->find<QLabel>("top1").text().contains(QLocale().toString(result.quantized->top1, 'f', 2)));
    QVERIFY2(!m_driver->find<QLabel>("size").text().contains(u'≈'), "the size is measured now");
    QVERIFY(QFileInfo::exists(QString::fromStdString(result.folder) + "/quantized.safetensors"));
}

void TestMainWindowJourney::showsTheWorstLayersLatticeFromTheNotice()
{
    const QString worst = m_first->worstLayer();
    QVERIFY(m_driver->window().stage().notice().trigger("Show its lattice"));
    QCOMPARE(m_driver->window().stage().current(), 1);
    QCOMPARE(selection().current(), worst);
    QTRY_VERIFY(picture(0) && picture(1));
    QCOMPARE(picture(1)->n, picture(0)->n);
}

void TestMainWindowJourney::aLayerChosenInTheTableIsShownEverywhere()
{
    m_driver->press("Ctrl+5");
    auto& table = m_driver->find<QTableView>("layersTable");
    QCOMPARE(QApplication::focusWidget(), &table);
    QTest::keyClick(&table, Qt::Key_Home, Qt::ControlModifier);
    QTest::keyClick(&table, Qt::Key_Down);
    QTest::keyClick(&table, Qt::Key_Down);
    QCOMPARE(selection().current(), m_first->layers()[2].name());
    QVERIFY2(!selection().following(), "a person chose the layer");
    QTest::keyClick(&table, Qt::Key_Return);
    QCOMPARE(m_driver->window().stage().current(), 1);
    QTRY_VERIFY(picture(0) && picture(0)->n == 3);
    QTRY_COMPARE(m_driver->find<QComboBox>("layerA").currentData().toString(), m_first->layers()[2].name());
}

void TestMainWindowJourney::bothLatticePanelsChangeLayerChannelAndRun()
{
    m_driver->choose("layerA", 9); // 10 layer2.0.downsample.0
    QCOMPARE(selection().current(), m_first->layers()[9].name());
    QTRY_VERIFY(picture(0) && picture(0)->n == 2);
    const LatticePicturePtr firstChannel = picture(0);
    auto& channel = m_driver->find<QSpinBox>("channelA");
    channel.setFocus();
    QTest::keyClick(&channel, Qt::Key_Up);
    QCOMPARE(lattices().panels().channel(0), 1);
    QTRY_VERIFY(picture(0) && picture(0) != firstChannel);
    m_driver->choose("layerB", 3); // after "Same layer": layer 3
    QTRY_VERIFY(picture(1) && picture(1)->n == 3);
    QCOMPARE(lattices().panels().layer(1), m_first->layers()[2].name());
    QCOMPARE(selection().current(), m_first->layers()[9].name());
    m_driver->choose("layerB", 0);
    QTRY_COMPARE(lattices().panels().layer(1), lattices().panels().layer(0));
    m_driver->press("X");
    QCOMPARE(lattices().panels().source(0).kind, LatticeSource::Kind::ScalarGrid);
    QTRY_VERIFY(lattices().panels().content(0).scalarGrid && picture(0));
}

void TestMainWindowJourney::keysStepThroughLayersAndChannels()
{
    m_driver->press("Alt+PgDown");
    QCOMPARE(selection().current(), m_first->layers()[10].name());
    m_driver->press("Alt+PgUp");
    QCOMPARE(selection().current(), m_first->layers()[9].name());
    const int channel = lattices().panels().channel(0);
    m_driver->press("Alt+Right");
    QCOMPARE(lattices().panels().channel(0), channel + 1);
    m_driver->press("Alt+Left");
    QCOMPARE(lattices().panels().channel(0), channel);
}

void TestMainWindowJourney::aSecondRunWithFewerBitsIsSmaller()
{
    m_driver->press("Ctrl+4");
    m_driver->type("weights.bits", 3);
    QVERIFY(m_driver->runToEnd());
    const RunDocument& second = m_driver->current();
    QVERIFY(second.id != m_first->id);
    QCOMPARE(second.settings().weightBits, 3);
    QVERIFY(second.result()->packedBytes < m_first->result()->packedBytes);
    QVERIFY(second.result()->folder != m_first->result()->folder);
}

void TestMainWindowJourney::pinByKey(const QString& id)
{
    m_driver->press("Ctrl+6");
    m_driver->find<RunsView>("runsView").select(id);
    auto& table = m_driver->find<QTableView>("runsTable");
    table.setFocus();
    QTest::keyClick(&table, Qt::Key_Space);
}

void TestMainWindowJourney::pinnedRunsAreCompared()
{
    const QString second = m_driver->current().id;
    pinByKey(m_first->id);
    pinByKey(second);
    const QList<RunDocumentPtr> pinned = m_driver->window().workspace().pinned();
    QCOMPARE(pinned.size(), 2);
    QCOMPARE(pinned[0]->id, m_first->id);
    QVERIFY(pinned[0]->colorSlot != pinned[1]->colorSlot);
    m_driver->press("Ctrl+3");
    auto& compare = m_driver->find<CompareView>("compareView");
    QVERIFY(compare.isVisible());
    QCOMPARE(compare.runs().size(), 2);
    QTRY_VERIFY(compare.model().rowCount() > 0);
    const QString text = compare.model().asText();
    QVERIFY2(text.contains("Weight bits\t4\t3\t−1"), qPrintable(text));
    QVERIFY2(!text.contains("Seed"), "what is the same in both is left out");
    const NamedPlot plot = m_driver->window().plots().last();
    QVERIFY2(plot.name == "Compare" && plot.plot->plottableCount() > 0, qPrintable(plot.name));
}

QTEST_MAIN(TestMainWindowJourney)
#include "tst_main_window_journey.moc"
