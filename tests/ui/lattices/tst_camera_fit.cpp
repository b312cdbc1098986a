// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lattices/camera_fit.h"

#include "tests/ui/lattices/painted_panel.h"
#include "ui/lattices/lattice_geometry.h"
#include "ui/lattices/panel_captions.h"

#include <QTest>

using namespace latticeq::ui;
using namespace latticeq::ui::test;

class TestCameraFit : public QObject
{
    Q_OBJECT
private slots:
    void boundsLieBetweenTheMargins();
    void aPlaneStaysOffTheWords_data();
    void aPlaneStaysOffTheWords();
    void nothingToShowGivesAUsableCamera();
};

void TestCameraFit::boundsLieBetweenTheMargins()
{
    const QMarginsF margins(10, 40, 30, 5);
    for (const QRectF& bounds : { QRectF(-1, -2, 3, 1), QRectF(0.1, 0.2, 0.001, 0.5) }) {
        LatticeCamera camera;
        fitCamera(camera, bounds, kPanel.size(), margins);
        const PanelCanvas canvas { kPanel, camera.centre, camera.unitsPerPixel };
        const QRectF shown
            = QRectF(canvas.toPixel(bounds.topLeft()), canvas.toPixel(bounds.bottomRight())).normalized();
        const QRectF room = kPanel.marginsRemoved(margins);
        QVERIFY(room.adjusted(-1e-6, -1e-6, 1e-6, 1e-6).contains(shown));
        QVERIFY(std::abs(shown.width() - room.width()) < 1e-6 || std::abs(shown.height() - room.height()) < 1e-6);
    }
}

void TestCameraFit::aPlaneStaysOffTheWords_data()
{
    QTest::addColumn<int>("bits");
    QTest::addColumn<QString>("notice");
    QTest::newRow("4 bits") << 4 << QString();
    QTest::newRow("8 bits, whose points are too many") << 8 << QString();
    QTest::newRow("a search that goes on") << 4 << QStringLiteral("Searching");
    QTest::newRow("a part of 8 bits") << 8 << QStringLiteral("Searching\n5,000 of 9,000 weights shown");
}

void TestCameraFit::aPlaneStaysOffTheWords()
{
    QFETCH(int, bits);
    QFETCH(QString, notice);
    PanelScene scene = sceneOf(makePicture(2, bits, scalarBasis(2, 2.0 / (1 << bits)), gaussianVectors(2, 20, 1)), {});
    scene.content.marker = QStringLiteral("A ●");
    scene.content.title = QStringLiteral("This run");
    scene.content.notice = notice;
    const QRectF bounds = pictureBounds(*scene.content.picture, false);
    fitCamera(scene.camera, bounds, kPanel.size(), fitMargins(scene, scene, kPanel.size()));
    const PanelCanvas canvas { kPanel, scene.camera.centre, scene.camera.unitsPerPixel };
    const QRectF shown = QRectF(canvas.toPixel(bounds.topLeft()), canvas.toPixel(bounds.bottomRight())).normalized();
    const QString note = bits == 8 ? QStringLiteral("256 × 256 points; zoom in") : QString();
    const PanelCaptions captions(scene, kPanel, note);
    for (const QRectF& area : captions.areas())
        QVERIFY(!area.intersects(shown));
}

void TestCameraFit::nothingToShowGivesAUsableCamera()
{
    LatticeCamera camera;
    fitCamera(camera, {}, { 0, 0 }, {});
    QVERIFY(camera.unitsPerPixel > 0);
    const PanelScene empty;
    QVERIFY(fitMargins(empty, empty, { 300, 200 }).top() > 0);
}

QTEST_MAIN(TestCameraFit)
#include "tst_camera_fit.moc"
