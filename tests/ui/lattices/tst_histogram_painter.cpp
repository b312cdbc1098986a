// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lattices/histogram_painter.h"

#include "tests/ui/lattices/painted_panel.h"

#include <QTest>

#include <numeric>

using namespace latticeq::ui;
using namespace latticeq::ui::test;

namespace {

constexpr double kUnits = 0.01; // per pixel

QImage paintHistogram(const PanelScene& scene, std::vector<WeightMark>& marks, double largest = 10)
{
    return painted(scene, [&](QCPPainter& painter) {
        const PanelCanvas canvas = canvasOf(kUnits);
        painter.setClipRect(canvas.rect);
        HistogramPainter(painter, scene, canvas, marks).paint(largest);
    });
}

} // namespace

class TestHistogramPainter : public QObject
{
    Q_OBJECT
private slots:
    void everyWeightIsInOneBin();
    void equalWeightsNeedNoRange();
    void aLevelStandsWhereItsWeightsAreRoundedTo();
    void denseLevelsAreACombAtTheAxis();
    void beyondTheLastLevelIsTinted();
};

void TestHistogramPainter::everyWeightIsInOneBin()
{
    const auto picture = makePicture(1, 4, tiltedBasis(1), gaussianVectors(1, 500, 8));
    double low = 0;
    double high = 0;
    const std::vector<int> bins = weightBins(picture, low, high);
    QCOMPARE(bins.size(), size_t { 64 });
    QCOMPARE(std::accumulate(bins.begin(), bins.end(), 0), 500);
    QCOMPARE(float(low), *std::min_element(picture.vectors.begin(), picture.vectors.end()));
    QCOMPARE(float(high), *std::max_element(picture.vectors.begin(), picture.vectors.end()));
}

void TestHistogramPainter::equalWeightsNeedNoRange()
{
    const auto picture = makePicture(1, 4, tiltedBasis(1), std::vector<float>(7, 0.0F));
    double low = 0;
    double high = 0;
    const std::vector<int> bins = weightBins(picture, low, high);
    QCOMPARE(bins[0], 7);
    QVERIFY(high > low);
}

void TestHistogramPainter::aLevelStandsWhereItsWeightsAreRoundedTo()
{
    const auto picture = makePicture(1, 2, { 0.5 }, { 0.5F });
    const PanelScene scene = sceneOf(picture, { Mark::Used });
    std::vector<WeightMark> marks;
    const QImage image = paintHistogram(scene, marks);
    QCOMPARE(marks.size(), size_t { 1 });
    for (int level = -1; level <= 2; ++level) {
        const QPointF at = canvasOf(kUnits).toPixel({ 0.5 * level, 0 });
        QVERIFY(count(image, scene.theme.base, around({ at.x(), 100 }, 2)) < 15); // a line passes
        QCOMPARE(count(image, scene.theme.base, around({ at.x() + 20, 100 }, 2)), 16);
    }
    QCOMPARE(marks[0].point.x(), canvasOf(kUnits).toPixel({ 0.5, 0 }).x());
}

void TestHistogramPainter::denseLevelsAreACombAtTheAxis()
{
    const PanelScene scene = sceneOf(makePicture(1, 8, { 0.01 }, { 0.5F }), { Mark::Used });
    std::vector<WeightMark> marks;
    const QImage image = paintHistogram(scene, marks, 1e9);
    QRectF above = kPanel.adjusted(0, 0, 0, -8);
    QCOMPARE(count(image, scene.theme.base, above), qRound(above.width() * above.height()));
    const QRectF comb(kPanel.left() + 100, kPanel.bottom() - 5, 80, 4);
    QVERIFY(count(image, scene.theme.base, comb) < comb.width() * comb.height());
}

void TestHistogramPainter::beyondTheLastLevelIsTinted()
{
    const PanelScene scene = sceneOf(makePicture(1, 2, { 0.3 }, { 0.1F }), { Mark::Overload });
    std::vector<WeightMark> marks;
    const QImage image = paintHistogram(scene, marks);
    const PanelCanvas canvas = canvasOf(kUnits);
    QVERIFY(image.pixelColor(canvas.toPixel({ 1.2, 0 }).toPoint()) == scene.theme.window);
    QVERIFY(image.pixelColor(canvas.toPixel({ 0.5, 0 }).toPoint()) == scene.theme.base);
}

QTEST_MAIN(TestHistogramPainter)
#include "tst_histogram_painter.moc"
