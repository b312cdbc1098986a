// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lattices/mark_layer.h"

#include <QPicture>
#include <QTest>

#include <cmath>
#include <random>

using latticeq::ui::MarkLayer;

namespace {

const QRectF kArea { 7.5, 5, 180, 140 };
constexpr size_t kMany = 2'000;

QImage canvas(int ratio)
{
    QImage image(QSize(200, 160) * ratio, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(ratio);
    image.fill(Qt::white);
    return image;
}

template <typename Paint> QImage painted(int ratio, Paint paint)
{
    QImage image = canvas(ratio);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    paint(painter);
    return image;
}

void drawMarks(QPainter& painter, size_t expected)
{
    MarkLayer layer(painter, kArea, expected);
    std::mt19937 random(5);
    std::uniform_real_distribution<double> x(10, 180);
    std::uniform_real_distribution<double> y(10, 140);
    for (int i = 0; i < 40; ++i) {
        layer.drawDisc({ x(random), y(random) }, 5, Qt::red);
        layer.drawRing({ x(random), y(random) }, 9, 1.5, Qt::blue);
    }
    layer.finish();
}

double meanDifference(const QImage& a, const QImage& b)
{
    double sum = 0;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x) {
            sum += std::abs(qRed(a.pixel(x, y)) - qRed(b.pixel(x, y)))
                + std::abs(qBlue(a.pixel(x, y)) - qBlue(b.pixel(x, y)));
        }
    }
    return sum / (a.width() * a.height());
}

} // namespace

class TestMarkLayer : public QObject
{
    Q_OBJECT
private slots:
    void copiesLookLikeShapes_data();
    void copiesLookLikeShapes();
    void copiesAreCutAtTheArea();
    void aVectorDeviceGetsShapes();
    void marksOutsideTheAreaAreLeftOut();
};

void TestMarkLayer::copiesLookLikeShapes_data()
{
    QTest::addColumn<int>("ratio");
    QTest::newRow("at 100 %") << 1;
    QTest::newRow("at 200 %") << 2;
    QTest::newRow("at 300 %") << 3;
}

void TestMarkLayer::copiesLookLikeShapes()
{
    QFETCH(int, ratio);
    const QImage shapes = painted(ratio, [](QPainter& painter) { drawMarks(painter, 1); });
    const QImage copies = painted(ratio, [](QPainter& painter) { drawMarks(painter, kMany); });
    const QImage shifted = painted(ratio, [](QPainter& painter) {
        painter.translate(1, 0);
        drawMarks(painter, 1);
    });
    // An eighth of a pixel at most each way is far less than a whole one.
    QVERIFY(meanDifference(shapes, copies) < 0.3 * meanDifference(shapes, shifted));
    QVERIFY(copies != canvas(ratio));
}

void TestMarkLayer::copiesAreCutAtTheArea()
{
    const QImage image = painted(1, [](QPainter& painter) {
        MarkLayer layer(painter, kArea, kMany);
        layer.drawDisc(kArea.topLeft(), 9, Qt::red);
        layer.finish();
    });
    QVERIFY(image.pixelColor(9, 7) == QColor(Qt::red));
    QVERIFY(image.pixelColor(5, 3) == QColor(Qt::white));
}

void TestMarkLayer::aVectorDeviceGetsShapes()
{
    QPicture many;
    QPicture few;
    QPicture empty;
    for (const auto& [picture, expected] : { std::pair(&many, kMany), std::pair(&few, size_t { 1 }) }) {
        QPainter painter(picture);
        drawMarks(painter, expected);
    }
    QVERIFY(few.size() > empty.size());
    QCOMPARE(
        QByteArray(many.data(), static_cast<int>(many.size())), QByteArray(few.data(), static_cast<int>(few.size())));
}

void TestMarkLayer::marksOutsideTheAreaAreLeftOut()
{
    QPicture picture;
    QPainter painter(&picture);
    MarkLayer layer(painter, kArea, kMany);
    const auto before = picture.size();
    layer.drawDisc(kArea.bottomRight() + QPointF(30, 0), 5, Qt::red);
    layer.finish();
    painter.end();
    QPicture one;
    QPainter other(&one);
    MarkLayer inside(other, kArea, kMany);
    inside.drawDisc(kArea.center(), 5, Qt::red);
    other.end();
    QVERIFY(picture.size() < one.size());
    QVERIFY(before <= picture.size());
}

QTEST_MAIN(TestMarkLayer)
#include "tst_mark_layer.moc"
