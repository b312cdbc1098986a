// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lattices/panel_axes.h"

#include "tests/ui/lattices/painted_panel.h"

#include <QTest>

using namespace latticeq::ui;
using namespace latticeq::ui::test;

class TestPanelAxes : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void axesAreShownWhereThePlaneIs_data();
    void axesAreShownWhereThePlaneIs();
    void bothAxesHaveOneStepAndFewTicks();
    void countsStartAtZeroInWholeSteps();

private:
    QCPAxis& bottom() { return *m_axes.rect().axis(QCPAxis::atBottom); }
    QCPAxis& left() { return *m_axes.rect().axis(QCPAxis::atLeft); }
    static double step(const QCPAxis& axis)
    {
        return qSharedPointerCast<QCPAxisTickerFixed>(axis.ticker())->tickStep();
    }

    std::unique_ptr<QCustomPlot> m_plot;
    PanelAxes m_axes;
};

void TestPanelAxes::init()
{
    m_plot = std::make_unique<QCustomPlot>();
    m_plot->plotLayout()->clear();
    m_axes = PanelAxes(*m_plot, *new QCPMarginGroup(m_plot.get()));
    m_plot->plotLayout()->addElement(0, 0, &m_axes.rect());
}

void TestPanelAxes::axesAreShownWhereThePlaneIs_data()
{
    QTest::addColumn<int>("n");
    QTest::addColumn<int>("mode");
    QTest::addColumn<bool>("shown");
    QTest::newRow("a line has axes") << 1 << 0 << true;
    QTest::newRow("a plane has axes") << 2 << 0 << true;
    QTest::newRow("space has none") << 3 << 0 << false;
    QTest::newRow("planes of space have their own names") << 3 << 1 << false;
    QTest::newRow("a sheet has axes") << 3 << 2 << true;
}

void TestPanelAxes::axesAreShownWhereThePlaneIs()
{
    QFETCH(int, n);
    QFETCH(int, mode);
    QFETCH(bool, shown);
    PanelScene scene = sceneOf(makePicture(n, 4, tiltedBasis(n), gaussianVectors(n, 9, 1)), {});
    scene.mode = static_cast<LatticeMode>(mode);
    m_axes.describe(scene);
    QCOMPARE(bottom().visible(), shown);
    QCOMPARE(left().visible(), shown);
    if (shown) {
        QVERIFY(!bottom().label().isEmpty());
        QVERIFY(!left().label().isEmpty());
        QVERIFY(bottom().label() != left().label());
    }
}

void TestPanelAxes::bothAxesHaveOneStepAndFewTicks()
{
    for (double size = 1e-4; size < 1e3; size *= 3.7) {
        const QRectF view(-size / 3, -size / 2, size, size * 0.6);
        m_axes.showView(view);
        QCOMPARE(step(bottom()), step(left()));
        QVERIFY(size / step(bottom()) <= 5.001);
        QVERIFY(size / step(bottom()) >= 1.9);
        QCOMPARE(bottom().range().size(), size);
        QVERIFY(std::abs(left().range().size() - 0.6 * size) < 1e-9 * size);
    }
}

void TestPanelAxes::countsStartAtZeroInWholeSteps()
{
    m_axes.showCounts(1.08);
    QCOMPARE(left().range().lower, 0.0);
    QCOMPARE(left().range().upper, 1.08);
    QCOMPARE(step(left()), 1.0);
    m_axes.showCounts(430);
    QCOMPARE(step(left()), 100.0);
}

QTEST_MAIN(TestPanelAxes)
#include "tst_panel_axes.moc"
