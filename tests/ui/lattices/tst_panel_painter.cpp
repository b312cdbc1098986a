// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lattices/panel_painter.h"

#include "tests/ui/lattices/painted_panel.h"

#include <QTest>

using namespace latticeq::ui;
using namespace latticeq::ui::test;

namespace {

/** Opens what painters of lattices share. */
class OpenPainter : public PanelPainter
{
public:
    using PanelPainter::drawArrowLabels;
    using PanelPainter::drawBasisArrow;
    using PanelPainter::drawResidual;
    using PanelPainter::drawWeight;
    using PanelPainter::PanelPainter;
};

const QPointF kOrigin { 120, 120 };

template <typename Paint> QImage paintWith(const PanelScene& scene, Paint paint)
{
    return painted(scene, [&](QCPPainter& painter) {
        std::vector<WeightMark> marks;
        const PanelCanvas canvas = canvasOf(0.01);
        OpenPainter open(painter, scene, canvas, marks);
        paint(open);
    });
}

} // namespace

class TestPanelPainter : public QObject
{
    Q_OBJECT
private slots:
    void aShortArrowIsStretchedByPowersOfTwo();
    void anArrowThatPointsAtTheViewerIsLeftOut();
    void labelsLeaveOtherWordsFree();
    void aFadedWeightIsPaler();
    void aResidualReachesItsPoint();
    void wordsHaveTheThemesColours();

private:
    PanelScene m_scene = sceneOf(makePicture(2, 4, tiltedBasis(2), { 0.1F, 0.1F }), { Mark::Weights });
};

void TestPanelPainter::aShortArrowIsStretchedByPowersOfTwo()
{
    for (const auto& [length, expected] : { std::pair(30.0, 30.0), std::pair(10.0, 40.0), std::pair(4.0, 32.0) }) {
        const QImage image = paintWith(m_scene,
            [&](OpenPainter& painter) { painter.drawBasisArrow(kOrigin, kOrigin + QPointF(length, 0), length, 0); });
        double end = 0;
        for (double x = kOrigin.x(); x < kPanel.right(); ++x) {
            if (count(image, m_scene.content.color, QRectF(x, kOrigin.y() - 5, 1, 10)) > 0)
                end = x;
        }
        QVERIFY(std::abs(end - kOrigin.x() - expected) < 3);
    }
}

void TestPanelPainter::anArrowThatPointsAtTheViewerIsLeftOut()
{
    const QImage blank = paintWith(m_scene, [](OpenPainter&) {});
    QVERIFY(blank == paintWith(m_scene, [](OpenPainter& painter) {
        painter.drawBasisArrow(kOrigin, kOrigin + QPointF(1, 0), 60, 0); // 60 pixels long, seen from its tip
        painter.drawBasisArrow(kOrigin, kOrigin, 60, 1);
        painter.drawArrowLabels();
    }));
}

void TestPanelPainter::labelsLeaveOtherWordsFree()
{
    const QRectF beyond(kOrigin.x() + 42, kOrigin.y() - 8, 40, 16);
    const auto inkBeyond = [&](const std::vector<QRectF>& words) {
        const QImage image = paintWith(m_scene, [&](OpenPainter& painter) {
            painter.keepClear(words);
            painter.drawBasisArrow(kOrigin, kOrigin + QPointF(40, 0), 40, 0);
            painter.drawArrowLabels();
        });
        return count(image, m_scene.content.color, beyond);
    };
    QVERIFY(inkBeyond({}) > 3);
    QCOMPARE(inkBeyond({ beyond }), 0);
}

void TestPanelPainter::aFadedWeightIsPaler()
{
    const WeightMark mark { 0, kOrigin, kOrigin };
    const auto colorAt = [&](double fade) {
        return paintWith(m_scene, [&](OpenPainter& painter) {
            painter.drawWeight(mark, 6, fade);
        }).pixelColor(kOrigin.toPoint());
    };
    QVERIFY(colorAt(0.5).lightness() > colorAt(1).lightness());
    QVERIFY(colorAt(0.5).lightness() < m_scene.theme.base.lightness());
}

void TestPanelPainter::aResidualReachesItsPoint()
{
    const QPointF end = kOrigin + QPointF(40, 20);
    const QImage image = paintWith(m_scene, [&](OpenPainter& painter) { painter.drawResidual({ 0, kOrigin, end }); });
    for (const double share : { 0.05, 0.5, 0.95 })
        QVERIFY(count(image, m_scene.theme.base, around(kOrigin + (end - kOrigin) * share, 2)) < 16);
    QCOMPARE(count(image, m_scene.theme.base, around(end + QPointF(6, 3), 2)), 16);
}

void TestPanelPainter::wordsHaveTheThemesColours()
{
    PanelScene dark = m_scene;
    dark.theme = Theme::darkTheme();
    for (PanelScene* scene : { &dark, &m_scene })
        scene->content.emptyText = QStringLiteral("Nothing yet.");
    const auto paint = [](OpenPainter& painter) { painter.drawEmpty(); };
    const QImage inDark = paintWith(dark, paint);
    const QImage inLight = paintWith(m_scene, paint);
    QVERIFY(count(inLight, m_scene.theme.secondary, kPanel) > 20);
    QVERIFY(count(inDark, dark.theme.secondary, kPanel) > 20);
    QCOMPARE(inLight.pixelColor(kPanel.topLeft().toPoint()), m_scene.theme.base);
    QCOMPARE(inDark.pixelColor(kPanel.topLeft().toPoint()), dark.theme.base);
}

QTEST_MAIN(TestPanelPainter)
#include "tst_panel_painter.moc"
