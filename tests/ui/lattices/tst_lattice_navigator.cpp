// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lattices/lattice_navigator.h"

#include "tests/ui/lattices/sample_lattices.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

using namespace latticeq::ui;
using namespace latticeq::ui::test;

class TestLatticeNavigator : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void theWheelZoomsAtTheCursor();
    void theZoomKeepsWithinReason();
    void controlAndWheelStepTheChannel();
    void draggingAPlaneMovesItWithTheCursor();
    void draggingInSpaceTurns();
    void shiftAndDraggingInSpaceMoves();
    void hoveringLightsTheWeightInBothPanels();
    void aClickPinsAndADoubleClickFits();
    void aClickOnTheStripChoosesTheSheet();

private:
    void show(int n);
    void wheel(QPointF at, int delta, Qt::KeyboardModifiers modifiers = {});
    void drag(QPoint from, QPoint to, Qt::KeyboardModifiers modifiers = {});
    QPoint middle() const { return m_plot->panelRect(0).rect().center(); }

    std::unique_ptr<LatticePlot> m_plot;
    LatticeNavigator* m_navigator = nullptr;
};

void TestLatticeNavigator::init()
{
    m_plot = std::make_unique<LatticePlot>();
    m_navigator = new LatticeNavigator(*m_plot);
    m_plot->resize(800, 340);
}

void TestLatticeNavigator::show(int n)
{
    for (int panel = 0; panel < 2; ++panel) {
        PanelContent content;
        content.picture = std::make_shared<latticeq::LatticePicture>(
            makePicture(n, 4, panel == 0 ? tiltedBasis(n) : scalarBasis(n, 0.13), gaussianVectors(n, 30, 1)));
        m_plot->setContent(panel, content);
    }
    m_plot->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_plot.get()));
    m_plot->replot();
    m_plot->replot();
}

void TestLatticeNavigator::wheel(QPointF at, int delta, Qt::KeyboardModifiers modifiers)
{
    QWheelEvent event(
        at, m_plot->mapToGlobal(at), {}, QPoint(0, delta), Qt::NoButton, modifiers, Qt::NoScrollPhase, false);
    QApplication::sendEvent(m_plot.get(), &event);
}

void TestLatticeNavigator::drag(QPoint from, QPoint to, Qt::KeyboardModifiers modifiers)
{
    QTest::mousePress(m_plot.get(), Qt::LeftButton, modifiers, from);
    QMouseEvent move(QEvent::MouseMove, to, m_plot->mapToGlobal(to), Qt::NoButton, Qt::LeftButton, modifiers);
    QApplication::sendEvent(m_plot.get(), &move);
    QTest::mouseRelease(m_plot.get(), Qt::LeftButton, modifiers, to);
}

void TestLatticeNavigator::theWheelZoomsAtTheCursor()
{
    show(2);
    const QPointF at = middle() + QPoint(60, -40);
    const QPointF under = m_plot->panel(0).canvas().toUnits(at);
    const double before = m_plot->camera(0).unitsPerPixel;
    wheel(at, 120);
    QVERIFY(m_plot->camera(0).unitsPerPixel < before);
    const QPointF moved = m_plot->panel(0).canvas().toUnits(at) - under;
    QVERIFY(moved.manhattanLength() < 1e-12);
}

void TestLatticeNavigator::theZoomKeepsWithinReason()
{
    show(2);
    const QPointF at = middle() + QPoint(60, -40);
    for (int i = 0; i < 200; ++i)
        wheel(at, 120);
    const LatticeCamera closest = m_plot->camera(0);
    QVERIFY(closest.unitsPerPixel > 0);
    wheel(at, 120);
    QCOMPARE(m_plot->camera(0).unitsPerPixel, closest.unitsPerPixel);
    QVERIFY((m_plot->camera(0).centre - closest.centre).manhattanLength() < 1e-12);
}

void TestLatticeNavigator::controlAndWheelStepTheChannel()
{
    show(2);
    QSignalSpy stepped(m_navigator, &LatticeNavigator::channelStepped);
    const LatticeCamera before = m_plot->camera(0);
    wheel(middle(), 60, Qt::ControlModifier);
    QCOMPARE(stepped.count(), 0);
    wheel(middle(), 60, Qt::ControlModifier);
    QCOMPARE(stepped.count(), 1);
    QCOMPARE(stepped[0][0].toInt(), -1);
    QVERIFY(m_plot->camera(0) == before);
}

void TestLatticeNavigator::draggingAPlaneMovesItWithTheCursor()
{
    show(2);
    const QPointF under = m_plot->panel(0).canvas().toUnits(middle());
    drag(middle(), middle() + QPoint(50, 30));
    QVERIFY((m_plot->panel(0).canvas().toUnits(middle() + QPoint(50, 30)) - under).manhattanLength() < 1e-12);
}

void TestLatticeNavigator::draggingInSpaceTurns()
{
    show(3);
    drag(middle(), middle() + QPoint(40, 20));
    QCOMPARE(m_plot->camera(0).yaw, LatticeCamera::kStartYaw + 20);
    QCOMPARE(m_plot->camera(1).pitch, LatticeCamera::kStartPitch + 10);
    QCOMPARE(m_plot->camera(0).centre, QPointF(0, 0));
}

void TestLatticeNavigator::shiftAndDraggingInSpaceMoves()
{
    show(3);
    drag(middle(), middle() + QPoint(40, 20), Qt::ShiftModifier);
    QCOMPARE(m_plot->camera(0).yaw, LatticeCamera::kStartYaw);
    QVERIFY(m_plot->camera(0).centre.x() < 0);
}

void TestLatticeNavigator::hoveringLightsTheWeightInBothPanels()
{
    show(2);
    QSignalSpy lit(m_plot.get(), &LatticePlot::lit);
    const WeightMark mark = m_plot->panel(1).marks().at(4);
    QMouseEvent move(QEvent::MouseMove, mark.pixel, m_plot->mapToGlobal(mark.pixel), Qt::NoButton, Qt::NoButton, {});
    QApplication::sendEvent(m_plot.get(), &move);
    QCOMPARE(lit.count(), 1);
    QCOMPARE(lit[0][0].toInt(), 1);
    QCOMPARE(lit[0][1].toInt(), m_plot->panel(1).weightAt(mark.pixel));
    QApplication::sendEvent(m_plot.get(), &move);
    QCOMPARE(lit.count(), 1);
}

void TestLatticeNavigator::aClickPinsAndADoubleClickFits()
{
    show(2);
    const QPoint at = m_plot->panel(0).marks().at(3).pixel.toPoint();
    QTest::mouseClick(m_plot.get(), Qt::LeftButton, {}, at);
    QVERIFY(m_plot->hasPin());
    wheel(middle(), 480);
    const double zoomed = m_plot->camera(0).unitsPerPixel;
    QTest::mouseDClick(m_plot.get(), Qt::LeftButton, {}, middle());
    m_plot->replot();
    QVERIFY(m_plot->camera(0).unitsPerPixel > zoomed);
}

void TestLatticeNavigator::aClickOnTheStripChoosesTheSheet()
{
    show(3);
    m_plot->setMode(LatticeMode::Sheets);
    m_plot->replot();
    m_plot->replot();
    QSignalSpy chosen(m_navigator, &LatticeNavigator::sheetChosen);
    const QRect rect = m_plot->panelRect(0).rect();
    QTest::mouseClick(m_plot.get(), Qt::LeftButton, {}, QPoint(rect.left() + 9, rect.bottom() - 30));
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen[0][0].toInt(), m_plot->content(0).picture->lowest);
}

QTEST_MAIN(TestLatticeNavigator)
#include "tst_lattice_navigator.moc"
