// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lattices/turn_painter.h"

#include "tests/ui/lattices/painted_panel.h"

#include <QTest>

using namespace latticeq::ui;
using namespace latticeq::ui::test;

namespace {

constexpr double kUnits = 0.01; // per pixel

QImage paintTurned(const PanelScene& scene, const Rotation& rotation, std::vector<WeightMark>& marks)
{
    return painted(scene, [&](QCPPainter& painter) {
        const PanelCanvas canvas = canvasOf(kUnits);
        painter.setClipRect(canvas.rect);
        TurnPainter(painter, scene, canvas, rotation, marks).paint();
    });
}

} // namespace

class TestTurnPainter : public QObject
{
    Q_OBJECT
private slots:
    void anArrowEndsAtTheProjectedBasisVector();
    void weightsAreDrawnFarthestFirst();
    void aGhostIsDrawnOfTheSameDimensionOnly();
    void theGizmoStaysInItsCorner();
};

void TestTurnPainter::anArrowEndsAtTheProjectedBasisVector()
{
    const Flat basis { 0.7, 0.1, 0.2, -0.3, 0.6, 0.1, 0.1, 0.2, 0.8 };
    PanelScene scene = sceneOf(makePicture(3, 2, basis, { 0, 0, 0 }), { Mark::Basis });
    const Rotation rotation = turned(-35, 20);
    std::vector<WeightMark> marks;
    const QImage image = paintTurned(scene, rotation, marks);
    scene.marks.shown.fill(false);
    const QImage without = paintTurned(scene, rotation, marks);
    const PanelCanvas canvas = canvasOf(kUnits);
    for (int row = 0; row < 3; ++row) {
        const Vector3 b = rotate(rotation, firstThree(basis, 3, row));
        const QPointF tip = canvas.toPixel({ b[0], b[1] });
        const QPointF way = (tip - canvas.toPixel({})) / QLineF(tip, canvas.toPixel({})).length();
        const QRectF head = around(tip - way * 5, 3);
        QVERIFY(count(image, scene.content.color, head) > count(without, scene.content.color, head) + 3);
    }
}

void TestTurnPainter::weightsAreDrawnFarthestFirst()
{
    const auto picture = makePicture(3, 4, tiltedBasis(3), gaussianVectors(3, 60, 6));
    const PanelScene scene = sceneOf(picture, { Mark::Weights });
    const Rotation rotation = turned(20, -40);
    std::vector<WeightMark> marks;
    paintTurned(scene, rotation, marks);
    QCOMPARE(marks.size(), size_t { 60 });
    double before = -10;
    for (const WeightMark& mark : marks) {
        const double depth = rotate(rotation, firstThree(picture.vectors, 3, mark.weight))[2];
        QVERIFY(depth >= before);
        before = depth;
    }
}

void TestTurnPainter::aGhostIsDrawnOfTheSameDimensionOnly()
{
    PanelScene scene = sceneOf(makePicture(3, 4, tiltedBasis(3), { 0, 0, 0 }), { Mark::Ghost });
    std::vector<WeightMark> marks;
    const Rotation rotation = turned(-35, 20);
    const QImage alone = paintTurned(scene, rotation, marks);
    scene.other.color = scene.theme.axis;
    scene.other.picture = std::make_shared<latticeq::LatticePicture>(makePicture(2, 4, scalarBasis(2, 0.1), { 0, 0 }));
    QVERIFY(paintTurned(scene, rotation, marks) == alone);
    scene.other.picture
        = std::make_shared<latticeq::LatticePicture>(makePicture(3, 4, scalarBasis(3, 0.1), { 0, 0, 0 }));
    QVERIFY(paintTurned(scene, rotation, marks) != alone);
}

void TestTurnPainter::theGizmoStaysInItsCorner()
{
    const PanelScene scene = sceneOf(makePicture(3, 4, tiltedBasis(3), { 0, 0, 0 }), {});
    for (int yaw = -180; yaw < 180; yaw += 40) {
        const Rotation rotation = turned(yaw, yaw / 2.0);
        std::vector<WeightMark> marks;
        QImage image = painted(scene, [&](QCPPainter& painter) {
            const PanelCanvas canvas = canvasOf(kUnits);
            TurnPainter(painter, scene, canvas, rotation, marks).drawGizmo();
        });
        QImage blank = painted(scene, [](QCPPainter&) {});
        QVERIFY(image != blank);
        for (QImage* picture : { &image, &blank }) {
            QPainter eraser(picture);
            eraser.fillRect(TurnPainter::gizmoArea(kPanel), Qt::white);
        }
        QVERIFY(image == blank);
    }
}

QTEST_MAIN(TestTurnPainter)
#include "tst_turn_painter.moc"
