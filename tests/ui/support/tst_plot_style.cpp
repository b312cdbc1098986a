// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/support/plot_style.h"

#include "ui/support/theme.h"

#include <QTest>
#include <qcustomplot.h>

using namespace latticeq::ui;

class TestPlotStyle : public QObject
{
    Q_OBJECT
private slots:
    void everyAxisRectTakesTheTheme();
    void tickLabelsFollowTheFont();
    void smallFontsStayReadable();
    void theLegendIsReadable();
};

void TestPlotStyle::everyAxisRectTakesTheTheme()
{
    QCustomPlot plot;
    plot.plotLayout()->addElement(1, 0, new QCPAxisRect(&plot));
    for (const Theme* theme : { &Theme::light(), &Theme::darkTheme() }) {
        stylePlot(plot, *theme);
        QCOMPARE(plot.axisRectCount(), 2);
        for (QCPAxisRect* rect : plot.axisRects()) {
            for (QCPAxis* axis : rect->axes()) {
                QCOMPARE(axis->tickLabelColor(), theme->secondary);
                QCOMPARE(axis->basePen().color(), theme->axis);
                QCOMPARE(axis->grid()->pen().color(), theme->grid);
            }
        }
    }
}

void TestPlotStyle::tickLabelsFollowTheFont()
{
    QCustomPlot plot;
    QFont font = plot.font();
    font.setPixelSize(40);
    plot.setFont(font);
    stylePlot(plot, Theme::light());
    QCOMPARE(plot.xAxis->tickLabelFont().pixelSize(), 34);
    QCOMPARE(plot.yAxis->labelFont().pixelSize(), 34);
}

void TestPlotStyle::smallFontsStayReadable()
{
    QCustomPlot plot;
    QFont font = plot.font();
    font.setPixelSize(9);
    plot.setFont(font);
    stylePlot(plot, Theme::light());
    QCOMPARE(plot.xAxis->tickLabelFont().pixelSize(), 11);
}

void TestPlotStyle::theLegendIsReadable()
{
    QCustomPlot plot;
    stylePlot(plot, Theme::darkTheme());
    QCOMPARE(plot.legend->textColor(), Theme::darkTheme().text);
    QCOMPARE(plot.legend->brush().color(), Theme::darkTheme().base);
}

QTEST_MAIN(TestPlotStyle)
#include "tst_plot_style.moc"
