// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lattices/panel_item.h"

#include "tests/ui/lattices/painted_panel.h"

#include <QTest>

using namespace latticeq::ui;
using namespace latticeq::ui::test;

namespace {

/** A panel of a plot with one lattice, seen from its start. */
struct Panel
{
    explicit Panel(int n, LatticeMode mode = LatticeMode::Turn)
        : item(new PanelItem(&plot, plot.axisRect()))
    {
        plot.resize(500, 400);
        scene = sceneOf(makePicture(n, 4, tiltedBasis(n), gaussianVectors(n, 40, 3)), { Mark::Weights, Mark::Basis });
        scene.content.marker = QStringLiteral("A ●");
        scene.content.title = QStringLiteral("This run");
        scene.mode = mode;
        scene.camera.unitsPerPixel = 0.006;
    }
    QImage paint()
    {
        item->setScene(scene);
        plot.replot();
        return plot.toPixmap(500, 400).toImage();
    }

    QCustomPlot plot;
    PanelItem* item; // the plot's
    PanelScene scene;
};

} // namespace

class TestPanelItem : public QObject
{
    Q_OBJECT
private slots:
    void nothingIsPaintedOutsideThePanel_data();
    void nothingIsPaintedOutsideThePanel();
    void bothThemesDiffer();
    void aWeightIsFoundWhereItIsDrawn();
    void planesShowEveryWeightFourTimes();
    void onlyTurningQuartersTurn();
    void anEmptyPanelSaysWhy();
};

void TestPanelItem::nothingIsPaintedOutsideThePanel_data()
{
    QTest::addColumn<int>("n");
    QTest::addColumn<int>("mode");
    QTest::newRow("a line") << 1 << 0;
    QTest::newRow("a plane") << 2 << 0;
    QTest::newRow("space") << 3 << 0;
    QTest::newRow("planes of space") << 3 << 1;
    QTest::newRow("sheets of space") << 3 << 2;
}

void TestPanelItem::nothingIsPaintedOutsideThePanel()
{
    QFETCH(int, n);
    QFETCH(int, mode);
    Panel panel(n, static_cast<LatticeMode>(mode));
    panel.scene.camera.unitsPerPixel = 0.0005; // much larger than the panel
    const QImage with = panel.paint();
    panel.item->setVisible(false);
    panel.plot.replot();
    const QImage without = panel.plot.toPixmap(500, 400).toImage();
    QVERIFY(with != without);
    // The axes are painted above the panel, their lines on its edge.
    const QRect inside = panel.plot.axisRect()->rect().adjusted(-1, -1, 1, 1);
    for (int y = 0; y < with.height(); ++y) {
        for (int x = 0; x < with.width(); ++x)
            QVERIFY(inside.contains(x, y) || with.pixel(x, y) == without.pixel(x, y));
    }
}

void TestPanelItem::bothThemesDiffer()
{
    for (int n = 1; n <= 3; ++n) {
        Panel panel(n);
        const QImage light = panel.paint();
        panel.scene.theme = Theme::darkTheme();
        const QImage dark = panel.paint();
        const QPoint corner = panel.plot.axisRect()->rect().topRight() + QPoint(-3, 3);
        QCOMPARE(light.pixelColor(corner), Theme::light().base);
        QCOMPARE(dark.pixelColor(corner), Theme::darkTheme().base);
    }
}

void TestPanelItem::aWeightIsFoundWhereItIsDrawn()
{
    for (int n = 1; n <= 3; ++n) {
        Panel panel(n);
        panel.paint();
        QCOMPARE(panel.item->marks().size(), size_t { 40 });
        for (const WeightMark& mark : panel.item->marks()) {
            const int found = panel.item->weightAt(mark.pixel);
            QVERIFY(found >= 0);
            const auto& marks = panel.item->marks();
            const auto hit = std::find_if(
                marks.begin(), marks.end(), [&](const WeightMark& other) { return other.weight == found; });
            QVERIFY(QLineF(hit->pixel, mark.pixel).length() < 0.01); // itself or one on top of it
        }
        QCOMPARE(panel.item->weightAt({ -500, -500 }), -1);
    }
}

void TestPanelItem::planesShowEveryWeightFourTimes()
{
    Panel panel(3, LatticeMode::Planes);
    panel.paint();
    std::vector<int> seen(40, 0);
    for (const WeightMark& mark : panel.item->marks())
        ++seen[static_cast<size_t>(mark.weight)];
    QCOMPARE(seen, std::vector<int>(40, 4));
}

void TestPanelItem::onlyTurningQuartersTurn()
{
    Panel panel(3, LatticeMode::Planes);
    panel.paint();
    const QRectF rect = panel.plot.axisRect()->rect();
    QVERIFY(!panel.item->turnsAt(rect.topLeft() + QPointF(40, 40)));
    QVERIFY(panel.item->turnsAt(rect.bottomRight() - QPointF(40, 40)));
    const PanelCanvas first = panel.item->canvasAt(rect.topLeft() + QPointF(40, 40));
    const PanelCanvas last = panel.item->canvasAt(rect.bottomRight() - QPointF(40, 40));
    QVERIFY(!first.rect.intersects(last.rect));
    QCOMPARE(first.unitsPerPixel, last.unitsPerPixel);
    QVERIFY(first.unitsPerPixel > panel.item->canvas().unitsPerPixel);
}

void TestPanelItem::anEmptyPanelSaysWhy()
{
    Panel panel(2);
    panel.scene.content = {};
    const QImage blank = panel.paint();
    panel.scene.content.emptyText = QStringLiteral("No lattice yet.");
    QVERIFY(panel.paint() != blank);
    QVERIFY(panel.item->marks().empty());
}

QTEST_MAIN(TestPanelItem)
#include "tst_panel_item.moc"
