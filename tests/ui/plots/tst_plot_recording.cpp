// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/plot_recording.h"

#include "tests/ui/report/sample_plot.h"

#include <QPainter>
#include <QtTest>

using namespace latticeq::ui;

namespace {

QImage paintedAt(const PlotRecording& recording, int scale)
{
    QImage image(recording.size * scale, QImage::Format_RGB32);
    image.fill(Qt::red);
    QPainter painter(&image);
    paintRecording(painter, QRectF(image.rect()), recording);
    return image;
}

/** Pixels that are nearly of one colour, in a part of a picture. */
int count(const QImage& image, const QRect& part, const QColor& color)
{
    int found = 0;
    for (int y = part.top(); y <= part.bottom(); ++y) {
        for (int x = part.left(); x <= part.right(); ++x) {
            const QColor pixel = image.pixelColor(x, y);
            found += std::abs(pixel.red() - color.red()) + std::abs(pixel.green() - color.green())
                    + std::abs(pixel.blue() - color.blue())
                < 30;
        }
    }
    return found;
}

} // namespace

class TestPlotRecording : public QObject
{
    Q_OBJECT

private slots:
    void aRecordingLooksLikeThePlot()
    {
        const auto plot = test::samplePlot();
        const QImage expected = plot->toPixmap(480, 300).toImage();
        const QImage painted = paintedAt(recordPlot(*plot), 1);
        const QColor curve = Theme::light().runs[0];
        const int inPlot = count(expected, expected.rect(), curve);
        QVERIFY(inPlot > 100);
        QVERIFY(std::abs(count(painted, painted.rect(), curve) - inPlot) < inPlot / 4);
        QCOMPARE(count(painted, painted.rect(), Qt::red), 0);
    }

    void aCurveThatLeavesItsAxisRectIsCutOff()
    {
        const auto plot = test::samplePlot();
        const PlotRecording recording = recordPlot(*plot);
        const QRect above(0, 0, 480, plot->axisRect()->top() - 2);
        QVERIFY(above.height() > 2);
        QCOMPARE(count(paintedAt(recording, 1), above, Theme::light().runs[0]), 0);
        const bool clipped = std::any_of(
            recording.marks.begin(), recording.marks.end(), [](const PlotMark& mark) { return !mark.clip.isEmpty(); });
        QVERIFY(clipped);
    }

    void aPlotOfTheDarkThemeIsRecordedInLight()
    {
        const auto dark = test::samplePlot(Theme::darkTheme());
        const QImage painted = paintedAt(recordPlot(*dark), 1);
        QVERIFY(count(painted, painted.rect(), Theme::light().base) > painted.width() * painted.height() / 2);
        QVERIFY(count(painted, painted.rect(), Theme::light().runs[0]) > 100);
    }

    void aLargerPictureIsDrawnFromTheSameVectors()
    {
        const auto plot = test::samplePlot();
        const QImage painted = paintedAt(recordPlot(*plot), 3);
        QVERIFY(count(painted, painted.rect(), Theme::light().runs[0]) > 1000);
    }

    void textIsKeptAsText()
    {
        const PlotRecording recording = recordPlot(*test::samplePlot());
        const bool found = std::any_of(recording.marks.begin(), recording.marks.end(),
            [](const PlotMark& mark) { return mark.text == QStringLiteral("candidates & <restarts>"); });
        QVERIFY(found);
    }

    void aPlotThatWasNeverLaidOutHasAUsualSize()
    {
        QCustomPlot plot;
        plot.resize(10, 10);
        QCOMPARE(recordPlot(plot).size, QSize(640, 400));
    }
};

QTEST_MAIN(TestPlotRecording)
#include "tst_plot_recording.moc"
