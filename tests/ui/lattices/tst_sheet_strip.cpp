// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lattices/sheet_strip.h"

#include "tests/ui/lattices/painted_panel.h"

#include <QTest>

using namespace latticeq::ui;
using namespace latticeq::ui::test;

class TestSheetStrip : public QObject
{
    Q_OBJECT
private slots:
    void everySheetHasItsBarFromLeftToRight();
    void outsideTheBarsThereIsNoSheet();
    void onlyTheShownSheetHasThePanelsColour();
};

void TestSheetStrip::everySheetHasItsBarFromLeftToRight()
{
    const auto picture = makePicture(3, 4, tiltedBasis(3), gaussianVectors(3, 40, 9));
    int before = picture.lowest - 1;
    for (double x = kPanel.left(); x < kPanel.right(); x += 0.5) {
        const auto sheet = SheetStrip::sheetAt(picture, kPanel, { x, kPanel.bottom() - 30 });
        if (!sheet)
            continue;
        QVERIFY(*sheet == before || *sheet == before + 1);
        before = *sheet;
    }
    QCOMPARE(before, picture.highest);
}

void TestSheetStrip::outsideTheBarsThereIsNoSheet()
{
    const auto picture = makePicture(3, 4, tiltedBasis(3), gaussianVectors(3, 40, 9));
    QVERIFY(!SheetStrip::sheetAt(picture, kPanel, kPanel.center()));
    QVERIFY(!SheetStrip::sheetAt(picture, kPanel, kPanel.topLeft()));
    QVERIFY(!SheetStrip::sheetAt(picture, kPanel, kPanel.bottomRight() - QPointF(2, 30)));
}

void TestSheetStrip::onlyTheShownSheetHasThePanelsColour()
{
    const auto picture = makePicture(3, 4, tiltedBasis(3), gaussianVectors(3, 400, 9, 0.25));
    PanelScene scene = sceneOf(picture, {});
    scene.mode = LatticeMode::Sheets;
    double before = kPanel.left();
    for (const int sheet : { -2, 0, 2 }) {
        scene.sheet = sheet;
        std::vector<WeightMark> marks;
        const QImage image = painted(scene, [&](QCPPainter& painter) {
            const PanelCanvas canvas = canvasOf(0.01);
            SheetStrip(painter, scene, canvas, marks).paint();
        });
        double left = kPanel.right();
        double right = kPanel.left();
        for (double x = kPanel.left(); x < kPanel.right(); ++x) {
            if (count(image, scene.content.color, QRectF(x, kPanel.top(), 1, kPanel.height())) == 0)
                continue;
            left = std::min(left, x);
            right = std::max(right, x);
        }
        QVERIFY(left > before);
        QVERIFY(right < left + kPanel.width() * 0.5 / 16 + 1);
        before = left;
    }
}

QTEST_MAIN(TestSheetStrip)
#include "tst_sheet_strip.moc"
