// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/end_labels.h"

#include <QTest>

using namespace latticeq::ui;

class TestEndLabels : public QObject
{
    Q_OBJECT
private slots:
    void labelsDoNotOverlapWhereThereIsRoom_data()
    {
        QTest::addColumn<std::vector<double>>("wanted");
        QTest::newRow("far apart") << std::vector<double> { 10, 60 };
        QTest::newRow("all at one place") << std::vector<double> { 50, 50, 50, 50 };
        QTest::newRow("all below the bottom") << std::vector<double> { 500, 510, 520 };
        QTest::newRow("all above the top") << std::vector<double> { -20, -10, -30 };
    }
    void labelsDoNotOverlapWhereThereIsRoom()
    {
        QFETCH(const std::vector<double>, wanted);
        std::vector<double> tops = EndLabels::spread(wanted, 12, 100);
        std::sort(tops.begin(), tops.end());
        QVERIFY(tops.front() >= 0);
        QVERIFY(tops.back() <= 88);
        for (size_t i = 1; i < tops.size(); ++i)
            QVERIFY(tops[i] - tops[i - 1] >= 12);
    }

    void whatFitsStaysWhereItWas()
    {
        QCOMPARE(EndLabels::spread({ 10, 60 }, 12, 100), (std::vector<double> { 10, 60 }));
    }

    void theRoomIsThatOfTheWidestNameShown()
    {
        QCustomPlot plot;
        auto* labels = new EndLabels(plot);
        QCOMPARE(labels->width(300), 0.0);
        const QString name(20, u'm');
        labels->setLabels({ { name, QStringLiteral("m"), 1, {}, {} } }, plot.font(), Qt::white);
        const QFontMetrics metrics(plot.font());
        QVERIFY(labels->width(3000) > metrics.horizontalAdvance(name));
        QVERIFY(labels->width(100) < metrics.horizontalAdvance(name)); // the short one then
        QVERIFY(labels->width(100) > metrics.horizontalAdvance(u'm'));
    }

    void theNameIsDrawnInItsColour()
    {
        QCustomPlot plot;
        plot.resize(300, 200);
        (new EndLabels(plot))
            ->setLabels({ { QStringLiteral("█████"), {}, 2.5, QPen(Qt::red, 3), Qt::green } }, plot.font(), Qt::white);
        const QImage image = plot.toPixmap(300, 200).toImage();
        int red = 0;
        int green = 0;
        for (int x = 0; x < 300; ++x) {
            for (int y = 0; y < 200; ++y) {
                red += image.pixelColor(x, y) == QColor(Qt::red) ? 1 : 0;
                green += image.pixelColor(x, y) == QColor(Qt::green) ? 1 : 0;
            }
        }
        QVERIFY(red > 10);
        QVERIFY(green > 10);
    }
};

QTEST_MAIN(TestEndLabels)
#include "tst_end_labels.moc"
