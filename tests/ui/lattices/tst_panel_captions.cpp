// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lattices/panel_captions.h"

#include "tests/ui/lattices/painted_panel.h"

#include <QTest>

using namespace latticeq::ui;
using namespace latticeq::ui::test;

class TestPanelCaptions : public QObject
{
    Q_OBJECT
private slots:
    void wordsNeverMeetNorLeaveThePanel_data();
    void wordsNeverMeetNorLeaveThePanel();
    void theRestLiesBetweenTheWords();
    void onlySomePanelsSayTheUnit();
    void secondaryWordsKeepAReadableSize();
};

void TestPanelCaptions::wordsNeverMeetNorLeaveThePanel_data()
{
    QTest::addColumn<double>("width");
    QTest::newRow("the narrowest panel") << 230.0;
    QTest::newRow("a usual panel") << 340.0;
    QTest::newRow("a wide panel") << 900.0;
}

void TestPanelCaptions::wordsNeverMeetNorLeaveThePanel()
{
    QFETCH(double, width);
    PanelScene scene = sceneOf(makePicture(2, 8, tiltedBasis(2), gaussianVectors(2, 9, 1)), {});
    scene.content.marker = QStringLiteral("A ●");
    scene.content.title = QStringLiteral("This run: layer3.0.downsample.0, channel 17, W8");
    scene.content.notice = QStringLiteral("2 and 3 dimensions, not linked\n5,000 of 786,432 weights shown");
    const QRectF panel(10, 20, width, 190);
    const PanelCaptions captions(scene, panel, QStringLiteral("256 × 256 points; zoom in"));
    const std::vector<QRectF>& areas = captions.areas();
    QCOMPARE(areas.size(), size_t { 6 }); // marker, title, two notices, note, unit
    for (size_t i = 0; i < areas.size(); ++i) {
        QVERIFY(panel.contains(areas[i]));
        for (size_t j = 0; j < i; ++j) {
            const QRectF shared = areas[i].intersected(areas[j]);
            QVERIFY(std::min(shared.width(), shared.height()) < 3); // their plates may touch
        }
    }
}

void TestPanelCaptions::theRestLiesBetweenTheWords()
{
    PanelScene scene = sceneOf(makePicture(3, 4, tiltedBasis(3), gaussianVectors(3, 9, 1)), {});
    scene.content.marker = QStringLiteral("A ●");
    scene.content.title = QStringLiteral("This run");
    const QRectF panel(0, 0, 340, 220);
    const PanelCaptions captions(scene, panel);
    for (const QRectF& area : captions.areas())
        QVERIFY(!captions.between().intersects(area));
    QVERIFY(captions.between().height() > 0.7 * panel.height());
}

void TestPanelCaptions::onlySomePanelsSayTheUnit()
{
    const QRectF panel(0, 0, 340, 220);
    PanelScene space = sceneOf(makePicture(3, 4, tiltedBasis(3), gaussianVectors(3, 9, 1)), {});
    QCOMPARE(PanelCaptions(space, panel).areas().size(), size_t { 1 });
    space.mode = LatticeMode::Sheets; // the axis says it
    QVERIFY(PanelCaptions(space, panel).areas().empty());
}

void TestPanelCaptions::secondaryWordsKeepAReadableSize()
{
    QFont font;
    font.setPixelSize(20);
    QCOMPARE(smallFont(font).pixelSize(), 17);
    font.setPixelSize(9);
    QCOMPARE(smallFont(font).pixelSize(), 11);
}

QTEST_MAIN(TestPanelCaptions)
#include "tst_panel_captions.moc"
