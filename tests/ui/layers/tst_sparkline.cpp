// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/layers/sparkline.h"

#include "tests/ui/sample_runs.h"

#include <QImage>
#include <QPixmapCache>
#include <QTest>

using namespace latticeq;
using namespace latticeq::ui;

namespace {

const SparklineStyle kStyle { QSize(120, 18), 1, Qt::blue, Qt::gray };

/** Mean row of the pixels of a hue in a column, -1 where there are none. */
double heightAt(const QPixmap& pixmap, int x)
{
    const QImage image = pixmap.toImage();
    double rows = 0;
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        const QColor color = image.pixelColor(x, y);
        if (color.alpha() > 100 && color.blue() > color.red() + 50) {
            rows += y;
            ++count;
        }
    }
    return count == 0 ? -1 : rows / count;
}

} // namespace

class TestSparkline : public QObject
{
    Q_OBJECT
private slots:
    void init() { QPixmapCache::clear(); }
    void fallsFromLeftToRight();
    void isDrawnOncePerState();
    void followsThePixelRatio();
    void aLayerWithoutPointsIsEmpty();
    void theScalarLevelComesWithTheEnd();
};

void TestSparkline::fallsFromLeftToRight()
{
    const auto run = test::sampleRun("a");
    const QPixmap pixmap = sparkline(*run, run->layers()[2], kStyle);
    QCOMPARE(pixmap.size(), QSize(120, 18));
    const double start = heightAt(pixmap, 2);
    const double end = heightAt(pixmap, 115);
    QVERIFY(start >= 0 && end > start); // y grows downwards
}

void TestSparkline::isDrawnOncePerState()
{
    const auto run = test::sampleRun("a");
    const qint64 key = sparkline(*run, run->layers()[2], kStyle).cacheKey();
    QCOMPARE(sparkline(*run, run->layers()[2], kStyle).cacheKey(), key);
    SparklineStyle other = kStyle;
    other.line = Qt::red;
    QVERIFY(sparkline(*run, run->layers()[2], other).cacheKey() != key);
    QVERIFY(sparkline(*run, run->layers()[3], kStyle).cacheKey() != key);
    QVERIFY(sparkline(*test::sampleRun("b"), run->layers()[2], kStyle).cacheKey() != key);
    run->apply({ ConvergenceReached { 2, { { -1, 8192, 1e-9 } } } });
    QVERIFY(sparkline(*run, run->layers()[2], kStyle).cacheKey() != key);
}

void TestSparkline::followsThePixelRatio()
{
    const auto run = test::sampleRun("a");
    SparklineStyle fine = kStyle;
    fine.devicePixelRatio = 2;
    const QPixmap pixmap = sparkline(*run, run->layers()[2], fine);
    QCOMPARE(pixmap.size(), QSize(240, 36));
    QCOMPARE(pixmap.deviceIndependentSize(), QSizeF(120, 18));
}

void TestSparkline::aLayerWithoutPointsIsEmpty()
{
    const auto run = test::sampleRun("a");
    LayerState layer = run->layers()[2];
    layer.convergence.clear();
    const QImage image = sparkline(*run, layer, kStyle).toImage();
    QCOMPARE(image, [&] {
        QPixmap empty(kStyle.size);
        empty.fill(Qt::transparent);
        return empty.toImage();
    }());
}

void TestSparkline::theScalarLevelComesWithTheEnd()
{
    const auto run = test::sampleRun("a");
    LayerState layer = run->layers()[2];
    const auto greyPixels = [&] {
        const QImage image = sparkline(*run, layer, kStyle).toImage();
        int count = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                const QColor c = image.pixelColor(x, y);
                count += c.alpha() > 60 && std::abs(c.red() - c.blue()) < 20 ? 1 : 0;
            }
        }
        return count;
    };
    QVERIFY(greyPixels() > 20);
    layer.status = LayerState::Status::Searching;
    QCOMPARE(greyPixels(), 0);
}

QTEST_MAIN(TestSparkline)
#include "tst_sparkline.moc"
