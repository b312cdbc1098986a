// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/layer_axis.h"

#include "tests/ui/sample_runs.h"

#include <QTest>

using namespace latticeq::ui;

class TestLayerAxis : public QObject
{
    Q_OBJECT
private slots:
    void layersFormBlocksByTheLeadingPart()
    {
        const auto blocks = layerBlocks(named({ "conv1", "layer1.0.conv1", "layer1.0.conv2", "layer2.0.conv1", "fc" }));
        QCOMPARE(blocks.size(), size_t { 4 });
        QCOMPARE(blocks[1].name, QStringLiteral("layer1"));
        QCOMPARE(blocks[1].first, 1);
        QCOMPARE(blocks[1].last, 2);
        QCOMPARE(blocks[3].name, QStringLiteral("fc"));
    }

    void aSharedLeadingPartGivesWayToTheBlock_data()
    {
        QTest::addColumn<QString>("layer");
        QTest::addColumn<QString>("block");
        QTest::newRow("a dense block") << "features.denseblock3.denselayer1.conv1"
                                       << "denseblock3";
        QTest::newRow("numbered features stay together") << "features.28"
                                                         << "features";
        QTest::newRow("a residual block") << "layer3.0.downsample.0"
                                          << "layer3";
    }
    void aSharedLeadingPartGivesWayToTheBlock()
    {
        QFETCH(const QString, layer);
        QTEST(layerBlocks(named({ layer.toLatin1().constData() })).front().name, "block");
    }

    void numbersAreOneTwoFiveTenApart_data()
    {
        QTest::addColumn<double>("pixelsPerLayer");
        QTest::addColumn<int>("step");
        QTest::newRow("wide layers have a number each") << 30.0 << 1;
        QTest::newRow("every second") << 14.0 << 2;
        QTest::newRow("every fifth") << 5.0 << 5;
        QTest::newRow("200 layers in 800 pixels") << 4.0 << 10;
        QTest::newRow("a thousand layers") << 0.8 << 50;
    }
    void numbersAreOneTwoFiveTenApart()
    {
        QFETCH(const double, pixelsPerLayer);
        QTEST(layerTickStep(pixelsPerLayer, 25), "step");
    }

    void aZoomLeavesTwelveLayersInside_data()
    {
        QTest::addColumn<double>("lower");
        QTest::addColumn<double>("upper");
        QTest::newRow("too near") << 50.0 << 52.0;
        QTest::newRow("too far") << -100.0 << 900.0;
        QTest::newRow("beyond the end") << 190.0 << 220.0;
    }
    void aZoomLeavesTwelveLayersInside()
    {
        QFETCH(const double, lower);
        QFETCH(const double, upper);
        QCustomPlot plot;
        LayerAxis axis(*plot.axisRect());
        axis.setLayers(test::sampleRun(QStringLiteral("a"), 200)->layers());
        const QCPRange range = axis.bounded({ lower, upper });
        QVERIFY(range.size() >= 12);
        QVERIFY(range.lower >= 0.5);
        QVERIFY(range.upper <= 200.5);
    }

    void positionsAreLayers()
    {
        QCustomPlot plot;
        plot.resize(600, 300);
        LayerAxis axis(*plot.axisRect());
        axis.setStyle(Theme::light(), plot.font());
        axis.setLayers(test::sampleRun(QStringLiteral("a"), 22)->layers());
        plot.xAxis->setRange(axis.fullRange());
        plot.replot();
        const int y = plot.axisRect()->center().y();
        for (int i = 0; i < 22; ++i)
            QCOMPARE(axis.layerAt({ qRound(plot.xAxis->coordToPixel(i + 1)), y }), i);
        QCOMPARE(axis.layerAt({ plot.axisRect()->left() - 5, y }), -1);
        QVERIFY(axis.isOnStrip({ plot.axisRect()->center().x(), plot.axisRect()->bottom() + 10 }));
        QVERIFY(!axis.isOnStrip(plot.axisRect()->center()));
    }

    void theCurrentLayersBandIsDarkest()
    {
        QCustomPlot plot;
        plot.resize(600, 300);
        plot.setBackground(Theme::light().base);
        LayerAxis axis(*plot.axisRect());
        axis.setStyle(Theme::light(), plot.font());
        const auto layers = test::sampleRun(QStringLiteral("a"), 20)->layers();
        axis.setLayers(layers);
        axis.setSelection(layers[4].name(), { layers[4].name(), layers[5].name() });
        QCOMPARE(axis.current(), 4);
        plot.xAxis->setRange(axis.fullRange());
        plot.yAxis->grid()->setVisible(false);
        plot.replot();
        const QImage image = plot.toPixmap(600, 300).toImage();
        const auto lightness = [&](int layer) {
            return image.pixelColor(qRound(plot.xAxis->coordToPixel(layer + 1)), plot.axisRect()->center().y())
                .lightness();
        };
        QVERIFY(lightness(4) < lightness(5));
        QVERIFY(lightness(5) < lightness(6));
        QCOMPARE(lightness(6), Theme::light().base.lightness());
    }

private:
    static std::vector<LayerState> named(std::initializer_list<const char*> names)
    {
        std::vector<LayerState> layers;
        for (const char* name : names)
            layers.emplace_back().report.name = name;
        return layers;
    }
};

QTEST_MAIN(TestLayerAxis)
#include "tst_layer_axis.moc"
