// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lattices/lattice_view.h"

#include "tests/ui/lattices/sample_lattices.h"
#include "tests/ui/sample_runs.h"
#include "ui/lattices/figures_model.h"
#include "ui/lattices/lattice_panels.h"
#include "ui/lattices/lattice_plot.h"

#include <QAbstractSlider>
#include <QComboBox>
#include <QSpinBox>
#include <QTableView>
#include <QTest>
#include <QToolButton>

using namespace latticeq::ui;
using latticeq::ui::test::SampleLayers;

namespace {

const QString kSpatial = QStringLiteral("layer1.0.conv1"); // n = 3
const QString kFlat = QStringLiteral("fc"); // n = 2

} // namespace

class TestLatticeView : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void asksOnlyWhileItIsVisible();
    void showsTheRunBesideItsScalarGrid();
    void keepsEqualUnitsPerPixelAtEverySize_data();
    void keepsEqualUnitsPerPixelAtEverySize();
    void keysFlipTheSwitches_data();
    void keysFlipTheSwitches();
    void swapExchangesThePanels();
    void channelsFollowPanelAUntilChosen();
    void unlinkedPanelsKeepTheirOwnCamera();
    void turnsByKeysAndFitsAgain();
    void stepsThroughSheets();
    void twoPinnedRunsFillThePanels();
    void layersWithoutALatticeSayWhy();
    void differentDimensionsAreNotLinked();
    void saysThatTheSearchGoesOn();

private:
    void show(const QString& layer);
    LatticePlot& plot() { return m_view->latticePlot(); }
    const PanelContent& content(int panel) { return m_view->panels().content(panel); }
    void checkAspect();

    std::unique_ptr<Workspace> m_workspace;
    std::shared_ptr<SampleLayers> m_layers;
    std::unique_ptr<LatticeView> m_view;
};

void TestLatticeView::init()
{
    m_view.reset();
    m_workspace = std::make_unique<Workspace>();
    m_layers = std::make_shared<SampleLayers>();
    const RunDocumentPtr run = latticeq::ui::test::sampleRun(QStringLiteral("a"));
    run->setLattices(m_layers);
    m_workspace->setCurrent(run);
    m_view = std::make_unique<LatticeView>(*m_workspace);
    m_view->resize(824, 560);
}

void TestLatticeView::show(const QString& layer)
{
    m_workspace->selection().set(layer);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    QTRY_VERIFY(content(0).picture && content(1).picture);
    QTRY_COMPARE(QString::fromStdString(content(0).picture->request.layer), layer);
    QTRY_COMPARE(QString::fromStdString(content(1).picture->request.layer), layer);
    plot().replot();
    plot().replot();
}

void TestLatticeView::asksOnlyWhileItIsVisible()
{
    m_workspace->selection().set(kSpatial);
    QCoreApplication::processEvents();
    QCOMPARE(m_layers->questions.load(), 0);
    show(kSpatial);
    const int before = m_layers->questions;
    QVERIFY(before > 0);
    m_view->hide();
    m_workspace->selection().set(kFlat);
    QCoreApplication::processEvents();
    QCOMPARE(m_layers->questions.load(), before);
}

void TestLatticeView::showsTheRunBesideItsScalarGrid()
{
    show(kSpatial);
    QVERIFY(content(0).picture->request.kind == latticeq::LatticeKind::Searched);
    QVERIFY(content(1).picture->request.kind == latticeq::LatticeKind::ScalarGrid);
    QVERIFY(content(1).scalarGrid);
    const auto* table = m_view->findChild<QTableView*>(QStringLiteral("figures"));
    QCOMPARE(table->model()->index(1, FiguresModel::VersusScalar).data().toString(), QStringLiteral("–"));
    QVERIFY(table->model()->index(0, FiguresModel::CubicError).data().toString().contains(u'◂'));
}

void TestLatticeView::checkAspect()
{
    double expected = 0;
    for (int panel = 0; panel < 2; ++panel) {
        const QCPAxisRect& rect = plot().panelRect(panel);
        const double across = rect.axis(QCPAxis::atBottom)->range().size() / rect.rect().width();
        const double up = rect.axis(QCPAxis::atLeft)->range().size() / rect.rect().height();
        QVERIFY(across > 0);
        QVERIFY2(std::abs(across / up - 1) < 1e-9, qPrintable(QStringLiteral("%1 against %2").arg(across).arg(up)));
        if (panel == 1)
            QVERIFY(std::abs(across / expected - 1) < 1e-9);
        expected = across;
    }
}

void TestLatticeView::keepsEqualUnitsPerPixelAtEverySize_data()
{
    QTest::addColumn<QString>("layer");
    QTest::newRow("a lattice of the plane") << kFlat;
    QTest::newRow("a lattice of space") << kSpatial;
}

void TestLatticeView::keepsEqualUnitsPerPixelAtEverySize()
{
    QFETCH(QString, layer);
    show(layer);
    for (const QSize& size :
        { QSize(700, 460), QSize(824, 560), QSize(1440, 620), QSize(1000, 1100), QSize(641, 487) }) {
        m_view->resize(size);
        plot().replot();
        checkAspect();
    }
    LatticeCamera zoomed = plot().camera(0);
    zoomed.unitsPerPixel /= 3;
    zoomed.centre += QPointF(0.1, -0.2);
    plot().setCamera(0, zoomed);
    plot().replot();
    checkAspect();
}

void TestLatticeView::keysFlipTheSwitches_data()
{
    QTest::addColumn<int>("key");
    QTest::addColumn<QString>("button");
    QTest::newRow("C flips the cells") << int(Qt::Key_C) << QStringLiteral("cellsSwitch");
    QTest::newRow("U flips the unused points") << int(Qt::Key_U) << QStringLiteral("unusedSwitch");
    QTest::newRow("R flips the residuals") << int(Qt::Key_R) << QStringLiteral("residualsSwitch");
    QTest::newRow("O flips the overload") << int(Qt::Key_O) << QStringLiteral("overloadSwitch");
    QTest::newRow("G flips the ghost") << int(Qt::Key_G) << QStringLiteral("ghostSwitch");
}

void TestLatticeView::keysFlipTheSwitches()
{
    QFETCH(int, key);
    QFETCH(QString, button);
    show(kFlat);
    const auto* flipped = m_view->findChild<QToolButton*>(button);
    const bool before = flipped->isChecked();
    plot().setFocus();
    QTest::keyClick(&plot(), static_cast<Qt::Key>(key));
    QCOMPARE(flipped->isChecked(), !before);
}

void TestLatticeView::swapExchangesThePanels()
{
    show(kFlat);
    plot().setFocus();
    QTest::keyClick(&plot(), Qt::Key_X);
    QTRY_VERIFY(content(0).picture->request.kind == latticeq::LatticeKind::ScalarGrid);
    QTRY_VERIFY(content(1).picture->request.kind == latticeq::LatticeKind::Searched);
}

void TestLatticeView::channelsFollowPanelAUntilChosen()
{
    show(kSpatial);
    m_view->findChild<QAbstractSlider*>(QStringLiteral("channelStrip"))->setValue(5);
    QTRY_COMPARE(content(0).picture->request.channel, 5);
    QTRY_COMPARE(content(1).picture->request.channel, 5);
    QCOMPARE(m_view->findChild<QSpinBox*>(QStringLiteral("channelA"))->value(), 6);
    m_view->findChild<QSpinBox*>(QStringLiteral("channelB"))->setValue(9);
    QTRY_COMPARE(content(1).picture->request.channel, 8);
    m_view->stepChannel(-1);
    QTRY_COMPARE(content(0).picture->request.channel, 4);
    QCOMPARE(content(1).picture->request.channel, 8);
    m_view->stepChannel(-100);
    QTRY_COMPARE(content(0).picture->request.channel, 0);
}

void TestLatticeView::unlinkedPanelsKeepTheirOwnCamera()
{
    show(kFlat);
    plot().setFocus();
    LatticeCamera camera = plot().camera(1);
    camera.centre += QPointF(0.3, 0);
    plot().setCamera(1, camera);
    QVERIFY(plot().camera(0) == plot().camera(1));
    QTest::keyClick(&plot(), Qt::Key_K);
    camera.centre += QPointF(0.3, 0);
    plot().setCamera(1, camera);
    QVERIFY(plot().camera(0) != plot().camera(1));
}

void TestLatticeView::turnsByKeysAndFitsAgain()
{
    show(kSpatial);
    plot().setFocus();
    QTest::keyClick(&plot(), Qt::Key_Right);
    QTest::keyClick(&plot(), Qt::Key_Up);
    QCOMPARE(plot().camera(0).yaw, LatticeCamera::kStartYaw + 5);
    QCOMPARE(plot().camera(1).pitch, LatticeCamera::kStartPitch - 5);
    for (int i = 0; i < 100; ++i)
        QTest::keyClick(&plot(), Qt::Key_Up);
    QCOMPARE(plot().camera(0).pitch, -90.0);
    QTest::keyClick(&plot(), Qt::Key_Home);
    QCOMPARE(plot().camera(0).pitch, LatticeCamera::kStartPitch);
}

void TestLatticeView::stepsThroughSheets()
{
    show(kSpatial);
    plot().setFocus();
    QTest::keyClick(&plot(), Qt::Key_S);
    QCOMPARE(plot().panel(0).scene().kind(), PanelKind::Sheet);
    QTest::keyClick(&plot(), Qt::Key_PageUp);
    QCOMPARE(plot().panel(0).scene().sheet, 1);
    plot().replot();
    const std::vector<int>& coordinates = content(0).picture->coordinates;
    for (const WeightMark& mark : plot().panel(0).marks())
        QCOMPARE(coordinates[static_cast<size_t>(3 * mark.weight + 2)], 1);
    for (int i = 0; i < 30; ++i)
        QTest::keyClick(&plot(), Qt::Key_PageDown);
    QCOMPARE(plot().panel(0).scene().sheet, content(0).picture->lowest);
}

void TestLatticeView::twoPinnedRunsFillThePanels()
{
    show(kSpatial);
    const RunDocumentPtr b = latticeq::ui::test::sampleRun(QStringLiteral("b"), 6, 2);
    const RunDocumentPtr c = latticeq::ui::test::sampleRun(QStringLiteral("c"), 6, 3);
    b->setLattices(m_layers);
    c->setLattices(m_layers);
    m_workspace->setPinned({ b, c });
    QCOMPARE(m_view->panels().source(0).runId, QStringLiteral("b"));
    QCOMPARE(m_view->panels().source(1).runId, QStringLiteral("c"));
    QTRY_VERIFY(content(1).picture && content(1).picture->request.kind == latticeq::LatticeKind::Searched);
    m_workspace->setPinned({});
    QVERIFY(m_view->panels().source(1).kind == LatticeSource::Kind::ScalarGrid);
}

void TestLatticeView::layersWithoutALatticeSayWhy()
{
    show(kSpatial);
    m_layers->empty = true;
    m_workspace->selection().set(kFlat);
    QTRY_VERIFY(!content(0).picture);
    QVERIFY(content(0).emptyText.contains(QStringLiteral("first result")));
    m_workspace->current()->setLattices(nullptr);
    QTRY_VERIFY(!content(1).picture);
    QCOMPARE(plot().panel(1).scene().kind(), PanelKind::Empty);
}

void TestLatticeView::differentDimensionsAreNotLinked()
{
    show(kSpatial);
    m_view->panels().chooseLayer(1, kFlat);
    QTRY_COMPARE(content(1).picture->n, 2);
    QTRY_VERIFY(!plot().dimensionsAgree());
    QVERIFY(plot().panel(1).scene().content.notice.contains(QStringLiteral("not linked")));
    plot().replot();
    LatticeCamera camera = plot().camera(0);
    camera.centre += QPointF(1, 1);
    plot().setCamera(0, camera);
    QVERIFY(plot().camera(1).centre != camera.centre);
}

void TestLatticeView::saysThatTheSearchGoesOn()
{
    m_layers->finished = false;
    show(kSpatial);
    QVERIFY(
        content(0).notice.contains(QStringLiteral("12,400")) || content(0).notice.contains(QStringLiteral("12400")));
}

QTEST_MAIN(TestLatticeView)
#include "tst_lattice_view.moc"
