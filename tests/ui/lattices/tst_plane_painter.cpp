// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lattices/plane_painter.h"

#include "tests/ui/lattices/painted_panel.h"

#include <QBuffer>
#include <QPicture>
#include <QSvgGenerator>
#include <QTest>

using namespace latticeq::ui;
using namespace latticeq::ui::test;

namespace {

constexpr double kUnits = 0.01; // per pixel

QImage paintPlane(const PanelScene& scene, double unitsPerPixel = kUnits, int ratio = 1)
{
    return painted(
        scene,
        [&](QCPPainter& painter) {
            std::vector<WeightMark> marks;
            const PanelCanvas canvas = canvasOf(unitsPerPixel);
            painter.setClipRect(canvas.rect);
            PlanePainter(painter, scene, canvas, marks).paint();
        },
        ratio);
}

} // namespace

class TestPlanePainter : public QObject
{
    Q_OBJECT
private slots:
    void anArrowEndsAtItsBasisVector_data();
    void anArrowEndsAtItsBasisVector();
    void anOverloadedWeightIsACrossInTheErrorColour();
    void aWeightHasItsErrorsColour();
    void aRingStandsAtEveryUsedPoint();
    void tooManyPointsGiveANoteInstead();
    void marksSayWhereTheWeightsAre();
    void manyMarksStayVectorOnAVectorDevice();
};

void TestPlanePainter::anArrowEndsAtItsBasisVector_data()
{
    QTest::addColumn<int>("row");
    QTest::newRow("the first vector") << 0;
    QTest::newRow("the second vector") << 1;
}

void TestPlanePainter::anArrowEndsAtItsBasisVector()
{
    QFETCH(int, row);
    const Flat basis { 0.6, 0.2, -0.3, 0.5 }; // longer than 28 pixels, so not stretched
    const PanelScene scene = sceneOf(makePicture(2, 2, basis, { 0, 0 }), { Mark::Basis });
    const QImage image = paintPlane(scene);
    const QPointF vector(basis[static_cast<size_t>(2 * row)], basis[static_cast<size_t>(2 * row + 1)]);
    const PanelCanvas canvas = canvasOf(kUnits);
    const QPointF tip = canvas.toPixel(vector);
    const QPointF way = (tip - canvas.toPixel({})) / QLineF(tip, canvas.toPixel({})).length();
    QVERIFY(count(image, scene.content.color, around(tip - way * 6, 2)) > 3);
    QCOMPARE(count(image, scene.content.color, around(tip + way * 2.5, 1)), 0);
}

void TestPlanePainter::anOverloadedWeightIsACrossInTheErrorColour()
{
    const auto picture = makePicture(2, 2, scalarBasis(2, 0.3), { 1.2F, 0.9F }); // far beyond 2 · 0.3
    QVERIFY(picture.overloaded[0] != 0);
    const QPointF at = canvasOf(kUnits).toPixel({ 1.2, 0.9 });
    const PanelScene shown = sceneOf(picture, { Mark::Weights, Mark::Overload });
    QVERIFY(count(paintPlane(shown), shown.theme.error, around(at, 4)) > 3);
    const PanelScene off = sceneOf(picture, { Mark::Weights });
    QCOMPARE(count(paintPlane(off), off.theme.error, around(at, 4)), 0);
}

void TestPlanePainter::aWeightHasItsErrorsColour()
{
    const auto picture = makePicture(2, 2, scalarBasis(2, 0.5), { 0.5F, 0.5F, 0.25F, -0.24F, -0.25F, 0.24F });
    const PanelScene scene = sceneOf(picture, { Mark::Weights });
    const QImage image = paintPlane(scene);
    const PanelCanvas canvas = canvasOf(kUnits);
    QVERIFY(count(image, scene.theme.rampColor(0), around(canvas.toPixel({ 0.5, 0.5 }), 2)) > 3);
    QVERIFY(count(image, scene.theme.rampColor(4), around(canvas.toPixel({ 0.25, -0.24 }), 2)) > 3);
}

void TestPlanePainter::aRingStandsAtEveryUsedPoint()
{
    const auto picture = makePicture(2, 4, tiltedBasis(2), gaussianVectors(2, 12, 2));
    const PanelScene scene = sceneOf(picture, { Mark::Used });
    const QImage image = paintPlane(scene, 0.003);
    const PlaneLattice lattice = planeLattice(picture);
    for (size_t i = 0; i < picture.errors.size(); ++i) {
        const QPointF at
            = canvasOf(0.003).toPixel(lattice.point(picture.coordinates[2 * i], picture.coordinates[2 * i + 1]));
        QVERIFY(!kPanel.contains(at) || count(image, scene.theme.base, around(at, 6)) < 150);
    }
}

void TestPlanePainter::tooManyPointsGiveANoteInstead()
{
    const auto picture = makePicture(2, 8, scalarBasis(2, 0.008), gaussianVectors(2, 9, 3));
    const PanelScene scene = sceneOf(picture, { Mark::Unused });
    const auto noteAt = [&](double unitsPerPixel) {
        QPicture device;
        QCPPainter painter(&device);
        std::vector<WeightMark> marks;
        const PanelCanvas canvas = canvasOf(unitsPerPixel);
        return PlanePainter(painter, scene, canvas, marks).note();
    };
    QVERIFY(noteAt(kUnits).contains(QStringLiteral("256")));
    QVERIFY(noteAt(0.0005).isEmpty());
    QCOMPARE(count(paintPlane(scene), scene.theme.unused, kPanel), 0);
    QVERIFY(count(paintPlane(scene, 0.0005), scene.theme.unused, kPanel) > 100);
}

void TestPlanePainter::marksSayWhereTheWeightsAre()
{
    const auto picture = makePicture(2, 4, tiltedBasis(2), gaussianVectors(2, 30, 4));
    const PanelScene scene = sceneOf(picture, { Mark::Weights });
    std::vector<WeightMark> marks;
    const PanelCanvas canvas = canvasOf(kUnits);
    painted(scene, [&](QCPPainter& painter) { PlanePainter(painter, scene, canvas, marks).paint(); });
    QCOMPARE(marks.size(), size_t { 30 });
    for (const WeightMark& mark : marks) {
        const auto k = static_cast<size_t>(2 * mark.weight);
        QCOMPARE(mark.pixel, canvas.toPixel({ picture.vectors[k], picture.vectors[k + 1] }));
    }
}

void TestPlanePainter::manyMarksStayVectorOnAVectorDevice()
{
    const auto picture = makePicture(2, 8, scalarBasis(2, 0.008), gaussianVectors(2, 1'000, 5));
    const PanelScene scene = sceneOf(picture, { Mark::Used, Mark::Weights });
    QBuffer file;
    QSvgGenerator device;
    device.setOutputDevice(&file);
    QCPPainter painter(&device);
    std::vector<WeightMark> marks;
    const PanelCanvas canvas = canvasOf(kUnits);
    PlanePainter(painter, scene, canvas, marks).paint();
    painter.end();
    const QByteArray svg = file.data();
    QVERIFY(!svg.contains("<image"));
    QVERIFY(svg.count("<circle") + svg.count("<ellipse") > 1'000);
}

QTEST_MAIN(TestPlanePainter)
#include "tst_plane_painter.moc"
